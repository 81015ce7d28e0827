import { RegistersAndCases } from './01-registers-and-cases.js';
import { ConsentAndRecord } from './02-consent-and-record.js';
import { Pieces } from './03-pieces.js';
import { ScopeFunctions } from './04-scope-functions.js';
import { CaseFactsFunction } from './05-case-facts.js';
import { Integrity } from './06-integrity.js';
import { RowPolicies } from './07-row-policies.js';
import { SealedRecord } from './08-sealed-record.js';
import { Commands } from './09-commands.js';
import { FurtherNouns } from './10-further-nouns.js';
import { Stream } from './11-stream.js';
import { ChangesByTheFamily } from './12-changes-by-the-family.js';
import { Closing } from './14-closing.js';
import { OpeningsAtOnce } from './16-openings-at-once.js';
import { RulesByAdministrators } from './17-rules-by-administrators.js';
import { Disclosure } from './18-disclosure.js';
import { Proposals } from './20-proposals.js';
import { AssignmentRequests } from './21-assignment-requests.js';
import { MeetingsHeld } from './22-meetings-held.js';
import { Notices } from './23-notices.js';
import { DeliveryGroups } from './24-delivery-groups.js';
import { WaitingChanges } from './25-waiting-changes.js';

/** In the order in which they are applied. The names are kept in the database: never rename one. */
export const MIGRATIONS = [
  { name: '01-registers-and-cases', class: RegistersAndCases },
  { name: '02-consent-and-record', class: ConsentAndRecord },
  { name: '03-pieces', class: Pieces },
  { name: '04-scope-functions', class: ScopeFunctions },
  { name: '05-case-facts', class: CaseFactsFunction },
  { name: '06-integrity', class: Integrity },
  { name: '07-row-policies', class: RowPolicies },
  { name: '08-sealed-record', class: SealedRecord },
  { name: '09-commands', class: Commands },
  { name: '10-further-nouns', class: FurtherNouns },
  { name: '11-stream', class: Stream },
  { name: '12-changes-by-the-family', class: ChangesByTheFamily },
  { name: '14-closing', class: Closing },
  { name: '16-openings-at-once', class: OpeningsAtOnce },
  { name: '17-rules-by-administrators', class: RulesByAdministrators },
  { name: '18-disclosure', class: Disclosure },
  { name: '20-proposals', class: Proposals },
  { name: '21-assignment-requests', class: AssignmentRequests },
  { name: '22-meetings-held', class: MeetingsHeld },
  { name: '23-notices', class: Notices },
  { name: '24-delivery-groups', class: DeliveryGroups },
  { name: '25-waiting-changes', class: WaitingChanges },
] as const;
