import type { LocalDate } from '../core/case-facts.js';
import type { OutcomeLevel } from '../core/outcome.js';

/** What each agency knows now; the keys are the fields of the API's situation types. */
export interface SituationContent {
  readonly SCHOOL_ATTENDANCE: { readonly attendancePercent: number };
  readonly SCHOOL_RESULTS: { readonly passingGrades: boolean };
  readonly STUDENT_HEALTH: { readonly studentHealthContact: string };
  readonly OFFENDING: { readonly concern: string; readonly lastSharedIncidentOn: LocalDate };
  readonly EMPLOYMENT: { readonly placement: string; readonly works: boolean };
  readonly SOCIAL_SUPPORT: { readonly openInquiry: boolean; readonly measures: readonly string[] };
  readonly SUBSTANCE_USE: { readonly substanceUse: string };
  readonly LEISURE: { readonly activities: readonly string[] };
}

export interface OutcomeStory {
  readonly before: OutcomeLevel;
  readonly after?: OutcomeLevel;
}
