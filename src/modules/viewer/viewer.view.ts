import { disclosing } from '../../access/disclosure.js';
import type { ReadScope } from '../../access/read-scope.js';
import { municipalityOf } from '../agency/agency.view.js';
import { caseView } from '../case/case.view.js';
import { guardians, shownName, youngPerson } from '../person/person.view.js';
import type { ViewerType } from './viewer.type.js';

export async function viewerOf(scope: ReadScope): Promise<ViewerType> {
  const { viewer } = scope;
  const municipality = await municipalityOf(scope);
  const agency = municipality.agencies.find(({ id }) => 'agencyId' in viewer && id === viewer.agencyId) ?? null;
  const { name, shown } = await nameOf(scope);
  return disclosing({ id: viewer.id, name: name ?? '', capacity: viewer.capacity, agency, municipality }, [], {
    name: shown,
  });
}

/** Staff are named in the register; the family by the names that its own case holds, for as long as it may see them. */
async function nameOf(scope: ReadScope): Promise<ReturnType<typeof shownName>> {
  const { viewer } = scope;
  if (viewer.capacity !== 'YOUNG_PERSON' && viewer.capacity !== 'GUARDIAN') return { name: viewer.name, shown: [] };
  const view = await caseView(scope, viewer.caseId);
  const family = view === null ? [] : [await youngPerson(scope, view), ...(await guardians(scope, view))];
  return shownName(family.find(({ id }) => id === viewer.personId));
}
