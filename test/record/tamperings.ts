import type { Client } from 'pg';
import type { FindingKind } from '../../src/record/verify.js';

/** What must be found afterwards: one of these kinds, naming one of these. */
interface Trace {
  readonly kinds: readonly FindingKind[];
  readonly names: readonly string[];
}

interface Tampering {
  readonly name: string;
  /** `one` and `other` choose rows. */
  readonly act: (client: Client, one: number, other: number) => Promise<Trace>;
}

interface Row {
  readonly id: string;
  readonly case_id: string;
  readonly position: string;
  readonly chain_seq: number;
}

/** A row by number, whatever their number. */
async function rowAt(client: Client, number: number): Promise<Row> {
  const { rows } = await client.query<Row>(
    `select id, case_id, position, chain_seq from sig.access_record order by position
      offset $1 % (select count(*) from sig.access_record) limit 1`,
    [number],
  );
  if (rows[0] === undefined) throw new Error('The record is empty');
  return rows[0];
}

/** The range of a signed root that a position is in: all that can be said once a whole seal was made anew. */
async function rangeOf(client: Client, position: string): Promise<string> {
  const { rows } = await client.query<{ range: string }>(
    `select 'positions ' || coalesce((select max(size) from sig.access_root where size < $1), 0) + 1 || ' to ' || min(size) as range
      from sig.access_root where size >= $1`,
    [position],
  );
  return rows[0]?.range ?? 'no root';
}

const CHANGES: Readonly<Record<string, string>> = {
  'another reader': 'viewer_id = gen_random_uuid()',
  'another agency': 'agency_id = gen_random_uuid()',
  'no agency': 'agency_id = null',
  'a millisecond later': `at = at + interval '1 millisecond'`,
  'another capacity': `capacity = 'COORDINATOR'`,
  'another operation': 'operation_id = gen_random_uuid()',
  'another category': `entries = jsonb_set(entries, '{0,category}', '"OFFENDING"')`,
  'nothing shown': `entries = '[]'`,
  'one statement less': `entries = entries #- '{0,basis,statements,0}'`,
  'another id': 'id = gen_random_uuid()',
};

const changes = Object.entries(CHANGES).map(([name, change]): Tampering => ({
  name,
  act: async (client, one) => {
    const { id } = await rowAt(client, one);
    const { rows } = await client.query<{ id: string }>(
      `update sig.access_record set ${change} where id = $1 returning id`,
      [id],
    );
    return { kinds: ['CHANGED'], names: rows.map((row) => row.id) };
  },
}));

/** Copies rows into a table `place` of this transaction. */
async function setAside(client: Client, ids: readonly string[]): Promise<void> {
  await client.query('create temporary table place (like sig.access_record) on commit drop');
  await client.query('insert into place select * from sig.access_record where id = any($1::uuid[])', [ids]);
}

const RESEAL = 'update sig.access_record r set hash = sig.access_hash(r) where id = $1';

export const tamperings: readonly Tampering[] = [
  ...changes,
  {
    name: 'a change with a seal made anew',
    act: async (client, one) => {
      const { id, position } = await rowAt(client, one);
      await client.query(`update sig.access_record set viewer_id = gen_random_uuid() where id = $1`, [id]);
      await client.query(RESEAL, [id]);
      return { kinds: ['CHANGED', 'ROOT_DIFFERS'], names: [id, await rangeOf(client, position)] };
    },
  },
  {
    name: 'the whole chain of a case made anew from a change on',
    act: async (client, one) => {
      const row = await rowAt(client, one);
      await client.query(`update sig.access_record set viewer_id = gen_random_uuid() where id = $1`, [row.id]);
      const { rows } = await client.query<{ id: string }>(
        'select id from sig.access_record where case_id = $1 and chain_seq >= $2 order by chain_seq',
        [row.case_id, row.chain_seq],
      );
      for (const { id } of rows) {
        await client.query(
          `update sig.access_record r set previous_hash = coalesce((select hash from sig.access_record p
            where p.case_id = r.case_id and p.chain_seq = r.chain_seq - 1), '') where id = $1`,
          [id],
        );
        await client.query(RESEAL, [id]);
      }
      return { kinds: ['ROOT_DIFFERS'], names: [await rangeOf(client, row.position)] };
    },
  },
  {
    name: 'a row removed',
    act: async (client, one) => {
      const { id, case_id, chain_seq, position } = await rowAt(client, one);
      await client.query('delete from sig.access_record where id = $1', [id]);
      return {
        kinds: ['REMOVED'],
        names: [`positions ${position} to`, `records ${chain_seq} to ${chain_seq} of case ${case_id}`],
      };
    },
  },
  {
    name: 'the end of the record removed',
    act: async (client, one) => {
      const { rows } = await client.query<{ max: number }>('select max(position)::int as max from sig.access_record');
      const last = (rows[0]?.max ?? 0) - (one % 30);
      await client.query('delete from sig.access_record where position >= $1', [last]);
      return { kinds: ['REMOVED'], names: [`positions ${last} to ${rows[0]?.max ?? 0} at the end`] };
    },
  },
  {
    name: 'the last row of a case removed',
    act: async (client, one) => {
      const { case_id } = await rowAt(client, one);
      const { rows } = await client.query<{ position: string }>(
        `delete from sig.access_record where id = (select id from sig.access_record where case_id = $1 order by chain_seq desc limit 1)
          returning position`,
        [case_id],
      );
      return { kinds: ['REMOVED'], names: rows.map(({ position }) => `positions ${position} to`) };
    },
  },
  {
    name: 'two rows exchanged',
    act: async (client, one, other) => {
      const first = await rowAt(client, one);
      let second = await rowAt(client, other);
      if (second.id === first.id) second = await rowAt(client, other + 1);
      await setAside(client, [first.id, second.id]);
      await client.query(
        'update sig.access_record set position = null, chain_seq = null, previous_hash = null, hash = null where id in ($1, $2)',
        [first.id, second.id],
      );
      await client.query(
        `update sig.access_record r set position = p.position, chain_seq = p.chain_seq, previous_hash = p.previous_hash, hash = p.hash,
            case_id = p.case_id
          from place p where r.id in ($1, $2) and p.id in ($1, $2) and p.id <> r.id`,
        [first.id, second.id],
      );
      const isOneCase = first.case_id === second.case_id;
      return { kinds: [isOneCase ? 'REORDERED' : 'CHANGED'], names: [first.id, second.id] };
    },
  },
  {
    name: 'a row put in the place of another',
    act: async (client, one) => {
      const { id } = await rowAt(client, one);
      await setAside(client, [id]);
      await client.query('delete from sig.access_record where id = $1', [id]);
      await client.query('update place set id = gen_random_uuid()');
      const { rows } = await client.query<{ id: string }>(
        'insert into sig.access_record select * from place returning id',
      );
      return { kinds: ['CHANGED'], names: rows.map((row) => row.id) };
    },
  },
  {
    name: 'a row added at the end with a seal that follows nothing',
    act: async (client, one) => {
      const { id } = await rowAt(client, one);
      const { rows } = await client.query<{ id: string }>(
        `insert into sig.access_record (id, operation_id, case_id, viewer_id, capacity, agency_id, at, entries, position, chain_seq, previous_hash, hash)
          select gen_random_uuid(), operation_id, case_id, viewer_id, capacity, agency_id, at, entries,
            (select max(position) + 1 from sig.access_record),
            (select max(chain_seq) + 1 from sig.access_record m where m.case_id = r.case_id), sha256(hash), hash
          from sig.access_record r where id = $1 returning id`,
        [id],
      );
      const added = rows.map((row) => row.id);
      for (const each of added) await client.query(RESEAL, [each]);
      return { kinds: ['CHANGED'], names: added };
    },
  },
];
