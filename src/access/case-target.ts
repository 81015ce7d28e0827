import { caseStatus } from '../core/case-status.js';
import { DomainError } from '../core/errors.js';
import { requireId } from '../core/ids.js';
import type { CaseId } from '../core/ids.js';
import { requireStatus } from '../core/permissions.js';
import type { Act } from '../core/permissions.js';
import { requireNotAgedOut } from '../core/rules/ageing-out.js';
import { CommandScope } from './command-scope.js';
import type { LockedCase } from './command-scope.js';
import { COMMAND_FACTS, parseFacts } from './facts.js';
import type { PreparedQuery } from './prepared-query.js';
import type { CommandRequest, CommandSession, Target } from './run-command.js';

const LOCKED = 'case_id as "caseId", at, viewer, seq, wrapped_key as "wrappedKey"';
/** Ways to a case, for those who know it and for those who know something else of it. */
const LOCATORS = {
  KNOWN_CASE: { name: 'open_command', text: `select ${LOCKED} from sig.open_command($1, $2, $3)` },
  OWN_PROPOSAL: { name: 'open_own_proposal', text: `select ${LOCKED} from sig.open_own_proposal($1, $2, $3)` },
  ASKED_TO_TAKE_PART: {
    name: 'open_assignment_request',
    text: `select ${LOCKED} from sig.open_assignment_request($1, $2, $3)`,
  },
  TAKES_PART_OR_ANSWERS_FOR: { name: 'open_assignment', text: `select ${LOCKED} from sig.open_assignment($1, $2, $3)` },
} as const satisfies Record<string, PreparedQuery>;
export type CaseLocator = keyof typeof LOCATORS;
const OPEN_CASE: PreparedQuery = { name: 'open_case', text: `select ${LOCKED} from sig.open_case($1, $2, $3, $4, $5)` };

interface CaseRequest extends Pick<CommandRequest, 'act' | 'requestId'> {
  /** The case, or anything of it that has an id in the API; `null` where the change begins a case. */
  readonly target: string | null;
  /** How the viewer comes to it; by knowing the case where left out. */
  readonly locateBy?: CaseLocator;
}

/** The case that a command names, locked and numbered. @throws DomainError BAD_USER_INPUT for what is no id */
export function caseTarget({ target, locateBy, requestId, act }: CaseRequest): Target<LockedCase, CommandScope> {
  const id = target === null ? null : requireId(target);
  const ofCaseItself = (lock: LockedCase): boolean => id === null || lock.caseId === id;
  return {
    async lock(session) {
      const { subjectId, capacity } = session.who;
      const [locked] =
        id === null
          ? await session.query<LockedCase>(OPEN_CASE, [subjectId, capacity, ...newCase(session), requestId])
          : await session.query<LockedCase>(LOCATORS[locateBy ?? 'KNOWN_CASE'], [subjectId, capacity, id]);
      return locked ?? null;
    },
    refusal: () =>
      id === null ? new DomainError('INVALID_STATE', 'noCoordinator') : new DomainError('NOT_FOUND', 'nodeNotFound'),
    async open(session, lock) {
      const [row] = await session.query<{ facts: unknown }>(COMMAND_FACTS, []);
      const facts = parseFacts(row?.facts, session.deps.kinds.rules);
      const scope = new CommandScope(session.query, session.em, facts, lock, session.deps);
      if (ofCaseItself(lock)) requireInStatus(act, scope);
      return scope;
    },
    async close(_session, lock, scope) {
      // Of a piece, the work tells first whether it is there for the viewer: its status would tell that it exists.
      if (!ofCaseItself(lock)) requireInStatus(act, scope);
      await scope.write();
    },
  };
}

/** @throws DomainError INVALID_STATE */
function requireInStatus(act: Act, { facts, at }: CommandScope): void {
  requireStatus(act, caseStatus(facts, at));
  requireNotAgedOut(act, facts, at);
}

/** The id of a case that is about to begin, and its key as it is stored. */
function newCase({ deps: { newId, sealer } }: CommandSession): readonly [CaseId, Buffer] {
  const caseId = newId() as CaseId;
  return [caseId, sealer.newCaseKey(caseId).wrapped];
}
