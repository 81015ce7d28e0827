import { present } from '../../access/present.js';
import type { ReadScope } from '../../access/read-scope.js';
import { agenciesById } from '../agency/agency.view.js';
import { knownCase } from '../case/case.view.js';
import { OUTCOMES } from './outcome.repository.js';
import type { OutcomeType } from './outcome.type.js';

/** The outcomes of a case that the viewer may see. */
export async function outcomes(scope: ReadScope, caseId: string): Promise<OutcomeType[]> {
  const [{ presenter, id }, agencies] = await Promise.all([knownCase(scope, caseId), agenciesById(scope)]);
  const rows = await scope.pieces(OUTCOMES, id);
  return rows.flatMap((piece) => {
    const plain = { holder: agencies.get(piece.holderId) };
    return (present(presenter, 'Outcome', { piece, plain }) as unknown as OutcomeType | null) ?? [];
  });
}
