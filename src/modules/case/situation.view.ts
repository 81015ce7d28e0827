import { holdersOf } from '../../access/holders.js';
import { present } from '../../access/present.js';
import type { ReadScope } from '../../access/read-scope.js';
import { agenciesById } from '../agency/agency.view.js';
import { knownCase } from './case.view.js';
import { SITUATIONS } from './situation.repository.js';
import type { SituationType } from './situation.type.js';

/** One object per agency that the type is about, whether or not it has written anything. */
export async function situation(scope: ReadScope, caseId: string): Promise<SituationType> {
  const [{ presenter, facts, id }, agencies] = await Promise.all([knownCase(scope, caseId), agenciesById(scope)]);
  const rows = await scope.pieces(SITUATIONS, id);
  const of = (typename: string): object[] =>
    holdersOf(typename, facts).flatMap((holderId) => {
      const pieces = rows.filter((row) => row.holderId === holderId);
      return present(presenter, typename, { pieces, plain: { agency: agencies.get(holderId) } }) ?? [];
    });
  const one = (typename: string): object => of(typename)[0] ?? present(presenter, typename, {}) ?? {};
  return {
    schools: of('SchoolSituation'),
    police: one('PoliceSituation'),
    socialServices: one('SocialServicesSituation'),
    leisure: one('LeisureSituation'),
    employment: one('EmploymentSituation'),
  } as SituationType;
}

/** What agencies know, as far as the viewer may see it; by the ids of what is stored. */
export async function openSituations(scope: ReadScope, caseId: string): Promise<readonly { readonly id: string }[]> {
  const { decision, id } = await knownCase(scope, caseId);
  return (await scope.pieces(SITUATIONS, id)).filter((row) => decision.piece(row).open);
}
