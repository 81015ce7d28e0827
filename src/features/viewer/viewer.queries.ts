import type { KnownViewer } from '../../access/known-viewer.js';
import type { Needs } from '../../access/load.js';
import type { LoadedCase } from '../../access/loaded-case.js';
import type { ReadScope } from '../../access/read-scope.js';
import { withId } from '../../access/shown.js';
import type { Shown } from '../../access/shown.js';
import { FAMILY_NEEDS, guardians, shownName, youngPerson } from '../person/person.queries.js';

/** What the own case of a member of the family must have for {@link presentViewer}. */
export const VIEWER_NEEDS: Needs = FAMILY_NEEDS;

export async function viewerOf(scope: ReadScope): Promise<Shown> {
  const { viewer } = scope;
  const own = 'caseId' in viewer ? await scope.load(viewer.caseId, VIEWER_NEEDS) : null;
  return presentViewer(scope, own);
}

/** @param own the own case of a member of the family, as long as they know it; of anybody else any or none */
export function presentViewer(
  from: Pick<ReadScope, 'viewer' | 'at' | 'registers' | 'show'>,
  own: LoadedCase | null,
): Shown {
  const { viewer, at, registers } = from;
  const { name, shown } = nameOf(viewer, own);
  const values = {
    ...{ id: viewer.id, name: name ?? '', capacity: viewer.capacity },
    agency: 'agencyId' in viewer ? registers.agency(viewer.agencyId) : null,
    municipality: registers.municipality(at),
  };
  return from.show('Viewer', { values, fieldDiscloses: { name: shown } });
}

/** Staff are named in the register; the family by the names that its own case holds, for as long as it may see them. */
function nameOf(viewer: KnownViewer, own: LoadedCase | null): ReturnType<typeof shownName> {
  if (!('personId' in viewer)) return { name: viewer.name, shown: [] };
  const family = own === null ? [] : [youngPerson(own), ...guardians(own)];
  return shownName(withId(family, viewer.personId));
}
