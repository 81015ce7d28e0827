import { newPiece } from '../../access/command-piece.js';
import { nextVersion } from '../../core/expected-version.js';
import { requireText } from '../../core/free-text.js';
import { requireAgency } from '../../core/rules/own-agency-writes.js';
import { situationByCategory, situationVersion } from '../../core/situation.js';
import type { SituationValue } from '../../core/situation.js';
import { caseMutation } from '../../graphql/case-mutation.js';
import { CaseType } from './case.type.js';
import { presentCase } from './case.queries.js';
import { RecordSituationInput } from './situation-input.type.js';
import { SITUATION } from './situation.piece.js';
import { situation } from './situation.queries.js';

/** What the own agency knows now, one row for each category that is stated. */
export const RecordSituation = caseMutation({
  name: 'recordSituation',
  description: 'Records what the own agency knows of the situation; an earlier statement of a category gives way.',
  input: RecordSituationInput,
  type: CaseType,
  typename: 'Case',
  act: 'WRITE_PIECE',
  target: ({ caseId }) => caseId,
  async work(scope, { requestId: _requestId, caseId: _caseId, expectedVersion, ...stated }) {
    const { viewer, caseId, pieces, at: recordedAt } = scope;
    const holderId = requireAgency(viewer);
    const told = Object.fromEntries(Object.entries(stated).map(([field, value]) => [field, tidy(value)]));
    const standing = await pieces.all(SITUATION, { holderId });
    nextVersion(situationVersion(standing), expectedVersion);
    const ids: string[] = [];
    for (const [category, content] of situationByCategory(scope.facts, holderId, told)) {
      const known = standing.find((piece) => piece.category === category);
      const piece = newPiece(scope, holderId, category);
      if (known === undefined) await pieces.add(SITUATION, piece, { content });
      else await pieces.change(SITUATION, known, { content }, { recordedAt });
      ids.push(known?.id ?? piece.id);
    }
    scope.changed({ kind: 'PIECE_CHANGED', ids });
    return { caseId };
  },
  answer: presentCase,
  conflict: {
    id: ({ caseId }) => caseId,
    isCase: true,
    read: situation,
    fields: ['version'],
    loads: [SITUATION],
  },
});

function tidy(value: SituationValue | undefined): SituationValue | undefined {
  if (typeof value === 'string') return requireText(value);
  return Array.isArray(value) ? value.map((text: string) => requireText(text)) : value;
}
