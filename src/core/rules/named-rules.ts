/**
 * What is open by capacity, for whoever knows the case: who takes part, who consented to what; for whoever may confirm
 * them, and for the family, forms that wait for a second person (both about whom one speaks for:
 * statement-visibility); for the family alone who has read; for staff, who see none but their own agency's, why it
 * disclosed without consent; and for the coordinator alone on which grounds the case was proposed, and who is called
 * elsewhere at the same time: a bare flag, which tells that somebody has a meeting in the municipality's work at that
 * hour, and not in which case. When the steering group meets is open to its members, to those who call them and to
 * administrators: it is about no case, so whether a case is known plays no part.
 *
 * Source: design, section 3, "Capacities"; leaflet R11 (the steering group); design, section 7 (the young person can see
 * the reads).
 */
import type { Capacity } from '../viewer.js';

/** The rules a schema field may name with `@rule`. */
export const RULE_NAMES = [
  'consentDetails',
  'pendingConsents',
  'participants',
  'accessRecords',
  'disclosureReasons',
  'proposal',
  'assignmentRequests',
  'calendarClashes',
  'steeringMeetings',
  'steeringReports',
  'meetingPlace',
] as const;
export type RuleName = (typeof RULE_NAMES)[number];

/** The place of a meeting is judged as a piece, so it is not a matter of capacity. */
export type CapacityRuleName = Exclude<RuleName, 'meetingPlace'>;

const OPEN_TO: Readonly<Record<CapacityRuleName, readonly Capacity[]>> = {
  consentDetails: ['COORDINATOR', 'YOUNG_PERSON', 'GUARDIAN'],
  pendingConsents: ['PROFESSIONAL', 'COORDINATOR', 'YOUNG_PERSON', 'GUARDIAN'],
  participants: ['COORDINATOR', 'YOUNG_PERSON', 'GUARDIAN'],
  accessRecords: ['YOUNG_PERSON', 'GUARDIAN'],
  disclosureReasons: ['PROFESSIONAL', 'COORDINATOR'],
  proposal: ['COORDINATOR'],
  assignmentRequests: ['COORDINATOR'],
  calendarClashes: ['COORDINATOR'],
  steeringMeetings: ['STEERING_MEMBER', 'COORDINATOR', 'ADMINISTRATOR'],
  steeringReports: ['STEERING_MEMBER', 'COORDINATOR', 'ADMINISTRATOR'],
};

export function isOpenTo(rule: CapacityRuleName, capacity: Capacity): boolean {
  return OPEN_TO[rule].includes(capacity);
}
