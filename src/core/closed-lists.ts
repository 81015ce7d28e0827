/**
 * The closed lists of the domain that no rule of their own stands beside; the order is that of the API. Enums, labels,
 * validation and types follow from them.
 */

/** The parties of the leaflets (R1); a municipality may have several agencies and branches of one kind. */
export const AGENCY_KINDS = ['SOCIAL_SERVICES', 'SCHOOL', 'LEISURE', 'POLICE'] as const;
/** The profession of a role term, as the leaflets name them. */
export const PROFESSIONS = [
  'SOCIAL_WORKER',
  'FIELD_SECRETARY',
  'SOCIAL_PEDAGOGUE',
  'COUNSELLOR',
  'LEISURE_LEADER',
  'POLICE_OFFICER',
  'PRINCIPAL',
  'UNIT_MANAGER',
  'COORDINATOR',
] as const;
export type Profession = (typeof PROFESSIONS)[number];
/** What somebody acts as; a request carries exactly one. */
export const CAPACITIES = [
  'PROFESSIONAL',
  'COORDINATOR',
  'STEERING_MEMBER',
  'YOUNG_PERSON',
  'GUARDIAN',
  'ADMINISTRATOR',
] as const;
/** PAUSED is derived and never stored. */
export const CASE_STATUSES = [
  'PROPOSED',
  'ACCEPTED',
  'CONSENT_PENDING',
  'ACTIVE',
  'PAUSED',
  'CLOSED',
  'DECLINED',
] as const;
/** Part in the case; `OTHER_SUBJECT` is somebody whom a piece is also about, such as a sibling. */
export const PERSON_KINDS = ['YOUNG_PERSON', 'GUARDIAN', 'OTHER_SUBJECT'] as const;
/** What a signer states. Only `GRANTED` opens anything. */
export const STATEMENT_DECISIONS = ['GRANTED', 'REFUSED', 'WITHDRAWN'] as const;
/** What the last statement of a signer comes to at an instant. Only `GRANTED` is a yes. */
export const SIGNER_ANSWERS = [...STATEMENT_DECISIONS, 'EXPIRED', 'MISSING'] as const;
/** How a statement was given. */
export const CONSENT_METHODS = ['WRITTEN', 'ELECTRONIC', 'ORAL_WITNESSED'] as const;
export type ConsentMethod = (typeof CONSENT_METHODS)[number];
/**
 * Sekretessmarkering and skyddad folkbokföring (OSL 21:3, 22:2; folkbokföringslagen 16 §); the second is the stronger.
 */
export const PROTECTION_LEVELS = ['CONFIDENTIALITY_MARKING', 'PROTECTED_REGISTRATION'] as const;
/** Why something is withheld; it never tells whether anything is stored. */
export const WITHHELD_REASONS = ['NO_CONSENT', 'NOT_ASSIGNED', 'PROTECTED_IDENTITY', 'CAPACITY'] as const;
/**
 * What of a cell is withheld: all, or only what was recorded earlier, or what is recorded now and some of the earlier.
 */
export const WITHHELD_EXTENTS = ['ALL', 'EARLIER', 'NOW'] as const;
/** Why something was open to whoever read it. */
export const ACCESS_BASES = ['OWN_AGENCY', 'OWN_RIGHT', 'RULE', 'CONSENT', 'DISCLOSURE'] as const;
/** What became of a meeting. */
export const MEETING_STATUSES = ['PLANNED', 'HELD', 'CANCELLED'] as const;
export type MeetingStatus = (typeof MEETING_STATUSES)[number];
/** The operative and the steering group of a municipality (R11, R12). */
export const GROUP_KINDS = ['OPERATIVE', 'STEERING'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];
/** Whether somebody who was invited came. */
export const ATTENDANCES = ['UNKNOWN', 'ATTENDED', 'ABSENT', 'EXCUSED'] as const;
/** What somebody who was invited answered. */
export const INVITATION_ANSWERS = ['NONE', 'ACCEPTED', 'DECLINED'] as const;
/** Who sits at a meeting: a member of the family, the coordinator, or somebody of an agency of that kind. */
export const MEETING_PARTIES = ['YOUNG_PERSON', 'GUARDIAN', 'COORDINATOR', ...AGENCY_KINDS] as const;
/** Whom an action supports: guardians may need support of their own. */
export const SUPPORTED = ['YOUNG_PERSON', 'GUARDIANS'] as const;
export type Supported = (typeof SUPPORTED)[number];
/** What a notice is about, the narrower first; all that it tells by itself. */
export const NOTICE_KINDS = ['MEETING', 'PLAN', 'CASE', 'ASSIGNMENT'] as const;
/** Which part of a plan a version is of. */
export const PLAN_PARTS = ['GOAL', 'ACTION'] as const;
export type PlanPart = (typeof PLAN_PARTS)[number];
/** What a signer answers who is asked in their own sign-in; NONE until they do. */
export const CONSENT_ANSWERS = ['NONE', 'YES', 'NO', 'TALK_FIRST'] as const;
export type ConsentAnswer = (typeof CONSENT_ANSWERS)[number];
/** What a new stream begins with: what comes, where it stands, or everything that it is about as it is. */
export const STREAM_BEGINNINGS = ['CHANGES', 'PLACE', 'STATE'] as const;
export type StreamBeginning = (typeof STREAM_BEGINNINGS)[number];
/** Why what a stream missed cannot be told. */
export const RESYNC_CAUSES = ['CURSOR_TOO_OLD', 'OTHER_GENERATION', 'ACCESS_CHANGED'] as const;
