import { CONSENT_ROWS } from './consent-rows.js';
import { COURSE_ROWS } from './course-rows.js';
import { DISCLOSURE_ROWS } from './disclosure-rows.js';
import { GROUP_ROWS } from './group-rows.js';
import { MEETING_ROWS } from './meeting-rows.js';
import type { MutationRow } from './mutation-row.js';
import { SIGN_IN_ROWS } from './sign-in-rows.js';
import { STEERING_ROWS } from './steering-rows.js';
import { WORK_ROWS } from './work-rows.js';

/** One row for every mutation of the schema. */
export const ALL_ROWS: readonly MutationRow[] = [
  ...CONSENT_ROWS,
  ...DISCLOSURE_ROWS,
  ...COURSE_ROWS,
  ...WORK_ROWS,
  ...MEETING_ROWS,
  ...STEERING_ROWS,
  ...GROUP_ROWS,
  ...SIGN_IN_ROWS,
];
