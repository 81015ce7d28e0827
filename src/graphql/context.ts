import type { RunCommand } from '../access/run-command.js';
import type { CallViewerFunction } from '../access/viewer-functions.js';
import type { Credentials } from '../access/known-viewer.js';
import type { Needs } from '../access/load.js';
import type { FirstLoad, ReadScope } from '../access/read-scope.js';
import type { SigningKeys } from '../crypto/keys.js';
import type { SealedText } from '../crypto/sealed-text.js';
import { DomainError } from '../core/errors.js';
import type { CaseId } from '../core/ids.js';
import type { CapacityRefusal, HeldCapacity } from '../core/pick-capacity.js';
import type { StreamRequest } from '../changes/change-streams.js';
import type { Turn } from '../changes/frame.js';
import type { Topic } from '../changes/topic.js';
import type { AddressBook } from '../notification/mail.js';
import type { CursorCodec } from '../crypto/cursor.js';
import type { WithheldReport } from './withheld.js';
import type { WorkMeter } from './work-meter.js';

/**
 * What one HTTP request or one event brings to the executor. `scope` is there once the operation is known to be valid.
 */
export interface RequestContext {
  readonly credentials: Credentials | null;
  /** Of several one is to be picked first; until then nothing is answered but which there are. */
  readonly toPick: CapacityRefusal | null;
  /** What whoever signed in may act as now, by the operation's own scope; nothing where nobody did. */
  readonly capacities: (scope: ReadScope | undefined) => Promise<readonly HeldCapacity[]>;
  readonly cursors: CursorCodec;
  /** Signs receipts. */
  readonly receiptKeys: SigningKeys;
  /** Keeps e-mail addresses. */
  readonly addresses: AddressBook;
  /** Keeps what is written down of the steering group's meetings. */
  readonly steeringMinutes: SealedText;
  /** The cases that each root field answered for, gathered for `extensions.withheld`. */
  readonly withheldReport: WithheldReport;
  /** What answering has cost so far. */
  readonly work: WorkMeter;
  /** To be called when the operation is over: others of the viewer's wait for it. */
  leave?: () => void;
  scope?: ReadScope;
  /** What the operation needs of the cases that it shows; there once the operation is known to be valid. */
  needs?: Needs;
  /** There in mutations only. */
  changes?: MutationContext;
  /** There in subscriptions only. */
  readonly openStream?: (topic: Topic, request: StreamRequest, scope: ReadScope) => Promise<AsyncIterable<Turn>>;
}

/** What a mutation needs: a way to write, and to read again what it wrote. */
export interface MutationContext {
  readonly runCommand: RunCommand;
  /** `null` when the viewer's role does not hold any more. */
  openScope(first: FirstLoad | null): Promise<ReadScope | null>;
  readonly newId: () => string;
  /** `viewer.id` of whoever asks. */
  readonly subjectId: string;
  readonly own: CallViewerFunction;
  /** A secret for this viewer: always the same for the same request, and guessed by nobody. */
  readonly tokenFor: (requestId: string) => string;
}

/** @throws Error when a resolver runs outside an operation: a fault of the server, never of the caller. */
export function scopeOf(context: RequestContext): ReadScope {
  if (context.scope === undefined) throw new Error('No read scope is open for this operation');
  return context.scope;
}

/** @throws Error when a resolver runs outside an operation: a fault of the server. */
export function needsOf(context: RequestContext): Needs {
  if (context.needs === undefined) throw new Error('The operation has no plan');
  return context.needs;
}

/** Ends the scope of the mutation field before, with its record. */
export async function beginChange(context: RequestContext): Promise<MutationContext> {
  const { changes } = context;
  if (changes === undefined) throw new Error('Only a mutation changes anything');
  await context.scope?.finish(changes.newId());
  delete context.scope;
  return changes;
}

/**
 * A fresh read scope for whatever is selected below the field, its case loaded as it opens. The executor completes one
 * mutation field before it begins the next, which ends this scope with its record.
 */
export async function openAfterChange(context: RequestContext, caseId: CaseId | null): Promise<ReadScope> {
  const first = caseId === null ? null : { caseIds: [caseId], needs: needsOf(context) };
  const scope = await context.changes?.openScope(first);
  if (scope === null || scope === undefined) throw new DomainError('UNAUTHENTICATED', 'tokenRefused');
  context.scope = scope;
  return scope;
}
