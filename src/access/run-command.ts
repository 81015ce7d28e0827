import type { Pool, PoolClient } from 'pg';
import { requireRequestId } from '../core/ids.js';
import type { CaseId } from '../core/ids.js';
import { requireCapacity } from '../core/permissions.js';
import type { Act } from '../core/permissions.js';
import type { UnitOfWork, UnitsOfWork } from '../storage/unit-of-work.js';
import type { CommandScopeDeps } from './command-scope.js';
import { AlreadyDone } from './already-done.js';
import { IdempotencyRecord } from './idempotency-record.entity.js';
import { assertSameRequest, hashOf, REPEATED_REQUEST, STORED_REQUEST, toConflictError } from './idempotency.js';
import type { CommandResult, StoredRequest } from './idempotency.js';
import type { Credentials, KnownViewer } from './known-viewer.js';
import type { PreparedQuery, SendQuery } from './prepared-query.js';

export interface CommandDeps extends CommandScopeDeps {
  /** Of the writer role. */
  readonly pool: Pool;
  readonly unitsOfWork: UnitsOfWork;
  /** Wakes those who publish changes; waits for nothing. */
  readonly onCommitted: () => void;
}

/** What every command is asked with. */
export interface CommandRequest {
  /** The name of the mutation field. */
  readonly operation: string;
  /** Who may do it, and in which status of the case. */
  readonly act: Act;
  /** The idempotency key: the same change sent again gets the same answer. `null` makes every call its own. */
  readonly requestId: string | null;
  /** What was asked; another one under the same request id is refused. */
  readonly input: object;
}

/** The transaction of one command, before and behind the lock. */
export interface CommandSession {
  readonly deps: CommandDeps;
  readonly em: UnitOfWork;
  readonly who: Credentials;
  readonly query: SendQuery;
}

/** What is locked, and what its lock told. */
export interface Locked {
  readonly viewer: KnownViewer;
  readonly at: number;
  /** `null` for what is about a municipality and no case. */
  readonly caseId: CaseId | null;
}

/** What a command is about: a case, a municipality, a steering group. */
export interface Target<Lock extends Locked, Scope> {
  /** The first statement: locks what the command is about. `null` where it is not there for the viewer. */
  lock(session: CommandSession): Promise<Lock | null>;
  /** Why there was nothing to lock. */
  refusal(): Error;
  /** What the work may rest on, read behind the lock. */
  open(session: CommandSession, lock: Lock): Promise<Scope>;
  /** What only follows once the work is done: judged by it, or told of it. */
  close(session: CommandSession, lock: Lock, scope: Scope): Promise<void>;
}

/** Runs one command of one viewer on its target; see {@link runCommand}. */
export type RunCommand = <Lock extends Locked, Scope, Result extends CommandResult>(
  target: Target<Lock, Scope>,
  request: CommandRequest,
  work: (scope: Scope) => Promise<Result> | Result,
) => Promise<Result>;

/**
 * The one way to a write. One transaction: lock, read behind the lock, do the work, remember the answer, commit.
 *
 * @throws DomainError FORBIDDEN or INVALID_STATE by the table of who may do what, NOT_FOUND for what is unknown or not
 * the viewer's, CONFLICT for a request id used for something else or a change that somebody else was faster with, and
 * whatever the work refuses. Nothing is left of a refusal.
 */
export async function runCommand<Lock extends Locked, Scope, Result extends CommandResult>(
  deps: CommandDeps,
  who: Credentials,
  target: Target<Lock, Scope>,
  { operation, act, requestId, input }: CommandRequest,
  work: (scope: Scope) => Promise<Result> | Result,
): Promise<Result> {
  requireCapacity(act, who.capacity);
  if (requestId !== null) requireRequestId(requestId);
  const client = await deps.pool.connect();
  let broken: Error | undefined;
  try {
    const session = sessionOf(deps, client, await deps.unitsOfWork.begin(client), who);
    const inputHash = hashOf(input);
    const lock = await target.lock(session);
    const stored = requestId === null ? undefined : await storedRequest(session, lock, requestId);
    if (stored !== undefined) {
      assertSameRequest(stored, operation, inputHash);
      await client.query('rollback');
      return stored.result as Result;
    }
    if (lock === null) throw target.refusal();
    const scope = await target.open(session, lock);
    const result = await work(scope);
    if (requestId !== null) {
      const { viewer, caseId, at: recordedAt } = lock;
      const record = { viewerId: viewer.id, requestId, operation, caseId, inputHash, result, recordedAt };
      session.em.persist(session.em.create(IdempotencyRecord, record));
    }
    await target.close(session, lock, scope);
    await session.em.flush();
    await commit(client);
    deps.onCommitted();
    return result;
  } catch (error) {
    await client.query('rollback').catch((fault: unknown) => (broken = fault as Error));
    if (error instanceof AlreadyDone) return error.result as Result;
    throw toConflictError(error);
  } finally {
    client.release(broken);
  }
}

function sessionOf(deps: CommandDeps, client: PoolClient, em: UnitOfWork, who: Credentials): CommandSession {
  return {
    ...{ deps, em, who },
    async query<Row extends object>(query: PreparedQuery, values: readonly unknown[]) {
      deps.onStatement?.(query.name);
      return (await client.query<Row>({ ...query, values: [...values] })).rows;
    },
  };
}

async function storedRequest(
  session: CommandSession,
  lock: Locked | null,
  requestId: string,
): Promise<StoredRequest | undefined> {
  const { subjectId, capacity } = session.who;
  const [stored] =
    lock === null
      ? await session.query<StoredRequest>(REPEATED_REQUEST, [subjectId, capacity, requestId])
      : await session.query<StoredRequest>(STORED_REQUEST, [lock.viewer.id, requestId]);
  return stored;
}

/** Committing an aborted transaction resolves too; only the command tag tells that nothing was kept. */
async function commit(client: PoolClient): Promise<void> {
  const { command } = await client.query('commit');
  if (command !== 'COMMIT') throw new Error(`A command ended with ${command}: nothing of it was kept`);
}
