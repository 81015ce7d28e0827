/** The closed list of what a consent can name. An agency's pieces each carry exactly one. */
export const INFORMATION_CATEGORIES = [
  'IDENTITY',
  'CONTACT',
  'FAMILY',
  'SCHOOL_ATTENDANCE',
  'SCHOOL_RESULTS',
  'STUDENT_HEALTH',
  'HEALTH',
  'SUBSTANCE_USE',
  'OFFENDING',
  'SOCIAL_SUPPORT',
  'LEISURE',
  'EMPLOYMENT',
  'PLAN',
  'MEETING',
] as const;

export type InformationCategory = (typeof INFORMATION_CATEGORIES)[number];

/** R4: passing grades, a school, placement or job that works, meaningful leisure, less crime, less abuse. */
export const OUTCOME_CATEGORIES = [
  'SCHOOL_RESULTS',
  'EMPLOYMENT',
  'LEISURE',
  'OFFENDING',
  'SUBSTANCE_USE',
] as const satisfies readonly InformationCategory[];
