import { randomUUID } from 'node:crypto';
import { createDevelopmentTokens } from '../../src/http/token.js';
import type { Capacity } from '../../src/core/viewer.js';
import { loadKeys } from '../../src/crypto/keys.js';
import type { Changing } from './changes.js';
import type { TestDatabase } from './database.js';

const HOUR = 3_600_000;

export interface Colleague {
  readonly id: string;
  readonly token: string;
}

/** Another role term like that one, assigned to the same cases, with a token of its own. */
export async function colleagueOf(database: TestDatabase, { client }: Changing, termId: string): Promise<Colleague> {
  const id = randomUUID();
  const { rows } = await client.query<{ capacity: Capacity }>(
    `insert into sig.role_term select (jsonb_populate_record(t, jsonb_build_object('id', $2::uuid))).*
      from sig.role_term t where t.id = $1
      returning capacity`,
    [termId, id],
  );
  await client.query(
    `insert into sig.assignment select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'role_term_id', $2::uuid))).*
      from sig.assignment a where a.role_term_id = $1`,
    [termId, id],
  );
  const { issueToken } = await createDevelopmentTokens((await loadKeys(database.dataDir)).tokens);
  const [term] = rows;
  if (term === undefined) throw new Error('No such role term');
  const { rows: clock } = await client.query<{ now: Date }>('select sig.now() as now');
  const now = clock[0]!.now.getTime();
  return { id, token: await issueToken({ subjectId: id, capacity: term.capacity }, now, HOUR) };
}
