import type { AgencyId, PersonId, RoleTermId } from '../../src/core/ids.js';
import { ALWAYS } from '../../src/core/period.js';
import { isFoundByName } from '../../src/core/rules/found-by-name.js';
import { requireAgency, requireOwnAgency } from '../../src/core/rules/own-agency-writes.js';
import { requireRoleTerm } from '../../src/core/rules/role-term-acts.js';
import {
  formLapsesAt,
  needsSecondPerson,
  requireNoSince,
  requireSecondPerson,
} from '../../src/core/rules/second-person.js';
import { getsReceipt } from '../../src/core/rules/who-gets-receipt.js';
import { authorOfBlock, mayLift } from '../../src/core/rules/who-may-block.js';
import { requireSpeaksFor } from '../../src/core/rules/who-may-change-action.js';
import { requireMayDisclose, requireRecipient } from '../../src/core/rules/who-may-disclose.js';
import type { DisclosingRole } from '../../src/core/rules/who-may-disclose.js';
import { requireMayEnd } from '../../src/core/rules/who-may-end-assignment.js';
import { requireOwnForm, requireOwnVoice } from '../../src/core/rules/who-may-enter.js';
import { requireSigner, whoMayState } from '../../src/core/rules/who-may-state.js';
import { subjectOf } from '../../src/core/subject.js';
import type { Subject } from '../../src/core/subject.js';
import {
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
  POLICE,
  protection,
  refuses,
  SCHOOL,
  SOCIAL,
  VELLINGE,
  yes,
} from '../support/core-fixtures.js';
import type { Name } from '../support/core-fixtures.js';
import { refused } from '../support/refused.js';

const NOW = noon('2026-02-01');
const NAMES = Object.keys(people) as Name[];
const facts = elsasCase();

/** The reverse question: of everybody, who may? */
const whoMay = (act: (name: Name) => unknown): Name[] => NAMES.filter((name) => refused(() => act(name)) === null);

describe('whose statement, and who enters it', () => {
  test('a professional enters a form about which they informed, a coordinator any', () => {
    const informedBy = people.karin.professionalId;
    const staff = (['sara', 'anna', 'karin', 'bo'] as const).filter(
      (name) => refused(() => requireOwnForm(people[name], informedBy)) === null,
    );
    expect(staff).toEqual(['sara', 'karin']);
    expect(refused(() => requireOwnForm(people.bo, informedBy))).toBe('FORBIDDEN onlyWhoInformed');
  });

  test('the family speaks for itself; staff take anybody’s no', () => {
    expect(whoMay((name) => requireOwnVoice(people[name], MARIA))).toEqual(
      NAMES.filter((n) => n !== 'elsa' && n !== 'johan'),
    );
    expect(refused(() => requireOwnVoice(people.johan, MARIA))).toBe('FORBIDDEN onlyOwnStatements');
  });

  const elsa = (more: Parameters<typeof elsasCase>[0] = {}): Subject => subjectOf(elsasCase(more), ELSA) as Subject;
  test.each([
    ['at 14: her own no counts, and both guardians', elsa(), NOW, [ELSA, MARIA, JOHAN]],
    ['the day before 18', elsa(), noon('2029-06-09'), [ELSA, MARIA, JOHAN]],
    ['at 18 she alone, from midnight', elsa(), midnight('2029-06-10'), [ELSA]],
    [
      'a prevented guardian does not',
      elsa({ custody: [custody(MARIA), custody(JOHAN, { preventedFrom: '2026-01-01' })] }),
      NOW,
      [ELSA, MARIA],
    ],
    ['before there are any rules, nobody', { ...elsa(), packs: [] }, NOW, []],
  ])('%s', (_, subject, at, expected) => {
    expect(whoMayState(subject, at)).toEqual(expected);
  });

  test('whoever does not count is refused as a signer', () => {
    expect(requireSigner(elsa(), MARIA, NOW)).toBe(MARIA);
    expect(refused(() => requireSigner(elsa(), NILS, NOW))).toBe('BAD_USER_INPUT notASigner');
  });
});

describe('four eyes', () => {
  test('where the rules ask for it, and where there are none', () => {
    const packs = (rules: typeof VELLINGE) => elsasCase({ rules }).packs;
    expect(needsSecondPerson(packs(VELLINGE), NOW)).toBe(false);
    expect(needsSecondPerson(packs({ ...VELLINGE, consentNeedsSecondPerson: true }), NOW)).toBe(true);
    expect(needsSecondPerson([], NOW)).toBe(true);
  });

  test('a form waits for fourteen days', () => {
    expect(formLapsesAt(noon('2026-02-01'))).toBe(noon('2026-02-15'));
  });

  test('the second person is another professional, in whatever role', () => {
    expect(whoMay((name) => requireSecondPerson(people[name], people.sara.professionalId))).toEqual([
      'anna',
      'karin',
      'petra',
      'lars',
      'bo',
      'stig',
      'ada',
    ]);
    expect(refused(() => requireSecondPerson(people.sara, people.sara.professionalId))).toBe(
      'FORBIDDEN secondPersonNeeded',
    );
    expect(refused(() => requireSecondPerson(people.elsa, people.sara.professionalId))).toBe(
      'FORBIDDEN secondPersonNeeded',
    );
  });

  const form = { subjectId: ELSA, signerIds: [MARIA, JOHAN] };
  test.each([
    ['nothing said since', [], null],
    ['a no at that very instant', [refuses(MARIA, NOW)], 'INVALID_STATE formOvertaken'],
    ['a no since', [refuses(JOHAN, NOW + 1)], 'INVALID_STATE formOvertaken'],
    ['a no before', [refuses(MARIA, NOW - 1)], null],
    ['a yes since', [yes(MARIA, NOW + 1)], null],
    ['the no of somebody who did not sign', [refuses(ELSA, NOW + 1)], null],
    ['a no about a brother', [refuses(MARIA, NOW + 1, { subjectId: NILS })], null],
    ['a no among yeses', [yes(MARIA, NOW), refuses(JOHAN, NOW)], 'INVALID_STATE formOvertaken'],
  ])('a form meets %s', (_, said, expected) => {
    expect(refused(() => requireNoSince(elsasCase({ said }).ledger, form, NOW))).toBe(expected);
  });
});

describe('whose block', () => {
  const of = (name: Name, signerId: PersonId | null = null, from: AgencyId | null = null) => {
    try {
      const { bySignerId, byHolderId } = authorOfBlock(
        people[name],
        signerId,
        from && [grant(['SCHOOL_RESULTS'], from)],
      );
      return bySignerId ?? byHolderId;
    } catch (error) {
      return (error as Error).message;
    }
  };
  test.each([
    ['Elsa sets her own', of('elsa'), ELSA],
    ['Maria, named as herself', of('maria', MARIA), MARIA],
    ['Maria not Johan’s', of('maria', JOHAN), 'FORBIDDEN: onlyOwnStatements'],
    ['Karin takes down Elsa’s, about anything', of('karin', ELSA, POLICE), ELSA],
    ['Karin the school’s, about everything of it', of('karin'), SCHOOL],
    ['Karin about what the school holds', of('karin', null, SCHOOL), SCHOOL],
    ['Karin not about what the police hold', of('karin', null, POLICE), 'FORBIDDEN: onlyOwnInformation'],
    ['the steering group has no information', of('stig'), 'FORBIDDEN: onlyOwnInformation'],
  ])('%s', (_, found, expected) => {
    expect(found).toBe(expected);
  });

  test('a holder’s is about its own information alone', () => {
    const mixed = [grant(['PLAN'], SCHOOL), grant(['PLAN'], POLICE)];
    expect(refused(() => authorOfBlock(people.karin, null, mixed))).toBe('FORBIDDEN onlyOwnInformation');
  });

  test('neither is named beside the other', () => {
    expect(authorOfBlock(people.elsa, null, null)).toEqual({ bySignerId: ELSA, byHolderId: null });
    expect(authorOfBlock(people.karin, ELSA, null)).toEqual({ bySignerId: ELSA, byHolderId: null });
    expect(authorOfBlock(people.karin, null, null)).toEqual({ bySignerId: null, byHolderId: SCHOOL });
  });

  const lifts = (author: Parameters<typeof mayLift>[1]): Name[] =>
    NAMES.filter((name) => mayLift(people[name], author));
  test('a signer’s is lifted by the signer, or by the coordinator on the signer’s word', () => {
    expect(lifts({ bySignerId: MARIA, byHolderId: null })).toEqual(['sara', 'maria']);
  });
  test('a holder’s by the holder’s own staff', () => {
    expect(lifts({ bySignerId: null, byHolderId: SCHOOL })).toEqual(['karin']);
    expect(lifts({ bySignerId: null, byHolderId: SOCIAL })).toEqual(['sara', 'anna']);
  });
});

describe('who says how far an action has come', () => {
  const { bo, elsa } = people;
  test.each<[string, { kind: string; id: string }, Name[]]>([
    ['the police officer', { kind: 'PROFESSIONAL', id: bo.roleTermId }, ['sara', 'bo']],
    ['the police as an agency', { kind: 'AGENCY', id: POLICE }, ['sara', 'bo']],
    ['Elsa', { kind: 'YOUNG_PERSON', id: elsa.personId }, ['sara', 'karin', 'elsa']],
    ['somebody else of the same kind', { kind: 'YOUNG_PERSON', id: NILS }, ['sara', 'karin']],
    ['Maria', { kind: 'GUARDIAN', id: MARIA }, ['sara', 'karin']],
    ['nobody who is assigned', { kind: 'PROFESSIONAL', id: 'nobody' }, ['sara']],
    ['Elsa, by a wrong kind', { kind: 'GUARDIAN', id: ELSA }, ['sara', 'karin']],
  ])('%s is responsible for what the school wrote down', (_, responsible, expected) => {
    const action = { holderId: SCHOOL, responsible };
    expect(whoMay((name) => requireSpeaksFor(facts, people[name], action))).toEqual(expected);
    expect(refused(() => requireSpeaksFor(facts, people.lars, action))).toBe('FORBIDDEN onlyResponsible');
  });
});

describe('who discloses without consent, and to whom', () => {
  const role = (more: Partial<DisclosingRole> = {}): DisclosingRole => ({
    agencyId: POLICE,
    capacity: 'PROFESSIONAL',
    profession: 'POLICE_OFFICER',
    mayDisclose: true,
    period: ALWAYS,
    ...more,
  });
  test('a role that carries the right', () => {
    expect(requireMayDisclose(role())).toEqual(role());
    expect(refused(() => requireMayDisclose(role({ mayDisclose: false })))).toBe('FORBIDDEN roleMayNotDisclose');
    expect(refused(() => requireMayDisclose(null))).toBe('FORBIDDEN roleMayNotDisclose');
  });
  test.each([
    ['a police officer', role(), null],
    ['a coordinator', role({ capacity: 'COORDINATOR' }), null],
    ['nobody', null, 'BAD_USER_INPUT recipientUnknown'],
    ['a member of the steering group', role({ capacity: 'STEERING_MEMBER' }), 'BAD_USER_INPUT recipientUnknown'],
    ['somebody of no agency', role({ agencyId: null }), 'BAD_USER_INPUT recipientUnknown'],
    ['a role that is over', role({ period: { from: null, until: NOW } }), 'BAD_USER_INPUT recipientUnknown'],
    ['a colleague', role({ agencyId: SCHOOL }), 'BAD_USER_INPUT recipientOfHolder'],
  ])('to %s', (_, to, expected) => {
    expect(refused(() => requireRecipient(to, SCHOOL, NOW))).toBe(expected);
  });
  test('what is told is the agency it goes to', () => {
    expect(requireRecipient(role(), SCHOOL, NOW)).toBe(POLICE);
  });
});

describe('who ends a place in the group', () => {
  const ends = (name: Name, place: RoleTermId, profession = 'TEACHER'): string | null =>
    refused(() => requireMayEnd(facts, { ...people[name], profession }, decisionFor(facts, name, NOW), place));
  const [karin, bo] = [people.karin.roleTermId, people.bo.roleTermId];
  test.each([
    ['Karin her own', ends('karin', karin), null],
    ['Karin not the police’s', ends('karin', bo), 'NOT_FOUND nodeNotFound'],
    ['the coordinator anybody’s', ends('sara', bo), null],
    ['the police’s unit manager the police’s', ends('bo', bo, 'UNIT_MANAGER'), null],
    ['the school’s unit manager not the police’s', ends('karin', bo, 'UNIT_MANAGER'), 'NOT_FOUND nodeNotFound'],
    ['a place that is none', ends('karin', 'nobody' as RoleTermId, 'UNIT_MANAGER'), 'NOT_FOUND nodeNotFound'],
  ])('%s', (_, found, expected) => {
    expect(found).toBe(expected);
  });
  test('a unit manager who is not in the case, that of the own agency', () => {
    const managers = { ...people.petra, agencyId: POLICE, profession: 'UNIT_MANAGER' };
    const unknown = { participant: () => ({ open: false, reason: 'CAPACITY' }) as const };
    expect(refused(() => requireMayEnd(facts, managers, unknown, bo))).toBeNull();
    expect(refused(() => requireMayEnd(facts, { ...managers, profession: 'TEACHER' }, unknown, bo))).not.toBeNull();
    expect(refused(() => requireMayEnd(facts, { ...managers, capacity: 'COORDINATOR' }, unknown, bo))).not.toBeNull();
  });
});

test('a receipt is for whoever made the statement, and for the coordinator', () => {
  const gets = (signerId: PersonId): Name[] =>
    NAMES.filter((name) => getsReceipt(people[name], { signerId, subjectId: ELSA }, decisionFor(facts, name, NOW)));
  expect(gets(MARIA)).toEqual(['sara', 'maria']);
  expect(gets(ELSA)).toEqual(['sara', 'elsa']);
  const closedTo = elsasCase({ assignments: [] });
  expect(getsReceipt(people.sara, { signerId: MARIA, subjectId: ELSA }, decisionFor(closedTo, 'sara', NOW))).toBe(
    false,
  );
});

test('staff write for their own agency, in a role of theirs', () => {
  expect(whoMay((name) => requireAgency(people[name]))).toEqual(['sara', 'anna', 'karin', 'petra', 'lars', 'bo']);
  expect(requireAgency(people.bo)).toBe(POLICE);
  expect(refused(() => requireAgency(people.elsa))).toBe('FORBIDDEN capacityMayNot');
  expect(whoMay((name) => requireOwnAgency(people[name], SOCIAL))).toEqual(['sara', 'anna']);
  expect(refused(() => requireOwnAgency(people.lars, SOCIAL))).toBe('FORBIDDEN onlyOwnAgency');
  expect(requireRoleTerm(people.stig)).toBe(people.stig.roleTermId);
  expect(refused(() => requireRoleTerm(people.maria))).toBe('FORBIDDEN capacityMayNot');
});

describe('whether a case is found by name', () => {
  const finds = (more: Parameters<typeof elsasCase>[0]): Name[] =>
    NAMES.filter((name) => isFoundByName(elsasCase(more), people[name], NOW));
  const family: Name[] = ['elsa', 'maria', 'johan'];
  test('by everybody who works in cases, and the family', () => {
    expect(finds({})).toEqual(['sara', 'anna', 'karin', 'petra', 'lars', 'bo', ...family]);
  });
  test('not while the registration is protected, but by those who handle it', () => {
    const handlerIds = [people.anna.roleTermId];
    expect(finds({ protections: [protection('PROTECTED_REGISTRATION', { handlerIds })] })).toEqual(['anna', ...family]);
  });
  test('under a marking by the coordinator’s agency', () => {
    expect(finds({ protections: [protection('CONFIDENTIALITY_MARKING')] })).toEqual(['sara', 'anna', ...family]);
  });
  test('another person’s protection changes nothing', () => {
    const protections = [protection('PROTECTED_REGISTRATION', { personId: MARIA })];
    expect(finds({ protections })).toContain('bo');
  });
  test('both protections must let somebody through', () => {
    const handlerIds = [people.anna.roleTermId, people.bo.roleTermId];
    const both = [protection('CONFIDENTIALITY_MARKING'), protection('PROTECTED_REGISTRATION', { handlerIds })];
    expect(finds({ protections: both })).toEqual(['anna', ...family]);
  });
});
