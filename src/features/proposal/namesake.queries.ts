import type { LoadedCase } from '../../access/loaded-case.js';
import type { ReadScope } from '../../access/read-scope.js';
import type { Shown } from '../../access/shown.js';
import { isFoundByName } from '../../core/rules/found-by-name.js';
import { identity, IDENTITY_NEEDS } from '../person/person.queries.js';
import { NAMESAKES } from './proposal.repository.js';

/** What {@link namesakes} needs. */
export const NAMESAKES_NEED = [NAMESAKES] as const;

/**
 * Cases that may be about the same person. To be told of one tells the name that it bears, so it is told to those alone
 * who find it by that name, and recorded as a reading.
 *
 * @returns `null` for whom the rule closes it
 */
export function namesakes(scope: ReadScope, loaded: LoadedCase): Promise<readonly Shown[]> | null {
  return loaded.decision.rule('proposal').open ? toldNamesakes(scope, loaded) : null;
}

async function toldNamesakes(scope: ReadScope, loaded: LoadedCase): Promise<readonly Shown[]> {
  const ids = loaded.rows(NAMESAKES).map(({ otherId }) => otherId);
  const known = await scope.loadAll(
    ids.filter((id) => id !== null),
    IDENTITY_NEEDS,
  );
  const told = known.flatMap((other) => {
    if (other === null || !isFoundByName(other.facts, other.viewer, other.at)) return [];
    const piece = identity(other);
    if (piece === undefined) return [];
    scope.log.addAll([piece.entry]);
    return [other.id];
  });
  const unknown = ids.filter((id) => id === null);
  return [...told.toSorted(), ...unknown].map((caseId) => scope.show('Namesake', { values: { caseId } }));
}
