import { requireSeen } from '../../access/command-piece.js';
import type { CommandScope } from '../../access/command-scope.js';
import type { StoredPiece } from '../../access/piece-writing.js';
import { DomainError } from '../../core/errors.js';
import { requireText } from '../../core/free-text.js';
import { nextVersion } from '../../core/expected-version.js';
import { actionVersionSeen, requireProgress } from '../../core/plan.js';
import type { ActionStatus, Handovers, ResponsiblePerson } from '../../core/plan.js';
import { requireOwnAgency } from '../../core/rules/own-agency-writes.js';
import { requireSpeaksFor } from '../../core/rules/who-may-change-action.js';
import { caseMutation } from '../../graphql/case-mutation.js';
import { CONTACT, GUARDIAN, IDENTITY } from '../person/identity.piece.js';
import { IMPORTANT_PERSON } from '../person/important-person.piece.js';
import { seesPerson } from '../person/seen-person.js';
import { handoverId } from './handover.js';
import { newAction } from './new-action.js';
import { AddActionInput, UpdateActionInput } from './plan-input.type.js';
import { ACTION } from './plan.piece.js';
import { ActionType } from './plan.type.js';
import { actionAsItStands, actionById } from './plan.queries.js';
import { responsibleOf } from './responsible.js';
import type { Responsible } from './responsible.js';

/** Held by the agency that writes it, whoever holds the goal; where there is none, the case says where it belongs. */
export const AddAction = caseMutation({
  name: 'addAction',
  description: "Adds an action, held by the viewer's own agency.",
  input: AddActionInput,
  type: ActionType,
  typename: 'Action',
  act: 'PLAN',
  target: goalOrCase,
  work: async (scope, input) => ({ caseId: scope.caseId, actionId: await newAction(scope, input) }),
  answer: (loaded, { actionId }) => actionById(loaded, actionId),
});

/**
 * A rewritten text is stated anew by its holder; how far it has come is said by whoever is responsible, and leaves the
 * piece of the time from which it is: progress must not open what an earlier consent did not reach.
 */
export const UpdateAction = caseMutation({
  name: 'updateAction',
  description:
    'Changes an action. If somebody else was faster: CONFLICT, with the action as it is in `extensions.current`.',
  input: UpdateActionInput,
  type: ActionType,
  typename: 'Action',
  act: 'PROGRESS_ACTION',
  target: ({ actionId }) => actionId,
  async work(scope, input) {
    const { pieces, caseId, viewer, facts, at: recordedAt } = scope;
    const { status, dueOn } = input;
    const action = await requireSeen(scope, ACTION, input.actionId);
    const what = input.what === undefined ? undefined : requireText(input.what);
    const rewritten = what !== undefined || input.responsible !== undefined || dueOn !== undefined;
    if (!rewritten && status === undefined) throw new DomainError('BAD_USER_INPUT', 'nothingToChange');
    if (rewritten) requireOwnAgency(viewer, action.holderId);
    if (input.responsible !== undefined && !(await seesPerson(scope, action.responsibleKind, action.responsibleId))) {
      // What is not seen is not overwritten; that somebody is responsible is no secret.
      throw new DomainError('FORBIDDEN', 'responsibleNotSeen');
    }
    if (status !== undefined) {
      const { holderId, responsibleKind: kind, responsibleId: id } = action;
      requireSpeaksFor(facts, viewer, { holderId, responsible: { kind, id } });
    }
    nextVersion(await versionOf(scope, action), input.expectedVersion);
    const next = (status ?? action.status) as ActionStatus;
    requireProgress(action.status, next);
    const given = {
      ...(what !== undefined && { what }),
      ...(status !== undefined && { status: next }),
      ...(dueOn !== undefined && { dueOn }),
      ...(input.responsible !== undefined && (await responsibleOf(scope, input.responsible))),
    };
    const keepsDate = dueOn === undefined || dueOn === action.dueOn;
    const isHandedOver = what === undefined && next === action.status && keepsDate;
    const handedOver = isHandedOver ? handover(action, given) : {};
    await pieces.change(ACTION, action, { ...given, ...handedOver }, what === undefined ? {} : { recordedAt });
    const changedId = isHandedOver ? handoverId(action.id, action.version) : action.id;
    scope.changed({ kind: 'ACTION_CHANGED', ids: [changedId] });
    return { caseId, actionId: action.id };
  },
  answer: (loaded, { actionId }) => actionById(loaded, actionId),
  conflict: {
    id: ({ actionId }) => actionId,
    read: actionAsItStands,
    fields: ['id', 'version', 'what', 'dueOn', 'status', 'responsible'],
    loads: [IDENTITY, CONTACT, GUARDIAN, IMPORTANT_PERSON],
  },
});

/** @throws DomainError BAD_USER_INPUT for neither, and for both: they could contradict each other. */
function goalOrCase({ goalId, caseId }: AddActionInput): string {
  const [target, more] = [goalId, caseId].filter((id) => id != null);
  if (target === undefined || more !== undefined) throw new DomainError('BAD_USER_INPUT', 'goalOrCase');
  return target;
}

type StoredAction = StoredPiece<(typeof ACTION)['fields']>;

/** As the viewer sees it. */
async function versionOf(scope: CommandScope, { version, handovers }: StoredAction): Promise<number> {
  const seen = new Set<string>();
  for (const { kind, id } of Object.values(handovers ?? {}).flat()) if (await seesPerson(scope, kind, id)) seen.add(id);
  return actionVersionSeen(version, handovers, ({ id }) => seen.has(id));
}

/** Kept with the action: whoever sees neither of the two must not see the change. */
function handover(
  { version, handovers, responsibleKind, responsibleId }: StoredAction,
  { responsibleKind: kind = responsibleKind, responsibleId: id = responsibleId }: Partial<Responsible>,
): { readonly handovers: Handovers } {
  const both: readonly [ResponsiblePerson, ResponsiblePerson] = [
    { kind: responsibleKind, id: responsibleId },
    { kind, id },
  ];
  return { handovers: { ...handovers, [version + 1]: both } };
}
