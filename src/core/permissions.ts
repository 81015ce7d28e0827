import type { CaseStatus } from './case-status.js';
import { DomainError } from './errors.js';
import type { Capacity } from './viewer.js';

interface Permission {
  readonly by: readonly Capacity[];
  readonly in: readonly CaseStatus[];
}

const STAFF: readonly Capacity[] = ['PROFESSIONAL', 'COORDINATOR'];
const FAMILY: readonly Capacity[] = ['YOUNG_PERSON', 'GUARDIAN'];
const COORDINATOR: readonly Capacity[] = ['COORDINATOR'];

const EVERY: readonly CaseStatus[] = [
  'PROPOSED',
  'ACCEPTED',
  'CONSENT_PENDING',
  'ACTIVE',
  'PAUSED',
  'CLOSED',
  'DECLINED',
];
/** From the acceptance until the case is closed. A paused case is one that waits for a consent: it must take one. */
const ONGOING: readonly CaseStatus[] = ['ACCEPTED', 'CONSENT_PENDING', 'ACTIVE', 'PAUSED'];
/** Closed, it is followed up for a while: whoever then is still assigned meets, and nothing else begins anew. */
const MEETING: readonly CaseStatus[] = [...ONGOING, 'CLOSED'];
const WORKING: readonly CaseStatus[] = ['ACTIVE', 'PAUSED'];

/**
 * Who may do what to a case that they know, and while it is in which status: the one table. What narrows an act further
 * (own agency, own statement) has a rule of its own.
 *
 * Source: design, section 3, "Who may do what". What closes something is possible in every status: a signer may take a
 * consent back at any time.
 */
const PERMISSIONS = {
  PROPOSE: { by: STAFF, in: ['PROPOSED'] },
  STATE_BASIS: { by: STAFF, in: ['PROPOSED'] },
  DECIDE_PROPOSAL: { by: COORDINATOR, in: ['PROPOSED'] },
  REQUEST_CONSENT: { by: COORDINATOR, in: ['ACCEPTED'] },
  RECORD_CONSENT: { by: STAFF, in: ONGOING },
  ANSWER_CONSENT_FORM: { by: STAFF, in: ONGOING },
  ASK_FOR_CONSENT: { by: COORDINATOR, in: ONGOING },
  ANSWER_CONSENT_REQUEST: { by: FAMILY, in: ONGOING },
  WITHDRAW_CONSENT: { by: [...STAFF, ...FAMILY], in: EVERY },
  BLOCK: { by: [...STAFF, ...FAMILY], in: EVERY },
  UNBLOCK: { by: [...STAFF, ...FAMILY], in: ONGOING },
  HOLD_BACK: { by: STAFF, in: EVERY },
  RELEASE: { by: STAFF, in: ONGOING },
  RECORD_CUSTODY: { by: COORDINATOR, in: ONGOING },
  NAME_PERSON: { by: COORDINATOR, in: ONGOING },
  RECORD_AREA: { by: COORDINATOR, in: ONGOING },
  RECORD_PROTECTION: { by: COORDINATOR, in: EVERY },
  ASSIGN: { by: COORDINATOR, in: ONGOING },
  ANSWER_ASSIGNMENT: { by: STAFF, in: ONGOING },
  END_ASSIGNMENT: { by: STAFF, in: EVERY },
  WRITE_PIECE: { by: STAFF, in: ONGOING },
  PLAN: { by: STAFF, in: WORKING },
  PLAN_OWN_WORDS: { by: [...STAFF, 'YOUNG_PERSON'], in: WORKING },
  PROGRESS_ACTION: { by: [...STAFF, 'YOUNG_PERSON'], in: WORKING },
  SCHEDULE_MEETING: { by: COORDINATOR, in: MEETING },
  ANSWER_INVITATION: { by: [...STAFF, ...FAMILY], in: MEETING },
  RECORD_MEETING: { by: COORDINATOR, in: MEETING },
  DISCLOSE_WITHOUT_CONSENT: { by: STAFF, in: EVERY },
  END_DISCLOSURE: { by: STAFF, in: EVERY },
  OBJECT: { by: FAMILY, in: EVERY },
  PUBLISH_RULES: { by: ['ADMINISTRATOR'], in: EVERY },
  STEERING_MEETING: { by: COORDINATOR, in: EVERY },
  PUBLISH_REPORT: { by: ['ADMINISTRATOR'], in: EVERY },
  CHANGE_GROUP: { by: ['ADMINISTRATOR'], in: EVERY },
  TIE_PROFESSIONAL: { by: ['ADMINISTRATOR'], in: EVERY },
  TIE_PERSON: { by: COORDINATOR, in: MEETING },
  RECORD_OUTCOME: { by: STAFF, in: ['ACTIVE', 'PAUSED', 'CLOSED'] },
  CLOSE: { by: COORDINATOR, in: ONGOING },
} as const satisfies Record<string, Permission>;

/** Everything that a command may do to a case. */
export type Act = keyof typeof PERMISSIONS;

/** @throws DomainError FORBIDDEN, whatever case it is about: the answer says nothing of any. */
export function requireCapacity(act: Act, capacity: Capacity): void {
  const { by }: Permission = PERMISSIONS[act];
  if (!by.includes(capacity)) throw new DomainError('FORBIDDEN', 'capacityMayNot');
}

/** @throws DomainError INVALID_STATE */
export function requireStatus(act: Act, status: CaseStatus): void {
  const permission: Permission = PERMISSIONS[act];
  if (!permission.in.includes(status)) throw new DomainError('INVALID_STATE', 'statusForbids', { status });
}
