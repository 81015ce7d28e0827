import 'reflect-metadata';
import '../graphql/enums.js';
import {
  DirectiveLocation,
  GraphQLDirective,
  GraphQLNonNull,
  GraphQLSchema,
  GraphQLString,
  isAbstractType,
  isObjectType,
} from 'graphql';
import type { GraphQLEnumType } from 'graphql';
import { buildSchema } from 'type-graphql';
import type { NonEmptyArray, PubSub } from 'type-graphql';
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
import { PendingConsentResolver } from '../features/consent/pending-consent.resolver.js';
import { WithdrawConsent } from '../features/consent/withdrawal.mutations.js';
import { DiscloseWithoutConsent, EndDisclosure } from '../features/disclosure/disclosure.mutations.js';
import { DisclosureResolver } from '../features/disclosure/disclosure.resolver.js';
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
import { SteeringMeetingResolver, SteeringMinutesResolver } from '../features/steering/steering-meeting.resolver.js';
import { CreateCalendarFeed, RevokeCalendarFeed } from '../features/calendar/calendar-feed.mutations.js';
import { ConfirmNotificationEmail, SetNotificationEmail } from '../features/notification/mail-address.mutations.js';
import { MailAddressResolver } from '../features/notification/mail-address.resolver.js';
import { MarkNotificationsRead } from '../features/notification/notification.mutations.js';
import { NotificationResolver } from '../features/notification/notification.resolver.js';
import { NotificationsChangedResolver } from '../features/notification/notifications-changed.resolver.js';
import { AskedAssignmentsResolver } from '../features/viewer/asked-assignments.resolver.js';
import { ViewerResolver } from '../features/viewer/viewer.resolver.js';
import { checkingArguments } from '../graphql/argument-check.js';
import { directResolvers } from './direct-resolvers.js';
import { withAccessLogging } from '../graphql/field-resolver.js';
import { PolicyTable } from '../graphql/policy-table.js';

const RESOLVERS = [
  ViewerResolver,
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
  AddGroupMember,
  EndGroupMember,
  SteeringMeetingResolver,
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
  ConfirmConsent,
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
  DiscloseWithoutConsent,
  EndDisclosure,
  AccessRecordResolver,
  NodeResolver,
  PlanChangedResolver,
  MeetingChangedResolver,
  CaseChangedResolver,
  NotificationsChangedResolver,
] satisfies NonEmptyArray<new () => object>;

/** The builder asks for one as soon as there is a subscription; every subscription brings a stream of its own. */
const NO_PUB_SUB: PubSub = {
  publish: () => undefined,
  subscribe: () => {
    throw new Error('A subscription lacks its stream');
  },
};

export interface FinishedSchema {
  readonly schema: GraphQLSchema;
  readonly policies: PolicyTable;
}

/** Builds the schema, or stops the start naming every field that lacks its one policy or brings code of its own. */
export async function createSchema(): Promise<FinishedSchema> {
  const built = await buildSchema({ resolvers: RESOLVERS, validate: false, pubSub: NO_PUB_SUB });
  const config = built.toConfig();
  const schema = new GraphQLSchema({ ...config, directives: [...config.directives, ...policyDirectives(built)] });
  resolveByTypename(schema);
  refuseStrayResolvers(schema);
  checkAndRecord(schema);
  return { schema, policies: new PolicyTable(schema) };
}

/** Presented objects carry their type's name; type-graphql would look for class instances, asynchronously. */
function resolveByTypename(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (value) => (value as { __typename: string }).__typename;
  }
}

/**
 * Arguments are checked by their types first; everything else is read by the executor's default resolver, which records
 * what it reads.
 */
function checkAndRecord(schema: GraphQLSchema): void {
  const direct = directResolvers();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const resolve = direct.get(`${type.name}.${field.name}`) ?? field.resolve;
      if (resolve !== undefined) field.resolve = checkingArguments(field.args, withAccessLogging(resolve));
    }
  }
}

/** Only root fields and declared field resolvers bring code; everything else is read from presented objects. */
function refuseStrayResolvers(schema: GraphQLSchema): void {
  const declared = new Set(RESOLVERS.flatMap((resolver) => Object.getOwnPropertyNames(resolver.prototype)));
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const stray = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !roots.includes(type) && !type.name.startsWith('__'))
    .flatMap((type) =>
      isObjectType(type)
        ? Object.values(type.getFields())
            .filter(({ resolve, name }) => resolve !== undefined && !declared.has(name))
            .map(({ name }) => `${type.name}.${name}`)
        : [],
    );
  if (stray.length > 0)
    throw new Error(`Fields resolve by code of their own (simpleResolvers is missing): ${stray.join(', ')}`);
}

function policyDirectives(schema: GraphQLSchema): GraphQLDirective[] {
  const { OBJECT, FIELD_DEFINITION } = DirectiveLocation;
  const category = schema.getType('InformationCategory') as GraphQLEnumType;
  return [
    new GraphQLDirective({
      name: 'open',
      description: 'Readable by everyone who may know that the object exists.',
      locations: [OBJECT, FIELD_DEFINITION],
    }),
    new GraphQLDirective({
      name: 'piece',
      description: 'The object is there or not as a whole, by its stored holder, category and subjects.',
      locations: [OBJECT],
    }),
    new GraphQLDirective({
      name: 'consent',
      description:
        "The field is readable when consent in force opens `category` from the agency that holds it to the viewer's agency.",
      locations: [FIELD_DEFINITION],
      args: { category: { type: new GraphQLNonNull(category) } },
    }),
    new GraphQLDirective({
      name: 'rule',
      description: 'Readable by a named rule of the decision.',
      locations: [FIELD_DEFINITION],
      args: { name: { type: new GraphQLNonNull(GraphQLString) } },
    }),
  ];
}
