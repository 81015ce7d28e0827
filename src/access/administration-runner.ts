import type { PoolClient } from 'pg';
import { DomainError } from '../core/errors.js';
import { requireRequestId } from '../core/ids.js';
import type { CaseId, MunicipalityId } from '../core/ids.js';
import { requireCapacity } from '../core/permissions.js';
import type { Act } from '../core/permissions.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { OutboxRow } from '../events/outbox-row.entity.js';
import type { CommandDeps } from './command-runner.js';
import { FACTS_AT } from './command-scope.js';
import { COMMAND_FACTS, parseFacts } from './facts.js';
import { HandledRequest } from './handled-request.entity.js';
import { projectionOf } from './opening-projection.js';
import type { Credentials, KnownViewer } from './read-scope.js';
import { asRefusal, commit, hashOf, requireSame, SEEN } from './request.js';
import type { CommandResult, Seen } from './request.js';
import type { Statement } from './section.js';

/** What the lock of the municipality told. */
export interface AdministrationScope {
  readonly municipalityId: MunicipalityId;
  readonly at: number;
  /** The highest version of its rules; 0 before the first. */
  readonly newestVersion: number;
  readonly em: UnitOfWork;
  readonly newId: () => string;
  /** To be called by whoever changes what cases are decided by: the openings of every case follow. */
  rulesChange(): void;
}

export interface AdministrationRequest {
  readonly operation: string;
  readonly act: Act;
  readonly requestId: string;
  readonly input: object;
}

/** Runs one command of an administrator on the own municipality. */
export type Administer = <Result extends CommandResult>(
  request: AdministrationRequest,
  work: (scope: AdministrationScope) => Result | Promise<Result>,
) => Promise<Result>;

type Ask = <Row extends object>(statement: Statement, values: unknown[]) => Promise<Row[]>;
type Locked = Pick<AdministrationScope, 'municipalityId' | 'at' | 'newestVersion'> & { readonly viewer: KnownViewer };

const OPEN: Statement = {
  name: 'open_administration',
  text: `select at, viewer, municipality_id as "municipalityId", newest_version as "newestVersion"
    from sig.open_administration($1, $2)`,
};
const CASES: Statement = { name: 'administered_cases', text: 'select id from sig.administered_cases() id' };
const LOCK: Statement = { name: 'lock_administered_case', text: 'select sig.lock_administered_case($1) as seq' };

/**
 * One transaction: lock the municipality, do the work, and where that changes the rules lock its cases one after the other
 * and bring the openings of each in line with the facts as they are now. A command holds one case and waits for no other lock, and two
 * administrators wait for each other at the municipality, so nobody waits in a circle.
 *
 * @throws DomainError FORBIDDEN for whoever is no administrator, CONFLICT for a request id used for something else, and
 * whatever the work refuses. Nothing is left of a refusal.
 */
export function administrationRunner(deps: CommandDeps, { subjectId, capacity }: Credentials): Administer {
  return async ({ operation, act, requestId, input }, work) => {
    requireCapacity(act, capacity);
    requireRequestId(requestId);
    const client = await deps.pool.connect();
    let broken: Error | undefined;
    try {
      const em = await deps.unitsOfWork.begin(client);
      const ask = asking(client, deps);
      const [locked] = await ask<Locked>(OPEN, [subjectId, capacity]);
      if (locked === undefined) throw new DomainError('UNAUTHENTICATED', 'tokenRefused');
      const { viewer, ...scope } = locked;
      const [seen] = await ask<Seen>(SEEN, [viewer.id, requestId]);
      const inputHash = hashOf(input);
      if (seen !== undefined) {
        requireSame(seen, operation, inputHash);
        await client.query('rollback');
        return seen.result as Awaited<ReturnType<typeof work>>;
      }
      const follow = { cases: false };
      const rulesChange = (): void => void (follow.cases = true);
      const result = await work({ ...scope, em, newId: deps.newId, rulesChange });
      const request = { viewerId: viewer.id, requestId, operation, caseId: null, inputHash, result };
      em.persist(em.create(HandledRequest, { ...request, recordedAt: scope.at }));
      await em.flush();
      const following = follow.cases ? await ask<{ id: CaseId }>(CASES, []) : [];
      for (const { id } of following) await followRules(deps, ask, em, id, scope.at);
      await commit(client);
      deps.onCommitted();
      return result;
    } catch (error) {
      await client.query('rollback').catch((fault: unknown) => (broken = fault as Error));
      throw asRefusal(error);
    } finally {
      client.release(broken);
    }
  };
}

/** What a command does when facts changed, for one more case. */
async function followRules(
  { newId }: CommandDeps,
  ask: Ask,
  em: UnitOfWork,
  caseId: CaseId,
  recordedAt: number,
): Promise<void> {
  const [numbered] = await ask<{ seq: string }>(LOCK, [caseId]);
  const [row] = await ask<{ facts: unknown }>(COMMAND_FACTS, []);
  for (const { statement, values } of projectionOf(parseFacts(row?.facts))) await ask(statement, values);
  await ask(FACTS_AT, [caseId, recordedAt]);
  const outbox = { id: newId(), caseId, caseSeq: Number(numbered?.seq), kind: 'CASE_CHANGED' as const, ids: [caseId] };
  em.persist(em.create(OutboxRow, { ...outbox, recordedAt, position: null }));
  await em.flush();
}

function asking(client: PoolClient, { onStatement }: CommandDeps): Ask {
  return async <Row extends object>(statement: Statement, values: unknown[]) => {
    onStatement?.(statement.name);
    return (await client.query<Row>({ ...statement, values })).rows;
  };
}
