import type { LoadedCase } from '../../access/loaded-case.js';
import type { OpenPiece, OpenRow } from '../../access/open-piece.js';
import type { Shown } from '../../access/shown.js';
import { holdersOf } from '../../access/type-ownership.js';
import { situationVersion } from '../../core/situation.js';
import { SITUATION } from './situation.piece.js';

type OpenSituation = OpenPiece<(typeof SITUATION)['fields']>;

const fromPiece = (piece: OpenRow, field: string): unknown => (piece as OpenSituation).content[field];

/** One object per agency that the type is about, whether or not it has written anything. */
export function situation(loaded: LoadedCase): Shown {
  const of = (typename: string): Shown[] =>
    holdersOf(SITUATION, typename, loaded.facts).map((holderId) => {
      const pieces = loaded.open(SITUATION).filter((piece) => piece.holderId === holderId);
      return loaded.show(typename, { pieces, fromPiece, values: { agency: loaded.registers.agency(holderId) } });
    });
  const one = (typename: string): Shown => of(typename)[0] ?? loaded.show(typename, {});
  const values = {
    version: ownVersion(loaded),
    schools: () => of('SchoolSituation'),
    police: () => one('PoliceSituation'),
    socialServices: () => one('SocialServicesSituation'),
    leisure: () => one('LeisureSituation'),
    employment: () => one('EmploymentSituation'),
  };
  return loaded.show('Situation', { values });
}

function ownVersion(loaded: LoadedCase): number {
  const { viewer } = loaded;
  const own = 'agencyId' in viewer ? viewer.agencyId : null;
  return situationVersion(loaded.open(SITUATION).filter(({ holderId }) => holderId === own));
}

/** What agencies know, as far as the viewer may see it; by the ids of what is stored. */
export function openSituations(loaded: LoadedCase): readonly { readonly id: string }[] {
  return loaded.open(SITUATION);
}
