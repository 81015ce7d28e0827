import type { LocalDate } from '../../src/core/case-facts.js';
import type { AgencyId, CaseId, MunicipalityId, PersonId } from '../../src/core/ids.js';
import type { InformationCategory } from '../../src/core/information-category.js';
import type { Instant } from '../../src/core/period.js';
import { swedishMidnight } from './swedish-midnight.js';

/** Real UUIDs, so that a world can be stored as well. */
export const uuid = (kind: number, number: number): string => `0000000${kind}-0000-4000-8000-00000000000${number}`;

export const CASE = uuid(1, 1) as CaseId;
export const HOME = uuid(2, 1) as MunicipalityId;
export const ELSEWHERE = uuid(2, 2) as MunicipalityId;
export const SOCIAL = uuid(3, 1) as AgencyId;
export const SCHOOL = uuid(3, 2) as AgencyId;
export const POLICE = uuid(3, 3) as AgencyId;
export const ELSA = uuid(4, 1) as PersonId;
export const MARIA = uuid(4, 2) as PersonId;
export const JOHAN = uuid(4, 3) as PersonId;
/** Elsa's younger brother. */
export const NILS = uuid(4, 4) as PersonId;

export const AGENCIES = [SOCIAL, SCHOOL, POLICE] as const;
export const CATEGORIES = ['CONTACT', 'OFFENDING', 'PLAN'] as const satisfies readonly InformationCategory[];
export const SUBJECTS = [ELSA, NILS] as const;
export const FAMILY = [ELSA, MARIA, JOHAN, NILS] as const;

/** 1 March is when leap-day children turn; 29 March and 25 October 2026 are the days on which the clock changes. */
export const DATES: readonly LocalDate[] = [
  '2026-02-28',
  '2026-03-01',
  '2026-03-29',
  '2026-06-15',
  '2026-10-25',
  '2027-01-10',
];
const HALF_A_DAY = 12 * 60 * 60 * 1000;
/** Every midnight of {@link DATES}, and the noon after it. */
export const INSTANTS: readonly Instant[] = DATES.map(swedishMidnight).flatMap((midnight) => [
  midnight,
  midnight + HALF_A_DAY,
]);
export const LONG_AGO = swedishMidnight('2020-01-01');

/** Just before, at and just after each instant at which anything in a world may change. */
export const MOMENTS: readonly Instant[] = INSTANTS.flatMap((instant) => [instant - 1, instant, instant + 1]);

/** Fifteen, or eighteen, on one of the dates; or far from any birthday that counts. */
export const BIRTH_DATES: readonly LocalDate[] = [
  '2008-02-29', // 18 on 1 March 2026: a common year
  '2011-03-29',
  '2011-06-15',
  '2008-10-25',
  '2008-06-15',
  '2013-01-10',
  '2004-05-05',
];
