import type {
  ATTENDANCES,
  CASE_STATUSES,
  INVITATION_ANSWERS,
  MEETING_PARTIES,
  MEETING_STATUSES,
  NOTICE_KINDS,
  PLAN_PARTS,
  SUPPORTED,
} from '../../core/closed-lists.js';
import type { CLOSING_REASONS } from '../../core/closing.js';
import type { ASSIGNMENT_REQUEST_STATES, DUTIES } from '../../core/duty.js';
import type { MEETING_KINDS } from '../../core/meeting-kind.js';
import type { OUTCOME_LEVELS } from '../../core/outcome.js';
import type { ACTION_STATUSES } from '../../core/plan.js';
import { explained, named } from './label.js';
import type { LabelsOf } from './label.js';

/** The case and what is done in it. */
export const WORK_LABELS = {
  Duty: {
    MEMBER: named('Deltagare', 'Member'),
    CONTACT: named('Kontaktperson', 'Contact'),
    PLAN_RESPONSIBLE: named('Ansvarig för planen', 'Responsible for the plan'),
    STAND_IN: named('Ersättare', 'Stand-in'),
  } satisfies LabelsOf<typeof DUTIES>,
  AssignmentRequestState: {
    REQUESTED: named('Väntar på svar', 'Waits for an answer'),
    CONFIRMED: named('Bekräftat', 'Confirmed'),
    DECLINED: named('Avböjt', 'Declined'),
  } satisfies LabelsOf<typeof ASSIGNMENT_REQUEST_STATES>,
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
  } satisfies LabelsOf<typeof CASE_STATUSES>,
  ClosingReason: {
    GOALS_REACHED: named('Målen är nådda', 'The goals are reached'),
    PERIOD_OVER: named('Perioden är slut', 'The period is over'),
    CONSENT_ENDED: named('Samtycket har upphört', 'The consent has ended'),
    AGED_OUT: named('Över målgruppens ålder', 'Older than the target age'),
    MOVED: named('Flyttat', 'Moved'),
    OTHER: named('Annan anledning', 'Another reason'),
  } satisfies LabelsOf<typeof CLOSING_REASONS>,
  ActionStatus: {
    PLANNED: named('Planerad', 'Planned'),
    IN_PROGRESS: named('Pågår', 'In progress'),
    DONE: named('Klar', 'Done'),
    NOT_DONE: named('Blev inte av', 'Not done'),
    CANCELLED: named('Struken', 'Cancelled'),
  } satisfies LabelsOf<typeof ACTION_STATUSES>,
  PlanPart: {
    GOAL: named('Mål', 'Goal'),
    ACTION: named('Åtgärd', 'Action'),
  } satisfies LabelsOf<typeof PLAN_PARTS>,
  MeetingKind: {
    INTRODUCTION: named('Introduktionssamtal', 'Introductory talk'),
    FIRST: named('Första SIG-träffen', 'First meeting'),
    FOLLOW_UP: named('Uppföljning', 'Follow-up'),
    CLOSING: named('Avslutande möte', 'Closing meeting'),
    STEERING: named('Styrgruppsmöte', 'Meeting of the steering group'),
  } satisfies LabelsOf<typeof MEETING_KINDS>,
  MeetingStatus: {
    PLANNED: named('Planerat', 'Planned'),
    HELD: named('Hållet', 'Held'),
    CANCELLED: named('Inställt', 'Cancelled'),
  } satisfies LabelsOf<typeof MEETING_STATUSES>,
  Attendance: {
    UNKNOWN: named('Inte antecknat', 'Not recorded'),
    ATTENDED: named('Kom', 'Attended'),
    ABSENT: named('Kom inte', 'Absent'),
    EXCUSED: named('Hade förhinder', 'Excused'),
  } satisfies LabelsOf<typeof ATTENDANCES>,
  InvitationAnswer: {
    NONE: named('Inte svarat', 'No answer'),
    ACCEPTED: named('Kommer', 'Accepted'),
    DECLINED: named('Kommer inte', 'Declined'),
  } satisfies LabelsOf<typeof INVITATION_ANSWERS>,
  MeetingParty: {
    YOUNG_PERSON: named('Ungdom', 'Young person'),
    GUARDIAN: named('Vårdnadshavare', 'Guardian'),
    COORDINATOR: named('Samordnare', 'Coordinator'),
    SOCIAL_SERVICES: named('Socialtjänst', 'Social services'),
    SCHOOL: named('Skola', 'School'),
    LEISURE: named('Fritid', 'Leisure'),
    POLICE: named('Polis', 'Police'),
  } satisfies LabelsOf<typeof MEETING_PARTIES>,
  Supported: {
    YOUNG_PERSON: named('Ungdomen', 'The young person'),
    GUARDIANS: named('Vårdnadshavarna', 'The guardians'),
  } satisfies LabelsOf<typeof SUPPORTED>,
  NotificationKind: {
    MEETING: named('Ett möte', 'A meeting'),
    PLAN: named('Planen', 'The plan'),
    CASE: named('Ärendet', 'The case'),
    ASSIGNMENT: named('En fråga om att delta', 'A request to take part'),
  } satisfies LabelsOf<typeof NOTICE_KINDS>,
  OutcomeLevel: {
    MET: named('Uppnått', 'Met'),
    PARTLY_MET: named('Delvis uppnått', 'Partly met'),
    NOT_MET: named('Inte uppnått', 'Not met'),
    UNKNOWN: named('Inte känt', 'Not known'),
  } satisfies LabelsOf<typeof OUTCOME_LEVELS>,
};
