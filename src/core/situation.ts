import type { CaseFacts } from './case-facts.js';
import { DomainError } from './errors.js';
import type { AgencyId } from './ids.js';
import type { InformationCategory } from './information-category.js';

/** What an agency of each kind records of the situation, and in which category. */
const FIELDS = {
  SCHOOL: {
    attendancePercent: 'SCHOOL_ATTENDANCE',
    passingGrades: 'SCHOOL_RESULTS',
    studentHealthContact: 'STUDENT_HEALTH',
  },
  POLICE: { concern: 'OFFENDING', lastSharedIncidentOn: 'OFFENDING' },
  SOCIAL_SERVICES: {
    openInquiry: 'SOCIAL_SUPPORT',
    measures: 'SOCIAL_SUPPORT',
    substanceUse: 'SUBSTANCE_USE',
    placement: 'EMPLOYMENT',
    works: 'EMPLOYMENT',
  },
  LEISURE: { activities: 'LEISURE' },
} as const satisfies Record<string, Record<string, InformationCategory>>;

/** A value of a field; `null` is recorded as not known. */
export type SituationValue = string | number | boolean | readonly string[] | null;

/**
 * How often what one agency has recorded has changed: each of its categories is a piece with a version of its own, and
 * none ever goes back.
 */
export function situationVersion(own: readonly { readonly version: number }[]): number {
  return own.reduce((sum, { version }) => sum + version, 0);
}

/**
 * What an agency states, by category. A category is stated whole: what is left out of it is no longer recorded.
 *
 * @throws DomainError BAD_USER_INPUT when nothing is stated, or something that is another kind of agency's to know, or
 * a percentage that is none.
 */
export function situationByCategory(
  { agencies }: CaseFacts,
  agencyId: AgencyId,
  stated: Readonly<Record<string, SituationValue | undefined>>,
): ReadonlyMap<InformationCategory, Readonly<Record<string, SituationValue>>> {
  const agency = agencies.find(({ id }) => id === agencyId);
  const own: Readonly<Record<string, InformationCategory>> = agency === undefined ? {} : FIELDS[agency.kind];
  const result = new Map<InformationCategory, Record<string, SituationValue>>();
  for (const [field, value] of Object.entries(stated)) {
    if (value === undefined) continue;
    const category = own[field];
    if (category === undefined) throw new DomainError('BAD_USER_INPUT', 'situationOfOthers', { field });
    if (field === 'attendancePercent' && typeof value === 'number' && (value < 0 || value > 100)) {
      throw new DomainError('BAD_USER_INPUT', 'percentOutside');
    }
    result.set(category, { ...result.get(category), [field]: value });
  }
  if (result.size === 0) throw new DomainError('BAD_USER_INPUT', 'nothingToChange');
  return result;
}
