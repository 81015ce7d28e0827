import type { Pool } from 'pg';
import { caseStatus } from '../core/case-status.js';
import { DomainError } from '../core/errors.js';
import { requireId, requireRequestId } from '../core/ids.js';
import type { CaseId } from '../core/ids.js';
import { requireCapacity, requireStatus } from '../core/permissions.js';
import type { Act } from '../core/permissions.js';
import { requireNotAgedOut } from '../core/rules/ageing-out.js';
import type { UnitsOfWork } from '../database/unit-of-work.js';
import { CommandScope } from './command-scope.js';
import type { CommandScopeDeps, LockedCase } from './command-scope.js';
import { COMMAND_FACTS, parseFacts } from './facts.js';
import { HandledRequest } from './handled-request.entity.js';
import type { Credentials } from './read-scope.js';
import { asRefusal, commit, hashOf, requireSame, SEEN } from './request.js';
import type { CommandResult, Seen } from './request.js';
import type { Statement } from './section.js';

export interface CommandDeps extends CommandScopeDeps {
  /** Of the writer role. */
  readonly pool: Pool;
  readonly unitsOfWork: UnitsOfWork;
  /** Rings for those who tell subscribers; waits for nothing. */
  readonly onCommitted: () => void;
}

export interface CommandRequest {
  /** The name of the mutation field. */
  readonly operation: string;
  /** Who may do it, and in which status of the case. */
  readonly act: Act;
  /** The case, or anything of it that has an id in the API; `null` where the change begins a case. */
  readonly target: string | null;
  /** How the viewer comes to it; by knowing the case where left out. */
  readonly by?: WayIn;
  /** By which the client may send the same change again and get the same answer; `null` makes every call its own. */
  readonly requestId: string | null;
  /** What was asked; another one under the same request id is refused. */
  readonly input: object;
}

type Work<Result> = (scope: CommandScope) => Promise<Result>;
/** Runs one command of one viewer; the one way to a write. */
export type RunCommand = <Result extends CommandResult>(request: CommandRequest, work: Work<Result>) => Promise<Result>;

const LOCKED = 'case_id as "caseId", at, viewer, seq, wrapped_key as "wrappedKey"';
/** Ways in for those who do not know the case, each by what they do know. */
const OPEN = {
  KNOWN_CASE: { name: 'open_command', text: `select ${LOCKED} from sig.open_command($1, $2, $3)` },
  OWN_PROPOSAL: { name: 'open_own_proposal', text: `select ${LOCKED} from sig.open_own_proposal($1, $2, $3)` },
  ASKED_TO_TAKE_PART: {
    name: 'open_assignment_request',
    text: `select ${LOCKED} from sig.open_assignment_request($1, $2, $3)`,
  },
  TAKES_PART_OR_ANSWERS_FOR: { name: 'open_assignment', text: `select ${LOCKED} from sig.open_assignment($1, $2, $3)` },
} as const satisfies Record<string, Statement>;
export type WayIn = keyof typeof OPEN;
const OPEN_CASE: Statement = { name: 'open_case', text: `select ${LOCKED} from sig.open_case($1, $2, $3, $4, $5)` };
const REPEATED: Statement = {
  name: 'repeated_request',
  text: `select operation, input_hash as "inputHash", result from sig.repeated_request($1, $2, $3)`,
};

/**
 * One transaction: lock and number the case, read the facts behind the lock, do the work, remember the answer, commit.
 *
 * @throws DomainError FORBIDDEN or INVALID_STATE by the table of who may do what, NOT_FOUND for what is unknown or not the viewer's, CONFLICT for a request id used for something
 * else or a change that somebody else was faster with, and whatever the work refuses. Nothing is left of a refusal.
 */
export function commandRunner(deps: CommandDeps, credentials: Credentials): RunCommand {
  return async (request, work) => {
    requireCapacity(request.act, credentials.capacity);
    const target = request.target === null ? null : requireId(request.target);
    const { requestId } = request;
    const { subjectId, capacity } = credentials;
    if (requestId !== null) requireRequestId(requestId);
    const client = await deps.pool.connect();
    let broken: Error | undefined;
    try {
      const em = await deps.unitsOfWork.begin(client);
      const ask = <Row extends object>(statement: Statement, values: unknown[]): Promise<Row[]> => {
        deps.onStatement?.(statement.name);
        return client.query<Row>({ ...statement, values }).then(({ rows }) => rows);
      };
      const inputHash = hashOf(request.input);
      const again = async (seen: Seen): Promise<Awaited<ReturnType<typeof work>>> => {
        requireSame(seen, request.operation, inputHash);
        await client.query('rollback');
        return seen.result as Awaited<ReturnType<typeof work>>;
      };
      const [locked] =
        target === null
          ? await ask<LockedCase>(OPEN_CASE, [subjectId, capacity, ...newCase(deps), requestId])
          : await ask<LockedCase>(OPEN[request.by ?? 'KNOWN_CASE'], [subjectId, capacity, target]);
      if (locked === undefined) {
        // The change itself may have taken the case from the viewer: then only the answer is left.
        const [seen] = requestId === null ? [] : await ask<Seen>(REPEATED, [subjectId, capacity, requestId]);
        if (seen !== undefined) return await again(seen);
        throw target === null
          ? new DomainError('INVALID_STATE', 'noCoordinator')
          : new DomainError('NOT_FOUND', 'nodeNotFound');
      }
      const [[seen], [row]] = await Promise.all([
        requestId === null ? [] : ask<Seen>(SEEN, [locked.viewer.id, requestId]),
        ask<{ facts: unknown }>(COMMAND_FACTS, []),
      ]);
      if (seen !== undefined) return await again(seen);
      const facts = parseFacts(row?.facts);
      const inStatus = (): void => {
        requireStatus(request.act, caseStatus(facts, locked.at));
        requireNotAgedOut(request.act, facts, locked.at);
      };
      const ofCaseItself = target === null || locked.caseId === target;
      if (ofCaseItself) inStatus();
      const scope = new CommandScope(client, em, facts, locked, deps);
      const result = await work(scope);
      // Of a piece, the work tells first whether it is there for the viewer: its status would tell that it exists.
      if (!ofCaseItself) inStatus();
      if (requestId !== null) {
        const { caseId, viewer, at: recordedAt } = locked;
        const { operation } = request;
        em.persist(
          em.create(HandledRequest, {
            viewerId: viewer.id,
            requestId,
            operation,
            caseId,
            inputHash,
            result,
            recordedAt,
          }),
        );
      }
      await scope.write();
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

/** The id of a case that is about to begin, and its key as it is stored. */
function newCase({ newId, sealer }: CommandDeps): readonly [CaseId, Buffer] {
  const caseId = newId() as CaseId;
  return [caseId, sealer.newCaseKey(caseId).wrapped];
}
