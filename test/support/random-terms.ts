import fc from 'fast-check';
import { OUTCOME_CATEGORIES } from '../../src/core/information-category.js';
import { OUTCOME_LEVELS } from '../../src/core/outcome.js';
import type { CaseCourse } from '../../src/core/steering-report/term-facts.js';
import type { Term } from '../../src/core/steering-term.js';

/** Eight terms on end. */
export const TERMS: readonly Term[] = [2023, 2024, 2025, 2026].flatMap((year) => [
  { from: `${year}-01-01`, through: `${year}-06-30` },
  { from: `${year}-07-01`, through: `${year}-12-31` },
]);

/** A day of a term, and none after the last one. */
const dayIn = (term: number, day: number): string | null => {
  const found = TERMS[term];
  if (found === undefined) return null;
  const month = Number(found.from.slice(5, 7)) + Math.floor(day / 28);
  return `${found.from.slice(0, 5)}${String(month).padStart(2, '0')}-${String((day % 28) + 1).padStart(2, '0')}`;
};

/** Two of them; some are at home in neither. */
export const AREAS = [
  { id: 'one', name: 'one' },
  { id: 'other', name: 'other' },
];

const level = fc.constantFrom(...OUTCOME_LEVELS);
const chance = fc.integer({ min: 0, max: 9 });

/** Of one young person, but for the term in which it begins and the one in which it ends. */
const course = fc
  .record({
    ...{
      day: fc.integer({ min: 0, max: 80 }),
      wait: fc.integer({ min: 0, max: 80 }),
      meets: chance,
      withdrawn: chance,
    },
    ...{ declined: chance, born: fc.constantFrom('2004', '2008', '2009', '2011', '2012') },
    effects: fc.array(fc.tuple(level, level), { minLength: OUTCOME_CATEGORIES.length, maxLength: 5 }),
  })
  .map((one) => (term: number, endTerm: number): CaseCourse => {
    const { day, wait, meets, withdrawn, declined, born, effects } = one;
    const isDeclined = declined === 0;
    const beganOn = isDeclined ? null : dayIn(term, day + wait);
    return {
      ...{ proposedOn: dayIn(term, day), declinedOn: isDeclined ? dayIn(term, day) : null, beganOn },
      ...{ endedOn: isDeclined ? null : dayIn(endTerm, 165), birthDate: `${born}-05-05` },
      ...{ firstMeetingOn: isDeclined || meets < 4 ? null : dayIn(term, day + wait), consentWithdrawn: withdrawn < 5 },
      ...{ areaId: AREAS[day % 3]?.id ?? null, plannedOn: meets < 5 ? null : dayIn(term, 165) },
      effects: effects.map(([before, after], index) => ({ category: OUTCOME_CATEGORIES[index]!, before, after })),
    };
  });

/**
 * What may have happened to up to forty young persons in eight terms. So many come at once as lies near the smallest
 * number that is told, since that is where something could be worked out; and many end at once, whenever they came.
 */
export const histories: fc.Arbitrary<readonly CaseCourse[]> = fc
  .record({
    courses: fc.array(course, { minLength: 40, maxLength: 40 }),
    sizes: fc.array(fc.constantFrom(0, 0, 1, 2, 9, 10, 11, 12, 13, 22), { minLength: 8, maxLength: 8 }),
    ends: fc.array(fc.constantFrom(0, 0, 1, 2, 9), { minLength: 40, maxLength: 40 }),
    togetherIn: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ courses, sizes, ends, togetherIn }) => {
    const terms = sizes.flatMap((size, term) => Array.from({ length: size }, () => term)).slice(0, courses.length);
    return terms.map((term, index) => {
      const after = ends[index]!;
      return courses[index]!(term, term <= togetherIn && after < 2 ? togetherIn : term + after);
    });
  });
