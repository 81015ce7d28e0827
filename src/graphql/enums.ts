import { registerEnumType } from 'type-graphql';
import { CLOSING_REASONS } from '../core/closing.js';
import { DISCLOSURE_GROUNDS } from '../core/disclosure.js';
import { ASSIGNMENT_REQUEST_STATES, DUTIES } from '../core/duty.js';
import { GROUP_FUNCTIONS } from '../core/group-place.js';
import { INFORMATION_CATEGORIES } from '../core/information-category.js';
import { OUTCOME_LEVELS } from '../core/outcome.js';
import { CONCERN_STANDS, PROPOSAL_BASES, PROPOSAL_REASONS, PROPOSAL_STATES, RISK_AREAS } from '../core/proposal.js';
import { STREAM_END_REASONS } from '../core/stream-end.js';
import { RESYNC_CAUSES } from '../events/frame.js';
import { UPCOMING_CAUSES } from '../core/upcoming.js';
import { OBSTACLES } from '../core/why-closed.js';

/** An enum whose internal values are its names, so that rows need no translation. */
function names<Name extends string>(...all: readonly Name[]): { readonly [N in Name]: N } {
  return Object.fromEntries(all.map((name) => [name, name])) as { readonly [N in Name]: N };
}

export const InformationCategoryEnum = names(...INFORMATION_CATEGORIES);
export const AgencyKindEnum = names('SOCIAL_SERVICES', 'SCHOOL', 'LEISURE', 'POLICE');
export const ProfessionEnum = names(
  'SOCIAL_WORKER',
  'FIELD_SECRETARY',
  'SOCIAL_PEDAGOGUE',
  'COUNSELLOR',
  'LEISURE_LEADER',
  'POLICE_OFFICER',
  'PRINCIPAL',
  'UNIT_MANAGER',
  'COORDINATOR',
);
export const CapacityEnum = names(
  'PROFESSIONAL',
  'COORDINATOR',
  'STEERING_MEMBER',
  'YOUNG_PERSON',
  'GUARDIAN',
  'ADMINISTRATOR',
);
export const CaseStatusEnum = names(
  'PROPOSED',
  'ACCEPTED',
  'CONSENT_PENDING',
  'ACTIVE',
  'PAUSED',
  'CLOSED',
  'DECLINED',
);
export const ClosingReasonEnum = names(...CLOSING_REASONS);
export const ProposalReasonEnum = names(...PROPOSAL_REASONS);
export const RiskAreaEnum = names(...RISK_AREAS);
export const ProposalBasisEnum = names(...PROPOSAL_BASES);
export const ConcernStandEnum = names(...CONCERN_STANDS);
export const ProposalStateEnum = names(...PROPOSAL_STATES);
export const DutyEnum = names(...DUTIES);
export const AssignmentRequestStateEnum = names(...ASSIGNMENT_REQUEST_STATES);
export const SignerRoleEnum = names('YOUNG_PERSON', 'GUARDIAN', 'OTHER_SUBJECT');
export const ConsentDecisionEnum = names('GRANTED', 'REFUSED', 'WITHDRAWN');
export const ConsentMethodEnum = names('WRITTEN', 'ELECTRONIC', 'ORAL_WITNESSED');
export const SignerAnswerEnum = names('GRANTED', 'REFUSED', 'WITHDRAWN', 'EXPIRED', 'MISSING');
export const ObstacleEnum = names(...OBSTACLES);
export const UpcomingCauseEnum = names(...UPCOMING_CAUSES);
export const ProtectionLevelEnum = names('CONFIDENTIALITY_MARKING', 'PROTECTED_REGISTRATION');
export const WithheldReasonEnum = names('NO_CONSENT', 'NOT_ASSIGNED', 'PROTECTED_IDENTITY', 'CAPACITY');
export const DisclosureBasisEnum = names('OWN_AGENCY', 'OWN_RIGHT', 'RULE', 'CONSENT', 'DISCLOSURE');
export const DisclosureGroundEnum = names(...DISCLOSURE_GROUNDS);
export const ActionStatusEnum = names('PLANNED', 'IN_PROGRESS', 'DONE', 'NOT_DONE', 'CANCELLED');
export const MeetingKindEnum = names('INTRODUCTION', 'FIRST', 'FOLLOW_UP', 'CLOSING', 'STEERING');
export const MeetingStatusEnum = names('PLANNED', 'HELD', 'CANCELLED');
export const GroupKindEnum = names('OPERATIVE', 'STEERING');
export const GroupFunctionEnum = names(...GROUP_FUNCTIONS);
export const AttendanceEnum = names('UNKNOWN', 'ATTENDED', 'ABSENT', 'EXCUSED');
export const InvitationAnswerEnum = names('NONE', 'ACCEPTED', 'DECLINED');
export const MeetingPartyEnum = names(
  'YOUNG_PERSON',
  'GUARDIAN',
  'COORDINATOR',
  'SOCIAL_SERVICES',
  'SCHOOL',
  'LEISURE',
  'POLICE',
);
export const SupportedEnum = names('YOUNG_PERSON', 'GUARDIANS');
export const OutcomeLevelEnum = names(...OUTCOME_LEVELS);
export const NoticeKindEnum = names('MEETING', 'PLAN', 'CASE', 'ASSIGNMENT');
export const PlanPartEnum = names('GOAL', 'ACTION');
export const StreamEndReasonEnum = names(...STREAM_END_REASONS);
export const ResyncCauseEnum = names(...RESYNC_CAUSES);

const described: ReadonlyArray<readonly [Record<string, string>, string, string]> = [
  [
    InformationCategoryEnum,
    'InformationCategory',
    'What a piece of information is about; a consent names categories from this list.',
  ],
  [AgencyKindEnum, 'AgencyKind', 'The kind of agency (verksamhet).'],
  [ProfessionEnum, 'Profession', 'The profession of a role term, as the leaflets name them.'],
  [CapacityEnum, 'Capacity', 'What the token lets its bearer act as; exactly one.'],
  [CaseStatusEnum, 'CaseStatus', 'The status of a case. PAUSED is derived from the consent in force, never stored.'],
  [ClosingReasonEnum, 'ClosingReason', 'Why a case was closed.'],
  [ProposalReasonEnum, 'ProposalReason', 'Why a young person is proposed (skäl).'],
  [RiskAreaEnum, 'RiskArea', 'Where the proposer sees the risk (riskområde).'],
  [ProposalBasisEnum, 'ProposalBasis', 'What lets the coordinator know whom a proposal is about.'],
  [ConcernStandEnum, 'ConcernStand', 'What a proposer states about a report of concern (orosanmälan).'],
  [ProposalStateEnum, 'ProposalState', 'What became of a proposal (förslag), as whoever made it is told.'],
  [DutyEnum, 'Duty', 'What somebody is in the group round the case for (uppdrag).'],
  [AssignmentRequestStateEnum, 'AssignmentRequestState', 'Whether a request to take part has its answer.'],
  [SignerRoleEnum, 'SignerRole', 'In which role a person signs (den som samtycker).'],
  [ConsentDecisionEnum, 'ConsentDecision', 'What one statement of one signer says.'],
  [ConsentMethodEnum, 'ConsentMethod', 'How a statement was given.'],
  [WithheldReasonEnum, 'WithheldReason', 'Why something is withheld. It never tells whether anything is stored.'],
  [DisclosureBasisEnum, 'DisclosureBasis', 'Why something was open to whoever read it.'],
  [
    DisclosureGroundEnum,
    'DisclosureGround',
    'The ground on which a holder may disclose without consent, by statute; each has limits of its own.',
  ],
  [
    SignerAnswerEnum,
    'SignerAnswerKind',
    'What the last statement of a signer comes to at an instant. Only GRANTED is a yes.',
  ],
  [ProtectionLevelEnum, 'ProtectionLevel', 'Sekretessmarkering, or the stronger skyddad folkbokföring.'],
  [ObstacleEnum, 'Obstacle', 'What stands in the way of a cell; told to signers and coordinator only.'],
  [UpcomingCauseEnum, 'UpcomingCause', 'Why something will change by itself.'],
  [ActionStatusEnum, 'ActionStatus', 'How far an action (åtgärd) has come.'],
  [MeetingKindEnum, 'MeetingKind', 'The kind of meeting (SIG-träff).'],
  [MeetingStatusEnum, 'MeetingStatus', 'Whether a meeting is planned, held or cancelled.'],
  [GroupKindEnum, 'GroupKind', 'The kind of group: operative (operativ grupp) or steering (styrgrupp).'],
  [GroupFunctionEnum, 'GroupFunction', 'What somebody is in a group.'],
  [AttendanceEnum, 'Attendance', 'Whether somebody who was invited came; unknown until it is recorded.'],
  [InvitationAnswerEnum, 'InvitationAnswer', 'What somebody who was invited answered.'],
  [MeetingPartyEnum, 'MeetingParty', 'A party that a kind of meeting needs or may have, by the local rules.'],
  [SupportedEnum, 'Supported', 'Whom an action supports: guardians may need support of their own.'],
  [OutcomeLevelEnum, 'OutcomeLevel', 'How far a wanted effect (effekt) is reached.'],
  [NoticeKindEnum, 'NotificationKind', 'What a notification is about.'],
  [PlanPartEnum, 'PlanPart', 'Which part of a plan a version is of.'],
  [
    StreamEndReasonEnum,
    'StreamEndReason',
    "Why a stream of changes ends. ASSIGNMENT_ENDED is the end of the viewer's own place in the case: an assignment, or a guardian's custody.",
  ],
  [ResyncCauseEnum, 'ResyncCause', 'Why what was missed cannot be told.'],
];
for (const [values, name, description] of described) registerEnumType(values, { name, description });
