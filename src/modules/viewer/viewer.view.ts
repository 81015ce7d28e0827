import type { ReadScope } from '../../access/read-scope.js';
import { municipalityOf } from '../agency/agency.view.js';
import { caseView } from '../case/case.view.js';
import { guardians, youngPerson } from '../person/person.view.js';
import type { ViewerType } from './viewer.type.js';

export async function viewerOf(scope: ReadScope): Promise<ViewerType> {
  const { viewer } = scope;
  const municipality = await municipalityOf(scope);
  const agency = municipality.agencies.find(({ id }) => 'agencyId' in viewer && id === viewer.agencyId) ?? null;
  return { id: viewer.id, name: await nameOf(scope), capacity: viewer.capacity, agency, municipality };
}

/** Staff are named in the register; the family by the names that its own case holds, for as long as it may see them. */
async function nameOf(scope: ReadScope): Promise<string> {
  const { viewer } = scope;
  if (viewer.capacity !== 'YOUNG_PERSON' && viewer.capacity !== 'GUARDIAN') return viewer.name ?? '';
  const view = await caseView(scope, viewer.caseId);
  const family = view === null ? [] : [await youngPerson(scope, view), ...(await guardians(scope, view))];
  const own = family.find(({ id }) => id === viewer.personId);
  return [own?.givenName, own?.familyName].filter((part) => typeof part === 'string').join(' ');
}
