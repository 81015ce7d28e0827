import type { Viewer } from '../../../src/core/viewer.js';
import { asOwner } from '../../storage/viewing.js';
import type { TestApp } from '../app.js';
import type { TestDatabase } from '../database.js';

/** Somebody who signs in, as the API and as the reference model know them. */
export interface SignedIn {
  readonly name: string;
  readonly token: string;
  readonly viewer: Viewer & { readonly id: string };
}

/** Before the server starts: everybody of a family can sign in, also those whom the personas leave out. */
export async function letFamiliesSignIn({ login }: TestDatabase): Promise<void> {
  await asOwner(login, (client) =>
    client.query(`insert into sig.demo_persona (id, subject_id, name, municipality_id, capacity, position)
      select p.id, p.id, p.kind, c.municipality_id, p.kind, 1000 + row_number() over ()
      from sig.person p join sig.case_file c on c.id = p.case_id
      where p.kind <> 'OTHER_SUBJECT' and not exists (select from sig.demo_persona d where d.id = p.id)`),
  );
}

/** Everybody of the municipality and of the cases in it, and the coordinator of another one. */
export async function everybody({ personas, database }: TestApp, municipality: string): Promise<SignedIn[]> {
  const { rows } = await asOwner(database.login, (client) =>
    client.query<{ id: string; fields: object }>(
      `select id, jsonb_build_object('personId', id, 'caseId', case_id) as fields from person
        union all select id, jsonb_build_object('roleTermId', id, 'professionalId', professional_id, 'agencyId', agency_id)
        from role_term`,
    ),
  );
  const known = new Map(rows.map(({ id, fields }) => [id, fields]));
  return personas
    .filter((one) => one.municipality.name.startsWith(municipality) || one.capacity === 'COORDINATOR')
    .map(({ id, name, profession, capacity, token, municipality: { id: municipalityId } }) => ({
      name: `${name}, ${profession ?? capacity}`,
      token,
      viewer: { id, capacity, municipalityId, ...known.get(id) } as SignedIn['viewer'],
    }));
}
