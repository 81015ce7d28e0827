import type {
  AssignmentRequestStateEnum,
  DutyEnum,
  ActionStatusEnum,
  AttendanceEnum,
  CaseStatusEnum,
  ClosingReasonEnum,
  InvitationAnswerEnum,
  MeetingKindEnum,
  MeetingPartyEnum,
  MeetingStatusEnum,
  NoticeKindEnum,
  OutcomeLevelEnum,
  PlanPartEnum,
  SupportedEnum,
} from '../enums.js';
import { explained, named } from './label.js';
import type { LabelsOf } from './label.js';

/** The case and what is done in it. */
export const WORK_LABELS = {
  Duty: {
    MEMBER: named('Deltagare', 'Member'),
    CONTACT: named('Kontaktperson', 'Contact'),
    PLAN_RESPONSIBLE: named('Ansvarig för planen', 'Responsible for the plan'),
    STAND_IN: named('Ersättare', 'Stand-in'),
  } satisfies LabelsOf<typeof DutyEnum>,
  AssignmentRequestState: {
    REQUESTED: named('Väntar på svar', 'Waits for an answer'),
    CONFIRMED: named('Bekräftat', 'Confirmed'),
    DECLINED: named('Avböjt', 'Declined'),
  } satisfies LabelsOf<typeof AssignmentRequestStateEnum>,
  CaseStatus: {
    PROPOSED: named('Föreslaget', 'Proposed'),
    ACCEPTED: named('Antaget', 'Accepted'),
    CONSENT_PENDING: named('Väntar på samtycke', 'Waits for consent'),
    ACTIVE: named('Pågående', 'Active'),
    PAUSED: explained('Vilande', 'Paused', {
      sv: 'Det samtycke som bär ärendet saknas just nu. Arbetet fortsätter när det finns igen.',
      en: 'The consent that carries the case is missing now. The work goes on when it is there again.',
    }),
    CLOSED: named('Avslutat', 'Closed'),
    DECLINED: named('Inte antaget', 'Declined'),
  } satisfies LabelsOf<typeof CaseStatusEnum>,
  ClosingReason: {
    GOALS_REACHED: named('Målen är nådda', 'The goals are reached'),
    PERIOD_OVER: named('Perioden är slut', 'The period is over'),
    CONSENT_ENDED: named('Samtycket har upphört', 'The consent has ended'),
    AGED_OUT: named('Över målgruppens ålder', 'Older than the target age'),
    MOVED: named('Flyttat', 'Moved'),
    OTHER: named('Annan anledning', 'Another reason'),
  } satisfies LabelsOf<typeof ClosingReasonEnum>,
  ActionStatus: {
    PLANNED: named('Planerad', 'Planned'),
    IN_PROGRESS: named('Pågår', 'In progress'),
    DONE: named('Klar', 'Done'),
    NOT_DONE: named('Blev inte av', 'Not done'),
    CANCELLED: named('Struken', 'Cancelled'),
  } satisfies LabelsOf<typeof ActionStatusEnum>,
  PlanPart: {
    GOAL: named('Mål', 'Goal'),
    ACTION: named('Åtgärd', 'Action'),
  } satisfies LabelsOf<typeof PlanPartEnum>,
  MeetingKind: {
    INTRODUCTION: named('Introduktionssamtal', 'Introductory talk'),
    FIRST: named('Första SIG-träffen', 'First meeting'),
    FOLLOW_UP: named('Uppföljning', 'Follow-up'),
    CLOSING: named('Avslutande möte', 'Closing meeting'),
    STEERING: named('Styrgruppsmöte', 'Meeting of the steering group'),
  } satisfies LabelsOf<typeof MeetingKindEnum>,
  MeetingStatus: {
    PLANNED: named('Planerat', 'Planned'),
    HELD: named('Hållet', 'Held'),
    CANCELLED: named('Inställt', 'Cancelled'),
  } satisfies LabelsOf<typeof MeetingStatusEnum>,
  Attendance: {
    UNKNOWN: named('Inte antecknat', 'Not recorded'),
    ATTENDED: named('Kom', 'Attended'),
    ABSENT: named('Kom inte', 'Absent'),
    EXCUSED: named('Hade förhinder', 'Excused'),
  } satisfies LabelsOf<typeof AttendanceEnum>,
  InvitationAnswer: {
    NONE: named('Inte svarat', 'No answer'),
    ACCEPTED: named('Kommer', 'Accepted'),
    DECLINED: named('Kommer inte', 'Declined'),
  } satisfies LabelsOf<typeof InvitationAnswerEnum>,
  MeetingParty: {
    YOUNG_PERSON: named('Ungdom', 'Young person'),
    GUARDIAN: named('Vårdnadshavare', 'Guardian'),
    COORDINATOR: named('Samordnare', 'Coordinator'),
    SOCIAL_SERVICES: named('Socialtjänst', 'Social services'),
    SCHOOL: named('Skola', 'School'),
    LEISURE: named('Fritid', 'Leisure'),
    POLICE: named('Polis', 'Police'),
  } satisfies LabelsOf<typeof MeetingPartyEnum>,
  Supported: {
    YOUNG_PERSON: named('Ungdomen', 'The young person'),
    GUARDIANS: named('Vårdnadshavarna', 'The guardians'),
  } satisfies LabelsOf<typeof SupportedEnum>,
  NotificationKind: {
    MEETING: named('Ett möte', 'A meeting'),
    PLAN: named('Planen', 'The plan'),
    CASE: named('Ärendet', 'The case'),
    ASSIGNMENT: named('En fråga om att delta', 'A request to take part'),
  } satisfies LabelsOf<typeof NoticeKindEnum>,
  OutcomeLevel: {
    MET: named('Uppnått', 'Met'),
    PARTLY_MET: named('Delvis uppnått', 'Partly met'),
    NOT_MET: named('Inte uppnått', 'Not met'),
    UNKNOWN: named('Inte känt', 'Not known'),
  } satisfies LabelsOf<typeof OutcomeLevelEnum>,
};
