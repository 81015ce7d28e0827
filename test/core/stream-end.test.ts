import type { CaseFacts } from '../../src/core/case-facts.js';
import { streamEnd, unknownSince } from '../../src/core/stream-end.js';
import type { StreamSubject } from '../../src/core/stream-end.js';
import {
  custody,
  decisionFor,
  ELSA,
  elsasCase,
  grant,
  JOHAN,
  MARIA,
  midnight,
  noon,
  people,
  POLICE,
  protection,
  SOCIAL,
  VELLINGE,
  withdraws,
  yes,
} from '../support/core-fixtures.js';
import type { Name } from '../support/core-fixtures.js';

const START = noon('2026-01-10');
const NOW = noon('2026-02-01');
const plan: StreamSubject = { category: 'PLAN', kind: 'PLAN' };
const grants = [grant(['PLAN', 'CONTACT'], SOCIAL, POLICE)];
const said = [yes(MARIA, START, { grants }), yes(JOHAN, START, { grants })];

const ends = (facts: CaseFacts, name: Name, at = NOW, subject: StreamSubject = plan): string | null =>
  streamEnd(facts, decisionFor(facts, name, at), people[name], subject);

test('goes on while what it is about is open', () => {
  const facts = elsasCase({ said });
  expect((['bo', 'sara', 'elsa', 'maria'] as const).map((name) => ends(facts, name))).toEqual([null, null, null, null]);
  expect(ends(facts, 'bo', NOW, null)).toBeNull();
});

test.each(['CLOSED', 'DECLINED'] as const)('ends when the case is %s', (status) => {
  expect(ends(elsasCase({ said, status }), 'bo')).toBe('CASE_CLOSED');
});

test('ends with consent, and about the case itself it does not', () => {
  const facts = elsasCase({ said: [...said, withdraws(JOHAN, START)] });
  expect([ends(facts, 'bo'), ends(facts, 'bo', NOW, null)]).toEqual(['CONSENT_ENDED', null]);
  expect(ends(elsasCase(), 'bo')).toBe('CONSENT_ENDED');
  expect(ends(elsasCase({ said }), 'lars')).toBe('CONSENT_ENDED');
});

test('judges the kind that it is about: what tells where she is closes under protection', () => {
  const facts = elsasCase({ said, protections: [protection('CONFIDENTIALITY_MARKING')] });
  expect(ends(facts, 'bo', NOW, { category: 'CONTACT', kind: 'CONTACT' })).toBe('CONSENT_ENDED');
  expect(ends(facts, 'bo', NOW, { category: 'CONTACT', kind: 'SITUATION' })).toBeNull();
});

test('ends with the assignment', () => {
  expect(ends(elsasCase({ said, assignments: [] }), 'bo')).toBe('ASSIGNMENT_ENDED');
  expect(ends(elsasCase({ said }), 'stig')).toBe('ASSIGNMENT_ENDED');
});

describe('her birthdays', () => {
  const fifteen = midnight('2026-06-10');
  const eighteen = midnight('2029-06-10');

  test('at 15 what only her guardians opened ends by her age, from midnight on', () => {
    const facts = elsasCase({ said });
    const later = elsasCase({ said: [...said, yes(ELSA, fifteen + 10, { grants })] });
    for (const one of [facts, later]) {
      const turns = [fifteen - 1, fifteen, fifteen + 1].map((at) => ends(one, 'bo', at));
      expect(turns).toEqual([null, 'AGE_REACHED', 'AGE_REACHED']);
    }
  });

  test('what was taken back before, or ends after, ends by consent', () => {
    const before = elsasCase({ said: [...said, withdraws(JOHAN, fifteen - 1)] });
    expect(ends(before, 'bo', fifteen)).toBe('CONSENT_ENDED');
    const until = fifteen + 10;
    const three = [MARIA, JOHAN, ELSA].map((signer) => yes(signer, START, { grants, until }));
    expect([until - 1, until].map((at) => ends(elsasCase({ said: three }), 'bo', at))).toEqual([null, 'CONSENT_ENDED']);
  });

  test('at 18 by hers too, where the rules then ask for somebody else', () => {
    const rules = { ...VELLINGE, youngPersonSignsFromAge: 18 };
    expect(ends(elsasCase({ said, rules }), 'bo', eighteen)).toBe('AGE_REACHED');
  });

  test('a guardian’s own stream ends at 18 by age, before by the end of custody', () => {
    const facts = elsasCase({ custody: [custody(MARIA), custody(JOHAN, { until: '2026-01-20' })] });
    expect(ends(facts, 'johan')).toBe('ASSIGNMENT_ENDED');
    expect([eighteen - 1, eighteen].map((at) => ends(facts, 'maria', at))).toEqual([null, 'AGE_REACHED']);
  });

  test('what cannot be known any more ended by age only where a guardian’s does', () => {
    const facts = elsasCase();
    expect(unknownSince(facts, people.maria, eighteen)).toBe('AGE_REACHED');
    expect(unknownSince(facts, people.maria, eighteen - 1)).toBe('ASSIGNMENT_ENDED');
    expect(unknownSince(null, people.maria, eighteen)).toBe('ASSIGNMENT_ENDED');
    expect(unknownSince(facts, people.bo, eighteen)).toBe('ASSIGNMENT_ENDED');
    const unborn = elsasCase({ born: null });
    expect(unknownSince(unborn, people.maria, eighteen)).toBe('ASSIGNMENT_ENDED');
    const brothers = elsasCase({ born: '2020-01-01' });
    expect(unknownSince(brothers, people.maria, midnight('2035-03-03'))).toBe('ASSIGNMENT_ENDED');
  });
});

test('about whom the case knows as a guardian nothing was open', () => {
  const facts = { ...elsasCase({ said }), youngPersonId: MARIA };
  const decision = { ...decisionFor(elsasCase(), 'bo', NOW) };
  expect(streamEnd(facts, decision, people.bo, plan)).toBe('CONSENT_ENDED');
});
