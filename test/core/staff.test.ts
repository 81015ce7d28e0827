import type { BlockId, PersonId } from '../../src/core/ids.js';
import { ALWAYS } from '../../src/core/period.js';
import {
  block,
  custody,
  decisionFor,
  ELSA,
  elsasCase,
  grant,
  JOHAN,
  MARIA,
  midnight,
  NILS,
  noon,
  people,
  piece,
  policeReads,
  SCHOOL,
  VELLINGE,
  yes,
} from '../support/core-fixtures.js';
import type { Name } from '../support/core-fixtures.js';

const SPRING = noon('2026-04-01');
const asked = elsasCase({ said: [yes(MARIA, noon('2026-01-01')), yes(JOHAN, noon('2026-01-02'))] });

describe('what staff are told, and on which basis', () => {
  test('a consent is named by all its statements, in the order of the ledger', () => {
    const facts = elsasCase({
      custody: [custody(JOHAN), custody(MARIA)],
      said: [yes(MARIA, noon('2026-01-01')), yes(JOHAN, noon('2026-01-02'))],
    });
    expect(decisionFor(facts, 'bo', SPRING).piece(piece())).toMatchObject({
      open: true,
      basis: { kind: 'CONSENT', statements: [1, 2] },
    });
  });

  test('of two subjects, both consents must reach when it was recorded', () => {
    const about = (year: string) => [{ from: noon(`${year}-01-01`), until: noon(`${year}-12-31`) }];
    const facts = elsasCase({
      said: [
        yes(MARIA, noon('2026-01-01')),
        yes(JOHAN, noon('2026-01-01')),
        yes(MARIA, noon('2026-01-01'), { subjectId: NILS, dataPeriods: about('2024') }),
      ],
    });
    const both = (date: string) => piece({ subjectIds: [ELSA, NILS], recordedAt: noon(date) });
    expect(policeReads(facts, SPRING, both('2024-05-05'))).toBe(true);
    expect(policeReads(facts, SPRING, both('2023-05-05'))).toBe(false);
  });

  test('of two subjects, the statements are named in the order of the ledger, whoever is named first', () => {
    const once = Array.from({ length: 8 }, () => yes(MARIA, noon('2026-01-01')));
    const aboutNils = yes(MARIA, noon('2026-01-01'), { subjectId: NILS });
    const said = [...once, aboutNils, yes(MARIA, noon('2026-01-01')), yes(JOHAN, noon('2026-01-01'))];
    const statements = (subjectIds: PersonId[]) =>
      decisionFor(elsasCase({ said }), 'bo', SPRING).piece(piece({ subjectIds }));
    for (const subjectIds of [
      [ELSA, NILS],
      [NILS, ELSA],
    ]) {
      expect(statements(subjectIds)).toMatchObject({ basis: { kind: 'CONSENT', statements: [9, 10, 11] } });
    }
  });

  test('a piece about nobody is no one’s but the holder’s', () => {
    const aboutNobody = piece({ subjectIds: [] });
    expect(decisionFor(asked, 'bo', SPRING).piece(aboutNobody)).toEqual({ open: false, reason: 'NO_CONSENT' });
    expect(decisionFor(asked, 'karin', SPRING).piece(aboutNobody).open).toBe(true);
  });

  test.each<[Name, 'consentDetails' | 'participants' | 'accessRecords', object]>([
    ['sara', 'consentDetails', { open: true, basis: { kind: 'RULE', rule: 'consentDetails' } }],
    ['sara', 'participants', { open: true, basis: { kind: 'RULE', rule: 'participants' } }],
    ['sara', 'accessRecords', { open: false, reason: 'CAPACITY' }],
    ['bo', 'consentDetails', { open: false, reason: 'CAPACITY' }],
    ['bo', 'participants', { open: false, reason: 'CAPACITY' }],
  ])('%s and %s', (name, rule, verdict) => {
    expect(decisionFor(asked, name, SPRING).rule(rule)).toMatchObject(verdict);
  });

  test('the coordinator sees who takes part by rule, everybody else only their own place', () => {
    const { roleTermId } = people.bo;
    expect(decisionFor(asked, 'sara', SPRING).participant(roleTermId)).toMatchObject({
      basis: { kind: 'RULE', rule: 'participants' },
    });
    expect(decisionFor(asked, 'bo', SPRING).participant(roleTermId).open).toBe(true);
    expect(decisionFor(asked, 'karin', SPRING).participant(roleTermId)).toEqual({ open: false, reason: 'CAPACITY' });
  });

  test('who is not in the case is told when the own assignment begins, not when another does', () => {
    const from = (name: 'bo' | 'karin', date: string) => {
      const { roleTermId, professionalId, agencyId } = people[name];
      return { roleTermId, professionalId, agencyId, period: { ...ALWAYS, from: noon(date) } };
    };
    const facts = elsasCase({ assignments: [from('karin', '2026-05-01'), from('bo', '2026-06-01')] });
    expect(decisionFor(facts, 'bo', SPRING).changesAt).toBe(noon('2026-06-01'));
    expect(decisionFor(facts, 'karin', SPRING).changesAt).toBe(noon('2026-05-01'));
  });

  test('an opening lasts until something about it changes, not until the next thing that happens', () => {
    const packs = ['2000-01-01', '2026-05-01'].map((date, index) => ({
      validFrom: midnight(date),
      pack: { ...VELLINGE, version: index + 1 },
    }));
    // From 15 Elsa signs herself.
    expect(decisionFor({ ...asked, packs }, 'bo', SPRING).piece(piece())).toMatchObject({
      until: midnight('2026-06-10'),
    });
  });

  test('that somebody signs again is no end: until when the other is prevented is not felt', () => {
    const until = noon('2026-12-31');
    const said = [yes(MARIA, noon('2026-01-01'), { until }), yes(JOHAN, noon('2026-01-01'), { until })];
    const [maria, johan] = [custody(MARIA), custody(JOHAN)];
    const prevented = custody(JOHAN, { preventedFrom: '2026-03-01', preventedUntil: '2026-05-01' });
    const ends = [johan, prevented].map((other) => {
      const facts = elsasCase({ born: '2013-06-10', custody: [maria, other], said });
      const decision = decisionFor(facts, 'bo', SPRING);
      return [decision.piece(piece()), decision.cell(SCHOOL, 'SCHOOL_ATTENDANCE')].map(
        (verdict) => verdict.open && verdict.until,
      );
    });
    expect(ends).toEqual([
      [until, until],
      [until, until],
    ]);
  });

  test('two categories on the same form are told apart by what blocks them', () => {
    const form = { grants: [grant(['SCHOOL_ATTENDANCE', 'SCHOOL_RESULTS'])] };
    const facts = elsasCase({
      said: [yes(MARIA, noon('2026-01-01'), form), yes(JOHAN, noon('2026-01-01'), form)],
      blocks: [
        block({ id: 'one' as BlockId, grants: [grant(['SCHOOL_ATTENDANCE'])] }),
        block({
          id: 'two' as BlockId,
          grants: [grant(['SCHOOL_RESULTS'])],
          period: { from: noon('2026-01-01'), until: noon('2026-02-01') },
        }),
      ],
    });
    const police = decisionFor(facts, 'bo', SPRING);
    expect(police.piece(piece()).open).toBe(false);
    expect(police.piece(piece({ category: 'SCHOOL_RESULTS' })).open).toBe(true);
  });
});
