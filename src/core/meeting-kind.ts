/** The kinds of meeting of the leaflets (R11, R12, R14, R17), and the introductory talk before any consent. */
export const MEETING_KINDS = ['INTRODUCTION', 'FIRST', 'FOLLOW_UP', 'CLOSING', 'STEERING'] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];
