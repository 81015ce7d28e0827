import type { ProtectionFact } from '../../src/core/case-facts.js';
import type { RoleTermId } from '../../src/core/ids.js';
import type { PieceFacts } from '../../src/core/piece.js';
import {
  decisionFor,
  elsasCase,
  grant,
  JOHAN,
  MARIA,
  noon,
  people,
  piece,
  protection,
  SCHOOL,
  SOCIAL,
  whoSees,
  yes,
} from '../support/core-fixtures.js';
import type { Name } from '../support/core-fixtures.js';

const START = noon('2026-01-10');
const NOW = noon('2026-05-01');

const contact = piece({ kind: 'CONTACT', category: 'CONTACT', holderId: SOCIAL });
const meeting = piece({ kind: 'MEETING', category: 'MEETING', holderId: SOCIAL });
const meetingPlace = piece({ kind: 'MEETING_PLACE', category: 'MEETING', holderId: SOCIAL });

describe('protected identity', () => {
  const toSchool = [grant(['CONTACT', 'MEETING'], SOCIAL, SCHOOL)];
  const said = [yes(MARIA, START, { grants: toSchool }), yes(JOHAN, START, { grants: toSchool })];
  const sees = (protections: ProtectionFact[], about: PieceFacts): Name[] =>
    whoSees(elsasCase({ said, protections }), about, NOW);

  test.each([contact, meetingPlace])('without it, consent opens what tells where Elsa is', (about) => {
    expect(sees([], about)).toEqual(['sara', 'anna', 'karin', 'elsa', 'maria', 'johan']);
  });

  test.each([contact, meetingPlace])(
    'confidentiality marking leaves it to the holder’s own agency and Elsa',
    (about) => {
      expect(sees([protection('CONFIDENTIALITY_MARKING')], about)).toEqual(['sara', 'anna', 'elsa']);
    },
  );

  test.each([contact, meetingPlace])('protected registration leaves it to the handlers named and Elsa', (about) => {
    const handlerIds = ['Anna, social worker' as RoleTermId, 'Karin, teacher' as RoleTermId];
    expect(sees([protection('PROTECTED_REGISTRATION', { handlerIds })], about)).toEqual(['anna', 'elsa']);
    expect(sees([protection('PROTECTED_REGISTRATION')], about)).toEqual(['elsa']);
  });

  test('both at once: each must be passed', () => {
    expect(sees([protection('CONFIDENTIALITY_MARKING'), protection('PROTECTED_REGISTRATION')], contact)).toEqual([
      'elsa',
    ]);
  });

  test('covers where somebody is, not that there is a meeting', () => {
    expect(sees([protection('PROTECTED_REGISTRATION')], meeting)).toEqual([
      'sara',
      'anna',
      'karin',
      'elsa',
      'maria',
      'johan',
    ]);
  });

  test('of another person closes nothing about Elsa', () => {
    expect(sees([protection('PROTECTED_REGISTRATION', { personId: MARIA })], contact)).toContain('johan');
  });

  test('says so where consent would open, and only there', () => {
    const facts = elsasCase({ said, protections: [protection('CONFIDENTIALITY_MARKING')] });
    expect(decisionFor(facts, 'karin', NOW).cell(SOCIAL, 'CONTACT')).toEqual({
      open: false,
      reason: 'PROTECTED_IDENTITY',
    });
    expect(decisionFor(facts, 'bo', NOW).cell(SOCIAL, 'CONTACT')).toEqual({ open: false, reason: 'NO_CONSENT' });
    expect(decisionFor(facts, 'maria', NOW).cell(SOCIAL, 'CONTACT')).toEqual({
      open: false,
      reason: 'PROTECTED_IDENTITY',
    });
    expect(decisionFor(facts, 'karin', NOW).cell(SOCIAL, 'MEETING').open).toBe(true);
    expect(decisionFor(facts, 'karin', NOW).rule('meetingPlace')).toEqual({
      open: false,
      reason: 'PROTECTED_IDENTITY',
    });
    expect(decisionFor(facts, 'anna', NOW).rule('meetingPlace').open).toBe(true);
  });

  test('starts and ends at its millisecond, and a verdict knows of one that is coming', () => {
    const period = { from: NOW, until: NOW + 10 };
    const facts = elsasCase({ said, protections: [protection('CONFIDENTIALITY_MARKING', { period })] });
    const reads = (at: number): boolean => decisionFor(facts, 'karin', at).piece(contact).open;
    expect([NOW - 1, NOW, NOW + 9, NOW + 10].map(reads)).toEqual([true, false, false, true]);
    expect(decisionFor(facts, 'karin', NOW - 1).piece(contact)).toMatchObject({ open: true, until: NOW });
    expect(decisionFor(facts, 'maria', NOW - 1).piece(contact)).toMatchObject({ open: true, until: NOW });
    expect(decisionFor(facts, 'karin', NOW - 1).changesAt).toBe(NOW);
  });

  test('that has begun ends nothing for those who handle it; the next one does', () => {
    const handlerIds = [people.anna.roleTermId];
    const until = (from: number | null, later: number): unknown => {
      const [now, then] = [from, later].map((start) => ({ from: start, until: null }));
      const protections = [
        protection('PROTECTED_REGISTRATION', { handlerIds, period: now! }),
        protection('CONFIDENTIALITY_MARKING', { period: then! }),
      ];
      return decisionFor(elsasCase({ protections }), 'anna', NOW).piece(contact);
    };
    for (const from of [null, NOW - 1, NOW]) {
      expect(until(from, NOW)).toMatchObject({ open: true, until: null });
      expect(until(from, NOW + 5)).toMatchObject({ open: true, until: NOW + 5 });
    }
  });
});
