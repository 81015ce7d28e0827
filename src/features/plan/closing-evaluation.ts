import { newPiece } from '../../access/command-piece.js';
import type { CommandScope } from '../../access/command-scope.js';
import { localDate } from '../../core/calendar.js';
import { requireText } from '../../core/free-text.js';
import { requireRoleTerm } from '../../core/rules/role-term-acts.js';
import { EVALUATION } from './plan.piece.js';

/** Of no single action: how the whole went, by the coordinator who closes the case. */
export async function addClosingEvaluation(scope: CommandScope, text: string): Promise<void> {
  const { pieces, viewer, facts, at } = scope;
  const piece = newPiece(scope, facts.coordinatorAgencyId, 'PLAN');
  const values = { text: requireText(text), authorId: requireRoleTerm(viewer), evaluatedOn: localDate(at) };
  await pieces.add(EVALUATION, piece, values);
  scope.changed({ kind: 'PIECE_CHANGED', ids: [piece.id] });
}
