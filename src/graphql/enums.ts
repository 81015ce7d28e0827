import { registerEnumType } from 'type-graphql';
import {
  ACCESS_BASES,
  AGENCY_KINDS,
  ATTENDANCES,
  CAPACITIES,
  CASE_STATUSES,
  CONSENT_METHODS,
  GROUP_KINDS,
  INVITATION_ANSWERS,
  MEETING_PARTIES,
  MEETING_STATUSES,
  NOTICE_KINDS,
  PERSON_KINDS,
  PLAN_PARTS,
  PROFESSIONS,
  PROTECTION_LEVELS,
  CONSENT_ANSWERS,
  RESYNC_CAUSES,
  STREAM_BEGINNINGS,
  SIGNER_ANSWERS,
  STATEMENT_DECISIONS,
  SUPPORTED,
  WITHHELD_REASONS,
} from '../core/closed-lists.js';
import { CLOSING_REASONS } from '../core/closing.js';
import { EXTENTS } from '../core/extent.js';
import { DISCLOSURE_GROUNDS } from '../core/disclosure.js';
import { ASSIGNMENT_REQUEST_STATES, DUTIES } from '../core/duty.js';
import { GROUP_FUNCTIONS } from '../core/group-place.js';
import { INFORMATION_CATEGORIES } from '../core/information-category.js';
import { MEETING_KINDS } from '../core/meeting-kind.js';
import { IDENTITY_KINDS } from '../core/sign-in-identity.js';
import { OUTCOME_LEVELS } from '../core/outcome.js';
import { ACTION_STATUSES } from '../core/plan.js';
import { CONCERN_STANDS, PROPOSAL_BASES, PROPOSAL_REASONS, PROPOSAL_STATES, RISK_AREAS } from '../core/proposal.js';
import { REPORT_PARTS, REPORT_TABLES } from '../core/steering-report/names.js';
import { REPORT_UNITS } from '../core/steering-report/report-table.js';
import { STREAM_END_REASONS } from '../core/stream-end.js';
import { UPCOMING_CAUSES } from '../core/upcoming.js';
import { CLOSURE_REASONS } from '../core/closure-reasons.js';

/** An enum whose internal values are its names, so that rows need no translation. */
function names<Name extends string>(...all: readonly Name[]): { readonly [N in Name]: N } {
  return Object.fromEntries(all.map((name) => [name, name])) as { readonly [N in Name]: N };
}

export const InformationCategoryEnum = names(...INFORMATION_CATEGORIES);
export const AgencyKindEnum = names(...AGENCY_KINDS);
export const ProfessionEnum = names(...PROFESSIONS);
export const CapacityEnum = names(...CAPACITIES);
export const CaseStatusEnum = names(...CASE_STATUSES);
export const ClosingReasonEnum = names(...CLOSING_REASONS);
export const ProposalReasonEnum = names(...PROPOSAL_REASONS);
export const RiskAreaEnum = names(...RISK_AREAS);
export const ProposalBasisEnum = names(...PROPOSAL_BASES);
export const ConcernStandEnum = names(...CONCERN_STANDS);
export const ProposalStateEnum = names(...PROPOSAL_STATES);
export const DutyEnum = names(...DUTIES);
export const AssignmentRequestStateEnum = names(...ASSIGNMENT_REQUEST_STATES);
export const SignerRoleEnum = names(...PERSON_KINDS);
export const ConsentDecisionEnum = names(...STATEMENT_DECISIONS);
export const ConsentMethodEnum = names(...CONSENT_METHODS);
export const SignerAnswerEnum = names(...SIGNER_ANSWERS);
export const ObstacleEnum = names(...CLOSURE_REASONS);
export const UpcomingCauseEnum = names(...UPCOMING_CAUSES);
export const ProtectionLevelEnum = names(...PROTECTION_LEVELS);
export const WithheldReasonEnum = names(...WITHHELD_REASONS);
export const ExtentEnum = names(...EXTENTS);
export const DisclosureBasisEnum = names(...ACCESS_BASES);
export const DisclosureGroundEnum = names(...DISCLOSURE_GROUNDS);
export const ActionStatusEnum = names(...ACTION_STATUSES);
export const MeetingKindEnum = names(...MEETING_KINDS);
export const MeetingStatusEnum = names(...MEETING_STATUSES);
export const GroupKindEnum = names(...GROUP_KINDS);
export const GroupFunctionEnum = names(...GROUP_FUNCTIONS);
export const IdentityKindEnum = names(...IDENTITY_KINDS);
export const AttendanceEnum = names(...ATTENDANCES);
export const InvitationAnswerEnum = names(...INVITATION_ANSWERS);
export const MeetingPartyEnum = names(...MEETING_PARTIES);
export const SupportedEnum = names(...SUPPORTED);
export const OutcomeLevelEnum = names(...OUTCOME_LEVELS);
export const NoticeKindEnum = names(...NOTICE_KINDS);
export const PlanPartEnum = names(...PLAN_PARTS);
export const StreamEndReasonEnum = names(...STREAM_END_REASONS);
export const ReportTableNameEnum = names(...REPORT_TABLES);
export const ReportPartEnum = names(...REPORT_PARTS);
export const ReportUnitEnum = names(...REPORT_UNITS);
export const ConsentAnswerEnum = names(...CONSENT_ANSWERS);
export const StreamBeginningEnum = names(...STREAM_BEGINNINGS);
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
  [ExtentEnum, 'Extent', 'How much of what was recorded until now is open, by consent; whatever is stored.'],
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
  [IdentityKindEnum, 'IdentityKind', 'By what an identity provider tells who somebody is.'],
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
  [ReportTableNameEnum, 'SteeringReportTableName', 'A table of the report of a term.'],
  [ReportPartEnum, 'SteeringReportPart', 'What a number of the report of a term is of.'],
  [ReportUnitEnum, 'SteeringReportUnit', 'What a table of the report of a term counts.'],
  [ConsentAnswerEnum, 'ConsentAnswer', 'What a signer answers who is asked in their own sign-in.'],
  [StreamBeginningEnum, 'StreamBeginning', 'What a stream begins with, unless it is resumed.'],
  [ResyncCauseEnum, 'ResyncCause', 'Why what was missed cannot be told.'],
];
for (const [values, name, description] of described) registerEnumType(values, { name, description });
