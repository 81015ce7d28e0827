import { identityHash } from '../../src/crypto/encryption.js';
import { loadKeys } from '../../src/crypto/keys.js';
import { signInKey } from '../../src/core/sign-in-identity.js';
import type { IdentityKind } from '../../src/core/sign-in-identity.js';
import { asOwner } from '../storage/viewing.js';
import type { TestDatabase } from './database.js';

/** Ties a sign-in to the human being behind a role term, or to a person of a case, as the owner of the database. */
export async function tie(
  { login, dataDir }: TestDatabase,
  [kind, value, issuer = '']: readonly [kind: IdentityKind, value: string, issuer?: string],
  subjectId: string,
): Promise<void> {
  const keys = await loadKeys(dataDir);
  const hash = identityHash(keys.identityHash, signInKey(kind, value, issuer)!).toString('hex');
  await asOwner(login, (client) =>
    client.query(
      `insert into sig.identity
        select gen_random_uuid(), municipality_id, $1, $2, professional_id, case_id, person_id, now() - interval '1 day', null, now(), null
        from (select t.municipality_id, t.professional_id, null::uuid as case_id, null::uuid as person_id
            from sig.role_term t where t.id = $3
          union all select c.municipality_id, null, p.case_id, p.id
            from sig.person p join sig.case_file c on c.id = p.case_id where p.id = $3) somebody`,
      [kind, hash, subjectId],
    ),
  );
}
