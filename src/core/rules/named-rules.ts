/** The rules a schema field may name with `@rule`. */
export const RULE_NAMES = ['consentDetails', 'participants', 'accessRecords', 'meetingPlace'] as const;
export type RuleName = (typeof RULE_NAMES)[number];
