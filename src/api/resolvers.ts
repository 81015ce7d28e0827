import type { NonEmptyArray } from 'type-graphql';
import { Assign, ConfirmAssignment, DeclineAssignment } from '../features/case/assignment-request.mutations.js';
import { EndAssignment } from '../features/case/assignment.mutations.js';
import { AssignmentResolver } from '../features/case/assignment.resolver.js';
import { RequestConsent } from '../features/case/case.mutations.js';
import { CaseResolver } from '../features/case/case.resolver.js';
import { AddGuardian, EndCustody, RecordCustody, RecordPrevention } from '../features/case/guardianship.mutations.js';
import { ProtectPerson } from '../features/case/protection.mutations.js';
import { RecordSituation } from '../features/case/situation.mutations.js';
import { AddImportantPerson, EndImportantPerson } from '../features/person/important-person.mutations.js';
import { AddSubject } from '../features/person/subject.mutations.js';
import { Block, Unblock } from '../features/consent/block.mutations.js';
import { HoldBack, KeepFromGuardian, Release, ShowToGuardian } from '../features/consent/holding.mutations.js';
import { AccessCellResolver, OutlookResolver, SharingCellResolver } from '../features/consent/outlook.resolver.js';
import { ConsentChangedResolver } from '../features/consent/consent-changed.resolver.js';
import { RecordConsent } from '../features/consent/consent.mutations.js';
import { ConsentResolver } from '../features/consent/consent.resolver.js';
import { ConfirmConsent, RejectConsent } from '../features/consent/pending-consent.mutations.js';
import { AnswerConsentRequest, AskForConsent } from '../features/consent/consent-request.mutations.js';
import { ConsentRequestResolver } from '../features/consent/consent-request.resolver.js';
import { PendingConsentResolver } from '../features/consent/pending-consent.resolver.js';
import { WithdrawConsent } from '../features/consent/withdrawal.mutations.js';
import { DiscloseWithoutConsent, EndDisclosure } from '../features/disclosure/disclosure.mutations.js';
import { DisclosureResolver } from '../features/disclosure/disclosure.resolver.js';
import { GroundInLawResolver } from '../features/disclosure/ground-in-law.resolver.js';
import { LabelResolver } from '../features/label/label.resolver.js';
import { CloseCase } from '../features/closing/closing.mutations.js';
import { ClosingResolver } from '../features/closing/closing.resolver.js';
import { RecordMapping } from '../features/mapping/mapping.mutations.js';
import { MappingResolver } from '../features/mapping/mapping.resolver.js';
import { MeetingContentResolver } from '../features/meeting/meeting-content.resolver.js';
import { MeetingResolver } from '../features/meeting/meeting.resolver.js';
import { CadenceResolver } from '../features/meeting/cadence.resolver.js';
import { SetAgenda } from '../features/meeting/agenda.mutations.js';
import { AnswerInvitation, Invite, WithdrawInvitation } from '../features/meeting/invitation.mutations.js';
import { ScheduleMeetingSeries } from '../features/meeting/meeting-series.mutations.js';
import { CancelMeeting, RescheduleMeeting, ScheduleMeeting } from '../features/meeting/meeting.mutations.js';
import { RecordMeeting } from '../features/meeting/record-meeting.mutations.js';
import { ClashResolver } from '../features/meeting/clash.resolver.js';
import { RoomResolver } from '../features/meeting/room.resolver.js';
import { AccessRecordResolver } from '../features/transparency/access-record.resolver.js';
import { AddGroupMember, EndGroupMember } from '../features/agency/group.mutations.js';
import { SetPersonSignIn, SetProfessionalSignIn } from '../features/sign-in/sign-in.mutations.js';
import { ConfirmRulePack, RejectRulePack } from '../features/agency/rule-pack-draft.mutations.js';
import { PublishRulePack } from '../features/agency/rule-pack.mutations.js';
import { MunicipalityResolver } from '../features/agency/municipality.resolver.js';
import { ObjectToNote } from '../features/note/objection.mutations.js';
import { ObjectionResolver } from '../features/note/objection.resolver.js';
import { RecordOutcome } from '../features/outcome/outcome.mutations.js';
import { OutcomeResolver } from '../features/outcome/outcome.resolver.js';
import { EvaluationResolver, PlanHistoryResolver } from '../features/plan/plan-history.resolver.js';
import { CaseChangedResolver } from '../features/transparency/case-changed.resolver.js';
import { NodeResolver } from '../features/transparency/node.resolver.js';
import { MeetingChangedResolver } from '../features/meeting/meeting-changed.resolver.js';
import { CorrectNote, WriteNote } from '../features/note/note.mutations.js';
import { NoteResolver } from '../features/note/note.resolver.js';
import { AddAction, UpdateAction } from '../features/plan/action.mutations.js';
import { EvaluateAction } from '../features/plan/evaluation.mutations.js';
import { AddGoal, UpdateGoal } from '../features/plan/goal.mutations.js';
import { CreatePlan } from '../features/plan/plan.mutations.js';
import { PlanResolver } from '../features/plan/plan.resolver.js';
import { PlanChangedResolver } from '../features/plan/plan-changed.resolver.js';
import {
  CaseProposalResolver,
  NamesakeResolver,
  ProposalGroundsResolver,
} from '../features/proposal/case-proposal.resolver.js';
import { AcceptProposal, DeclineProposal, StateBasis } from '../features/proposal/proposal-decision.mutations.js';
import { Propose } from '../features/proposal/proposal.mutations.js';
import { ProposalResolver } from '../features/proposal/proposal.resolver.js';
import {
  CancelSteeringMeeting,
  RecordSteeringMeeting,
  RescheduleSteeringMeeting,
  ScheduleSteeringMeeting,
} from '../features/steering/steering-meeting.mutations.js';
import { RecordArea } from '../features/person/area.mutations.js';
import { PublishSteeringReport } from '../features/steering/steering-report.mutations.js';
import { SteeringReportResolver } from '../features/steering/steering-report.resolver.js';
import { SteeringMeetingResolver, SteeringMinutesResolver } from '../features/steering/steering-meeting.resolver.js';
import { CreateCalendarFeed, RevokeCalendarFeed } from '../features/calendar/calendar-feed.mutations.js';
import { ConfirmNotificationEmail, SetNotificationEmail } from '../features/notification/mail-address.mutations.js';
import { MailAddressResolver } from '../features/notification/mail-address.resolver.js';
import { MarkNotificationsRead } from '../features/notification/notification.mutations.js';
import { NotificationResolver } from '../features/notification/notification.resolver.js';
import { NotificationsChangedResolver } from '../features/notification/notifications-changed.resolver.js';
import { AskedAssignmentsResolver } from '../features/viewer/asked-assignments.resolver.js';
import { ViewerResolver } from '../features/viewer/viewer.resolver.js';
import { WeekResolver } from '../features/week/week.resolver.js';

/** Every class that declares root fields, fields with work of their own, or a mutation. */
export const RESOLVERS = [
  ViewerResolver,
  WeekResolver,
  NotificationResolver,
  MarkNotificationsRead,
  MailAddressResolver,
  SetNotificationEmail,
  ConfirmNotificationEmail,
  CreateCalendarFeed,
  RevokeCalendarFeed,
  LabelResolver,
  MunicipalityResolver,
  PublishRulePack,
  ConfirmRulePack,
  RejectRulePack,
  AddGroupMember,
  EndGroupMember,
  SetPersonSignIn,
  SetProfessionalSignIn,
  SteeringMeetingResolver,
  SteeringReportResolver,
  PublishSteeringReport,
  RecordArea,
  SteeringMinutesResolver,
  ScheduleSteeringMeeting,
  RescheduleSteeringMeeting,
  CancelSteeringMeeting,
  RecordSteeringMeeting,
  CaseResolver,
  RequestConsent,
  RecordSituation,
  AddGuardian,
  RecordCustody,
  EndCustody,
  RecordPrevention,
  ProtectPerson,
  AddSubject,
  AddImportantPerson,
  EndImportantPerson,
  AssignmentResolver,
  Assign,
  ConfirmAssignment,
  DeclineAssignment,
  EndAssignment,
  AskedAssignmentsResolver,
  ProposalResolver,
  Propose,
  StateBasis,
  AcceptProposal,
  DeclineProposal,
  CaseProposalResolver,
  NamesakeResolver,
  ProposalGroundsResolver,
  NoteResolver,
  WriteNote,
  CorrectNote,
  PlanResolver,
  CreatePlan,
  AddGoal,
  UpdateGoal,
  AddAction,
  UpdateAction,
  EvaluateAction,
  MeetingResolver,
  MeetingContentResolver,
  ScheduleMeeting,
  RescheduleMeeting,
  CancelMeeting,
  ScheduleMeetingSeries,
  SetAgenda,
  Invite,
  AnswerInvitation,
  WithdrawInvitation,
  RecordMeeting,
  CadenceResolver,
  ClashResolver,
  RoomResolver,
  MappingResolver,
  RecordMapping,
  ObjectionResolver,
  ObjectToNote,
  EvaluationResolver,
  PlanHistoryResolver,
  OutcomeResolver,
  RecordOutcome,
  ClosingResolver,
  CloseCase,
  ConsentChangedResolver,
  ConsentResolver,
  RecordConsent,
  WithdrawConsent,
  PendingConsentResolver,
  ConsentRequestResolver,
  ConfirmConsent,
  AskForConsent,
  AnswerConsentRequest,
  RejectConsent,
  Block,
  Unblock,
  HoldBack,
  Release,
  KeepFromGuardian,
  ShowToGuardian,
  OutlookResolver,
  SharingCellResolver,
  AccessCellResolver,
  DisclosureResolver,
  GroundInLawResolver,
  DiscloseWithoutConsent,
  EndDisclosure,
  AccessRecordResolver,
  NodeResolver,
  PlanChangedResolver,
  MeetingChangedResolver,
  CaseChangedResolver,
  NotificationsChangedResolver,
] satisfies NonEmptyArray<new () => object>;
