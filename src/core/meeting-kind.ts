/** The kinds of meeting of the leaflets (R11, R12, R14, R17), and the introductory talk before any consent. */
export type MeetingKind = 'INTRODUCTION' | 'FIRST' | 'FOLLOW_UP' | 'CLOSING' | 'STEERING';
