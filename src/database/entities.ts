import { HandledRequest } from '../access/handled-request.entity.js';
import { Stream } from '../events/stream.entity.js';
import { OutboxRow } from '../events/outbox-row.entity.js';
import { Agency } from '../modules/agency/agency.entity.js';
import { CitizenPromise } from '../modules/agency/citizen-promise.entity.js';
import { CoordinatorContact } from '../modules/agency/coordinator-contact.entity.js';
import { FocusArea } from '../modules/agency/focus-area.entity.js';
import { GroupMember } from '../modules/agency/group-member.entity.js';
import { Municipality } from '../modules/agency/municipality.entity.js';
import { Professional } from '../modules/agency/professional.entity.js';
import { RoleTerm } from '../modules/agency/role-term.entity.js';
import { RulePackVersion } from '../modules/agency/rule-pack.entity.js';
import { WorkGroup } from '../modules/agency/work-group.entity.js';
import { AssignmentRequest } from '../modules/case/assignment-request.entity.js';
import { Assignment } from '../modules/case/assignment.entity.js';
import { CaseFile } from '../modules/case/case-file.entity.js';
import { Situation } from '../modules/case/situation.entity.js';
import { Block } from '../modules/consent/block.entity.js';
import { ConsentDetail } from '../modules/consent/consent-detail.entity.js';
import { ConsentStatement } from '../modules/consent/consent-statement.entity.js';
import { Opening } from '../modules/consent/opening.entity.js';
import { PendingConsent } from '../modules/consent/pending-consent.entity.js';
import { DisclosedCopy } from '../modules/disclosure/disclosed-copy.entity.js';
import { DisclosureReason } from '../modules/disclosure/disclosure-reason.entity.js';
import { StatutoryDisclosure } from '../modules/disclosure/statutory-disclosure.entity.js';
import { Mapping } from '../modules/mapping/mapping.entity.js';
import { AgendaItem } from '../modules/meeting/agenda-item.entity.js';
import { Invitation } from '../modules/meeting/invitation.entity.js';
import { MeetingDecision } from '../modules/meeting/meeting-decision.entity.js';
import { MeetingPlace } from '../modules/meeting/meeting-place.entity.js';
import { Minutes } from '../modules/meeting/minutes.entity.js';
import { Meeting } from '../modules/meeting/meeting.entity.js';
import { Note } from '../modules/note/note.entity.js';
import { Objection } from '../modules/note/objection.entity.js';
import { Outcome } from '../modules/outcome/outcome.entity.js';
import { Custody } from '../modules/person/custody.entity.js';
import { ImportantPerson } from '../modules/person/important-person.entity.js';
import { PersonContact } from '../modules/person/person-contact.entity.js';
import { PersonIdentity } from '../modules/person/person-identity.entity.js';
import { Person } from '../modules/person/person.entity.js';
import { Protection } from '../modules/person/protection.entity.js';
import { Action } from '../modules/plan/action.entity.js';
import { Evaluation } from '../modules/plan/evaluation.entity.js';
import { Goal } from '../modules/plan/goal.entity.js';
import { PlanVersion } from '../modules/plan/plan-version.entity.js';
import { Plan } from '../modules/plan/plan.entity.js';
import { ProposalWords } from '../modules/proposal/proposal-words.entity.js';
import { Proposal } from '../modules/proposal/proposal.entity.js';
import { SteeringMeeting } from '../modules/steering/steering-meeting.entity.js';
import { AccessRecord } from '../modules/transparency/access-record.entity.js';
import { AccessRoot } from '../modules/transparency/access-root.entity.js';
import { Notification } from '../modules/notification/notification.entity.js';
import { Notifier } from '../notices/notifier.entity.js';
import { MailAddress } from '../modules/notification/mail-address.entity.js';
import { CalendarFeed } from '../modules/calendar/calendar-feed.entity.js';
import { Clock } from './clock.entity.js';
import { DemoPersona } from './demo-persona.entity.js';
import { Piece } from './piece.js';

/** Every entity by name: discovery by folder would depend on where the compiled files lie. */
export const ENTITIES = [
  Piece,
  ...[Clock, DemoPersona, Municipality, RulePackVersion, Agency, Professional, RoleTerm],
  ...[CoordinatorContact, CitizenPromise, FocusArea, WorkGroup, GroupMember, SteeringMeeting],
  ...[CaseFile, Proposal, ProposalWords, Person, Custody, Protection, Assignment, AssignmentRequest],
  ...[ConsentStatement, ConsentDetail, PendingConsent, Block, Opening, AccessRecord, AccessRoot],
  ...[HandledRequest, OutboxRow, Stream],
  ...[StatutoryDisclosure, DisclosureReason, DisclosedCopy],
  ...[PersonIdentity, PersonContact, Situation, Note, Plan, Goal, Action, Meeting, MeetingPlace],
  ...[ImportantPerson, Mapping, Objection, Evaluation, PlanVersion, Invitation, AgendaItem, MeetingDecision, Outcome],
  ...[Minutes, Notification, Notifier, CalendarFeed, MailAddress],
];
