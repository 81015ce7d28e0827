import type { PoolClient } from 'pg';
import { DomainError } from '../core/errors.js';
import { requireRequestId } from '../core/ids.js';
import type { MunicipalityId } from '../core/ids.js';
import { requireCapacity } from '../core/permissions.js';
import type { GroupPlace } from '../core/steering.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import type { CommandDeps } from './command-runner.js';
import { HandledRequest } from './handled-request.entity.js';
import type { Credentials, KnownViewer } from './read-scope.js';
import { asRefusal, commit, hashOf, requireSame, SEEN } from './request.js';
import type { CommandResult, Seen } from './request.js';
import type { Statement } from './section.js';

/** What the lock of the steering group told. */
export interface SteeringScope {
  readonly municipalityId: MunicipalityId;
  readonly groupId: string;
  /** Every place in the group that there ever was. */
  readonly members: readonly GroupPlace[];
  readonly at: number;
  readonly em: UnitOfWork;
  readonly newId: () => string;
}

export interface SteeringRequest {
  readonly operation: string;
  readonly requestId: string;
  readonly input: object;
}

/** Runs one command of a coordinator on the meetings of the own municipality's steering group. */
export type Steer = <Result extends CommandResult>(
  request: SteeringRequest,
  work: (scope: SteeringScope) => Promise<Result> | Result,
) => Promise<Result>;

type Locked = Omit<SteeringScope, 'groupId' | 'em' | 'newId'> & {
  readonly viewer: KnownViewer;
  readonly groupId: string | null;
};

const OPEN: Statement = {
  name: 'open_steering',
  text: `select at, viewer, municipality_id as "municipalityId", group_id as "groupId", members
    from sig.open_steering($1, $2)`,
};

/**
 * One transaction: lock the steering group, do the work. No case is touched and nobody is told.
 *
 * @throws DomainError FORBIDDEN for whoever is no coordinator, INVALID_STATE where the municipality has no steering group,
 * CONFLICT for a request id used for something else, and whatever the work refuses. Nothing is left of a refusal.
 */
export function steeringRunner(deps: CommandDeps, { subjectId, capacity }: Credentials): Steer {
  return async ({ operation, requestId, input }, work) => {
    requireCapacity('STEERING_MEETING', capacity);
    requireRequestId(requestId);
    const client = await deps.pool.connect();
    let broken: Error | undefined;
    try {
      const em = await deps.unitsOfWork.begin(client);
      const { viewer, ...scope } = await lock(client, deps, [subjectId, capacity]);
      const [seen] = await ask<Seen>(client, deps, SEEN, [viewer.id, requestId]);
      const inputHash = hashOf(input);
      if (seen !== undefined) {
        requireSame(seen, operation, inputHash);
        await client.query('rollback');
        return seen.result as Awaited<ReturnType<typeof work>>;
      }
      const result = await work({ ...scope, em, newId: deps.newId });
      const request = { viewerId: viewer.id, requestId, operation, caseId: null, inputHash, result };
      em.persist(em.create(HandledRequest, { ...request, recordedAt: scope.at }));
      await em.flush();
      await commit(client);
      return result;
    } catch (error) {
      await client.query('rollback').catch((fault: unknown) => (broken = fault as Error));
      throw asRefusal(error);
    } finally {
      client.release(broken);
    }
  };
}

async function lock(
  client: PoolClient,
  deps: CommandDeps,
  who: string[],
): Promise<Locked & { readonly groupId: string }> {
  const [locked] = await ask<Locked>(client, deps, OPEN, who);
  if (locked === undefined) throw new DomainError('UNAUTHENTICATED', 'tokenRefused');
  const { groupId } = locked;
  if (groupId === null) throw new DomainError('INVALID_STATE', 'noSteeringGroup');
  return { ...locked, groupId };
}

async function ask<Row extends object>(
  client: PoolClient,
  { onStatement }: CommandDeps,
  statement: Statement,
  values: unknown[],
): Promise<Row[]> {
  onStatement?.(statement.name);
  return (await client.query<Row>({ ...statement, values })).rows;
}
