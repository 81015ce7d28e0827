import { newPiece, requireSeen } from '../../access/command-piece.js';
import { localDate } from '../../core/calendar.js';
import { requireText } from '../../core/free-text.js';
import type { PersonId, RoleTermId } from '../../core/ids.js';
import { requireRoleTerm } from '../../core/rules/role-term-acts.js';
import { requireSpeaksFor } from '../../core/rules/who-may-change-action.js';
import type { Viewer } from '../../core/viewer.js';
import { caseMutation } from '../../graphql/case-mutation.js';
import { EvaluateActionInput } from './evaluation-input.type.js';
import { ACTION, EVALUATION } from './plan.piece.js';
import { ActionType } from './plan.type.js';
import { actionById } from './plan.queries.js';

/**
 * By whoever may say how far it has come; evaluations are added, never rewritten, so that they tell how it went over
 * time.
 */
export const EvaluateAction = caseMutation({
  name: 'evaluateAction',
  description:
    'Adds how an action went; by the agency of whoever is responsible, the coordinator, or the young person about own actions.',
  input: EvaluateActionInput,
  type: ActionType,
  typename: 'Action',
  act: 'PROGRESS_ACTION',
  target: ({ actionId }) => actionId,
  async work(scope, input) {
    const { pieces, caseId, viewer, facts, at } = scope;
    const action = await requireSeen(scope, ACTION, input.actionId);
    const { holderId, responsibleKind: kind, responsibleId: id } = action;
    requireSpeaksFor(facts, viewer, { holderId, responsible: { kind, id } });
    // What the young person says of an own action is kept with it.
    const heldBy = 'agencyId' in viewer ? viewer.agencyId : holderId;
    const piece = newPiece(scope, heldBy, action.category, action.subjectIds);
    const values = { text: requireText(input.text), ...writtenBy(viewer), evaluatedOn: localDate(at) };
    await pieces.add(EVALUATION, { ...piece, parentId: action.id }, values);
    scope.changed({ kind: 'ACTION_CHANGED', ids: [piece.id] });
    return { caseId, actionId: action.id };
  },
  answer: (loaded, { actionId }) => actionById(loaded, actionId),
});

function writtenBy(viewer: Viewer): { authorId: RoleTermId | null; byId: PersonId | null } {
  return 'personId' in viewer
    ? { authorId: null, byId: viewer.personId }
    : { authorId: requireRoleTerm(viewer), byId: null };
}
