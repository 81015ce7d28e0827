import pg from 'pg';
import type { DatabaseAddress } from '../src/storage/connection.js';

/** Cases of one generated professional. */
export const USUAL = 16;
/** Of the one who has many. */
export const MANY = 300;
const BATCH = 500;

/** Professionals of the coordinator's agency, by their role: one with few cases, one with many. */
export interface Filled {
  readonly few: string;
  readonly many: string;
}

/** Ids of the copy `n` follow from those of the original. */
const mapped = (column: string): string => `md5(${column}::text || '.' || n)::uuid`;
const mappedAll = (column: string): string => `array(select ${mapped('m')} from unnest(${column}) m)`;

/** What of a case is copied, and which of its columns name something of the case itself. */
const TABLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  case_file: { id: mapped('id'), number: `'B-' || n`, facts_version: 'gen_random_uuid()' },
  person: { id: mapped('id'), case_id: mapped('case_id') },
  custody: Object.fromEntries(['id', 'case_id', 'subject_id', 'guardian_id'].map((one) => [one, mapped(one)])),
  consent_statement: Object.fromEntries(['id', 'case_id', 'subject_id', 'signer_id'].map((one) => [one, mapped(one)])),
  opening: { case_id: mapped('case_id'), subject_id: mapped('subject_id') },
  piece: {
    ...Object.fromEntries(['id', 'case_id', 'parent_id'].map((one) => [one, mapped(one)])),
    ...{ subject_ids: mappedAll('subject_ids'), hidden_from_ids: mappedAll('hidden_from_ids') },
  },
  piece_version: {
    ...Object.fromEntries(['id', 'case_id', 'piece_id'].map((one) => [one, mapped(one)])),
    ...{ subject_ids: mappedAll('subject_ids'), hidden_from_ids: mappedAll('hidden_from_ids') },
  },
  piece_key: { case_id: mapped('case_id') },
};

/**
 * Fills a database with copies of one case, in bulk and past all triggers: each with an assignment of a generated
 * professional, who has sixteen of them. What is sealed in a copy opens nowhere: lists count by what is plain.
 *
 * @param progress told how many there are
 */
export async function fill(
  login: DatabaseAddress,
  caseId: string,
  cases: number,
  progress: (done: number) => void,
): Promise<Filled> {
  const client = new pg.Client(login);
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query('set synchronous_commit = off');
    for (let from = 1; from <= cases; from += BATCH) {
      const through = Math.min(cases, from + BATCH - 1);
      for (const [table, columns] of Object.entries(TABLES)) {
        await client.query(await copying(client, table, columns), [caseId, from, through]);
      }
      await client.query(PROFESSIONALS, [caseId, from, through, USUAL]);
      progress(through);
    }
    const { rows } = await client.query<{ id: string }>(PROFESSIONAL_OF_MANY, [caseId, Math.min(MANY, cases)]);
    // Nothing else of the bench waits for it.
    await client.query('analyze');
    const { rows: few } = await client.query<{ id: string }>("select md5('term.0')::uuid as id");
    return { few: few[0]?.id ?? '', many: rows[0]?.id ?? '' };
  } finally {
    await client.end();
  }
}

async function copying(client: pg.Client, table: string, columns: Readonly<Record<string, string>>): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns
      where table_schema = 'sig' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
    [table],
  );
  const names = rows.map(({ name }) => name);
  const values = names.map((name) => columns[name] ?? name);
  return `insert into sig.${table} (${names.join()}) select ${values.join()} from sig.${table}, generate_series($2::int, $3::int) n
    where ${table === 'case_file' ? 'id' : 'case_id'} = $1`;
}

const LIKE_THE_COORDINATOR = `(jsonb_populate_record(t, jsonb_build_object('id', made.id))).*
  from sig.case_file c join sig.role_term t on t.id = c.coordinator_id`;

const PROFESSIONALS = `with made as (
    insert into sig.role_term select ${LIKE_THE_COORDINATOR},
      (select distinct md5('term.' || n / $4::int)::uuid as id from generate_series($2::int, $3::int) n) made
      where c.id = $1 on conflict do nothing)
  insert into sig.assignment (id, case_id, role_term_id, valid_from, recorded_at)
    select gen_random_uuid(), ${mapped('$1::uuid')}, md5('term.' || n / $4::int)::uuid, now() - interval '1 day', now()
    from generate_series($2::int, $3::int) n`;

const PROFESSIONAL_OF_MANY = `with made as (
    insert into sig.role_term select ${LIKE_THE_COORDINATOR}, (select gen_random_uuid() as id) made where c.id = $1
      returning id), assigned as (
    insert into sig.assignment (id, case_id, role_term_id, valid_from, recorded_at)
      select gen_random_uuid(), ${mapped('$1::uuid')}, made.id, now() - interval '1 day', now()
      from made, generate_series(1, $2::int) n)
  select id from made`;
