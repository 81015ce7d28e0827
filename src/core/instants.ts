import { turnsAt } from './calendar.js';
import type { CaseFacts } from './case-facts.js';
import type { Instant } from './period.js';
import { MAJORITY_AGE } from './rules/majority.js';
import { instantsOfActs, instantsOfRules, instantsOfTime, subjectOf } from './subject.js';

/**
 * Every instant at which anything about a case may change without a write: for every viewer the same, so that it can
 * be too early for one of them, and never too late.
 */
export function instantsOf(facts: CaseFacts): readonly (Instant | null)[] {
  const subjects = facts.persons.map(({ id }) => subjectOf(facts, id)).filter((subject) => subject !== null);
  const periods = [...facts.blocks, ...facts.assignments, ...facts.protections].map(({ period }) => period);
  const dataPeriods = facts.ledger.flatMap((statement) => statement.dataPeriods ?? []);
  return [
    ...subjects.flatMap((subject) => [
      ...instantsOfTime(subject),
      ...instantsOfRules(subject),
      ...instantsOfActs(subject),
      turnsAt(subject.birthDate, MAJORITY_AGE),
    ]),
    ...facts.ledger.flatMap(({ appliesFrom, until }) => [appliesFrom, until]),
    ...[...periods, ...dataPeriods].flatMap(({ from, until }) => [from, until]),
  ];
}
