import { IdempotencyRecord } from '../access/idempotency-record.entity.js';
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
import { Block } from '../modules/consent/block.entity.js';
import { ConsentDetail } from '../modules/consent/consent-detail.entity.js';
import { ConsentStatement } from '../modules/consent/consent-statement.entity.js';
import { PendingConsent } from '../modules/consent/pending-consent.entity.js';
import { DisclosedCopy } from '../modules/disclosure/disclosed-copy.entity.js';
import { DisclosureReason } from '../modules/disclosure/disclosure-reason.entity.js';
import { StatutoryDisclosure } from '../modules/disclosure/statutory-disclosure.entity.js';
import { Custody } from '../modules/person/custody.entity.js';
import { Person } from '../modules/person/person.entity.js';
import { Protection } from '../modules/person/protection.entity.js';
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
import { PieceKeyEntity } from './piece-key.entity.js';
import { PieceVersionEntity } from './piece-version.entity.js';
import { PieceEntity } from './piece.entity.js';

/** Every entity by name: discovery by folder would depend on where the compiled files lie. */
export const ENTITIES = [
  ...[Clock, DemoPersona, Municipality, RulePackVersion, Agency, Professional, RoleTerm],
  ...[CoordinatorContact, CitizenPromise, FocusArea, WorkGroup, GroupMember, SteeringMeeting],
  ...[CaseFile, Proposal, Person, Custody, Protection, Assignment, AssignmentRequest],
  ...[ConsentStatement, ConsentDetail, PendingConsent, Block, AccessRecord, AccessRoot],
  ...[IdempotencyRecord, OutboxRow, Stream],
  ...[StatutoryDisclosure, DisclosureReason, DisclosedCopy],
  ...[PieceEntity, PieceVersionEntity, PieceKeyEntity],
  ...[Notification, Notifier, CalendarFeed, MailAddress],
];
