import { ageAt, daysBetween, midnightOf } from '../calendar.js';
import type { LocalDate } from '../case-facts.js';
import { OUTCOME_CATEGORIES } from '../information-category.js';
import type { OutcomeLevel } from '../outcome.js';
import { MissingFactError } from '../errors.js';
import { populationOf } from './flow.js';
import type { Population, ShownFlow } from './flow.js';
import type { ReportPart, ReportTableName } from './names.js';
import type { ReportTable } from './report-table.js';
import { SMALLEST_SHOWN } from './smallest.js';
import type { CaseCourse, TermFacts } from './term-facts.js';

/** One split of those who began, or of those who ended, into parts of which each of them is in exactly one. */
interface PersonTable {
  readonly name: ReportTableName;
  readonly population: Population;
  readonly isPublic: boolean;
  readonly parts: readonly ReportPart[];
  readonly partOf: (course: CaseCourse) => ReportPart;
}

const SOON_DAYS = 30;

const leadTime = (
  name: ReportTableName,
  between: (course: CaseCourse) => readonly [LocalDate | null, LocalDate | null],
): PersonTable => ({
  ...{ name, population: 'BEGAN', isPublic: false, parts: ['WITHIN_30_DAYS', 'LATER_OR_NOT_YET'] },
  partOf(course) {
    const [from, to] = between(course);
    const isSoon = from !== null && to !== null && daysBetween(from, to) <= SOON_DAYS;
    return isSoon ? 'WITHIN_30_DAYS' : 'LATER_OR_NOT_YET';
  },
});

const isReached = (level: OutcomeLevel | null | undefined): boolean => level === 'MET' || level === 'PARTLY_MET';

const effect = (category: (typeof OUTCOME_CATEGORIES)[number], when: 'before' | 'after'): PersonTable => ({
  ...{ name: `${category}_${when === 'before' ? 'BEFORE' : 'AFTER'}` as const, population: 'ENDED', isPublic: true },
  parts: ['REACHED', 'NOT_REACHED_OR_UNKNOWN'],
  // Of several agencies that know of it, one is enough.
  partOf: ({ effects }) =>
    effects.some((one) => one.category === category && isReached(one[when])) ? 'REACHED' : 'NOT_REACHED_OR_UNKNOWN',
});

/**
 * All splits there are. Two of the same young persons are never crossed, and age is one of those who began alone: an
 * outcome by age would be about one class at school.
 */
export const PERSON_TABLES: readonly PersonTable[] = [
  {
    ...{ name: 'AGE_AT_START', population: 'BEGAN', isPublic: true },
    parts: ['UNDER_15', 'FROM_15_TO_17', 'FROM_18'],
    partOf: ({ birthDate, beganOn }) => {
      if (birthDate === null || beganOn === null) throw new MissingFactError('birth date');
      const age = ageAt(birthDate, midnightOf(beganOn));
      return age < 15 ? 'UNDER_15' : age < 18 ? 'FROM_15_TO_17' : 'FROM_18';
    },
  },
  leadTime('PROPOSAL_TO_CONSENT', ({ proposedOn, beganOn }) => [proposedOn, beganOn]),
  leadTime('CONSENT_TO_FIRST_MEETING', ({ beganOn, firstMeetingOn }) => [beganOn, firstMeetingOn]),
  leadTime('FIRST_MEETING_TO_PLAN', ({ firstMeetingOn, plannedOn }) => [firstMeetingOn, plannedOn]),
  {
    ...{ name: 'CONSENT_WITHDRAWN', population: 'ENDED', isPublic: false, parts: ['WITHDRAWN', 'NOT_WITHDRAWN'] },
    partOf: ({ consentWithdrawn }) => (consentWithdrawn ? 'WITHDRAWN' : 'NOT_WITHDRAWN'),
  },
  ...OUTCOME_CATEGORIES.flatMap((category) => [effect(category, 'before'), effect(category, 'after')]),
];

/** Every split of the term: whole, or nothing of it. */
export function personTables(facts: TermFacts, shown: ShownFlow): readonly ReportTable[] {
  return PERSON_TABLES.map(({ name, population, isPublic, parts, partOf }) => {
    const counts = new Map<ReportPart, number>(parts.map((part) => [part, 0]));
    for (const course of populationOf(population, facts)) {
      const part = partOf(course);
      counts.set(part, (counts.get(part) ?? 0) + 1);
    }
    const isTold = shown[population] !== null && parts.every((part) => (counts.get(part) ?? 0) >= SMALLEST_SHOWN);
    const cells = [...counts].map(([of, count]) => ({ of, count: isTold ? count : null }));
    return { name, unit: 'YOUNG_PERSONS' as const, isPublic, rows: [{ party: null, text: null, cells }] };
  });
}
