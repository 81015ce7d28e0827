import { present } from '../../access/present.js';
import type { ReadScope } from '../../access/read-scope.js';
import { knownCase } from '../case/case.view.js';
import { OUTCOMES } from './outcome.repository.js';
import type { OutcomeType } from './outcome.type.js';

/** The outcomes of a case that the viewer may see. */
export async function outcomes(scope: ReadScope, caseId: string): Promise<OutcomeType[]> {
  const { presenter, id } = await knownCase(scope, caseId);
  const rows = await scope.pieces(OUTCOMES, id);
  return rows.flatMap((piece) => (present(presenter, 'Outcome', { piece }) as unknown as OutcomeType | null) ?? []);
}
