import { KINDS } from './features/kinds.js';
import type { DataModel } from './storage/data-model.js';
import { IdempotencyRecord } from './access/idempotency-record.entity.js';
import { Stream } from './changes/stream.entity.js';
import { OutboxRow } from './access/outbox-row.entity.js';
import { Agency } from './features/agency/agency.entity.js';
import { CitizenPromise } from './features/agency/citizen-promise.entity.js';
import { CoordinatorContact } from './features/agency/coordinator-contact.entity.js';
import { FocusArea } from './features/agency/focus-area.entity.js';
import { GroupMember } from './features/agency/group-member.entity.js';
import { Municipality } from './features/agency/municipality.entity.js';
import { Professional } from './features/agency/professional.entity.js';
import { RoleTerm } from './features/agency/role-term.entity.js';
import { RulePackVersion } from './features/agency/rule-pack.entity.js';
import { RulePackDraft } from './features/agency/rule-pack-draft.entity.js';
import { WorkGroup } from './features/agency/work-group.entity.js';
import { AssignmentRequest } from './features/case/assignment-request.entity.js';
import { Assignment } from './features/case/assignment.entity.js';
import { CaseFile } from './features/case/case-file.entity.js';
import { Block } from './features/consent/block.entity.js';
import { ConsentDetail } from './features/consent/consent-detail.entity.js';
import { ConsentStatement } from './features/consent/consent-statement.entity.js';
import { ConsentRequest } from './features/consent/consent-request.entity.js';
import { PendingConsent } from './features/consent/pending-consent.entity.js';
import { DisclosedCopy } from './features/disclosure/disclosed-copy.entity.js';
import { DisclosureReason } from './features/disclosure/disclosure-reason.entity.js';
import { StatutoryDisclosure } from './features/disclosure/statutory-disclosure.entity.js';
import { Custody } from './features/person/custody.entity.js';
import { Person } from './features/person/person.entity.js';
import { Protection } from './features/person/protection.entity.js';
import { Proposal } from './features/proposal/proposal.entity.js';
import { Identity } from './features/sign-in/identity.entity.js';
import { SteeringReport } from './features/steering/steering-report.entity.js';
import { SteeringMeeting } from './features/steering/steering-meeting.entity.js';
import { AccessRecord } from './features/transparency/access-record.entity.js';
import { AccessRoot } from './features/transparency/access-root.entity.js';
import { Notification } from './features/notification/notification.entity.js';
import { Notifier } from './notification/notifier.entity.js';
import { MailAddress } from './features/notification/mail-address.entity.js';
import { CalendarFeed } from './features/calendar/calendar-feed.entity.js';
import { Clock } from './storage/clock.entity.js';
import { DemoPersona } from './storage/demo-persona.entity.js';
import { PieceKeyEntity } from './storage/piece-key.entity.js';
import { PieceVersionEntity } from './storage/piece-version.entity.js';
import { PieceEntity } from './storage/piece.entity.js';

/**
 * What this server stores: every entity by name, as discovery by folder would depend on where the compiled files lie.
 */
export const MODEL: DataModel = {
  entities: [
    ...[Clock, DemoPersona, Municipality, RulePackVersion, Agency, Professional, RoleTerm],
    ...[
      CoordinatorContact,
      CitizenPromise,
      FocusArea,
      RulePackDraft,
      WorkGroup,
      GroupMember,
      SteeringMeeting,
      SteeringReport,
      Identity,
    ],
    ...[CaseFile, Proposal, Person, Custody, Protection, Assignment, AssignmentRequest],
    ...[ConsentStatement, ConsentDetail, PendingConsent, ConsentRequest, Block, AccessRecord, AccessRoot],
    ...[IdempotencyRecord, OutboxRow, Stream],
    ...[StatutoryDisclosure, DisclosureReason, DisclosedCopy],
    ...[PieceEntity, PieceVersionEntity, PieceKeyEntity],
    ...[Notification, Notifier, CalendarFeed, MailAddress],
  ],
  kinds: KINDS.all,
};
