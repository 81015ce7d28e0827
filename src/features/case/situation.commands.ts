import { newPiece } from '../../access/command-piece.js';
import type { RunCommand } from '../../access/case-target.js';
import { requireText } from '../../core/free-text.js';
import { requireAgency } from '../../core/rules/own-agency-writes.js';
import { situationByCategory } from '../../core/situation.js';
import type { SituationValue } from '../../core/situation.js';
import type { RecordSituationInput } from './situation-input.type.js';
import { SITUATION } from './situation.piece.js';

export type SituationResult = { readonly caseId: string };

/** What the own agency knows now, one row for each category that is stated; an earlier one gives way to it. */
export function recordSituation(run: RunCommand, input: RecordSituationInput): Promise<SituationResult> {
  const { requestId, caseId: target, ...stated } = input;
  return run({ operation: 'recordSituation', act: 'WRITE_PIECE', requestId, target, input }, async (scope) => {
    const { viewer, caseId, pieces, at: recordedAt } = scope;
    const holderId = requireAgency(viewer);
    const told = Object.fromEntries(Object.entries(stated).map(([field, value]) => [field, tidy(value)]));
    const ids: string[] = [];
    for (const [category, content] of situationByCategory(scope.facts, holderId, told)) {
      const known = await pieces.find(SITUATION, { holderId, category });
      const piece = newPiece(scope, holderId, category);
      if (known === null) await pieces.add(SITUATION, piece, { content });
      else await pieces.change(SITUATION, known, { content }, { recordedAt });
      ids.push(known?.id ?? piece.id);
    }
    scope.changed({ kind: 'PIECE_CHANGED', ids });
    return { caseId };
  });
}

function tidy(value: SituationValue | undefined): SituationValue | undefined {
  if (typeof value === 'string') return requireText(value);
  return Array.isArray(value) ? value.map((text: string) => requireText(text)) : value;
}
