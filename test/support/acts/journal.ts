import type pg from 'pg';

export type Row = Readonly<Record<string, unknown>>;

/** One row that was written: as it was, and as it is. */
export interface WrittenRow {
  readonly id: string;
  readonly relation: string;
  readonly before: Row | null;
  readonly after: Row | null;
}

/** What only the server's own machinery reads, and no viewer is shown anything of. */
const MACHINERY = ['outbox', 'stream', 'notifier', 'access_record', 'access_root', 'request', 'clock', 'piece_key'];
const DERIVED = ['opening', 'opening_unchecked', 'register_version', 'fact_history', 'demo_persona'];
/** Numbers and versions that run on: what is taken back must not bring a version back that meant something else. */
const RUNS_ON = ['id', 'seq', 'facts_at', 'facts_version'];

/** Notes every row that is written, by triggers of its own; what an act wrote is told and can be taken back. */
export class Journal {
  private constructor(
    readonly superuser: pg.Client,
    private readonly columns: ReadonlyMap<string, readonly string[]>,
  ) {}

  static async begin(superuser: pg.Client): Promise<Journal> {
    const { rows } = await superuser.query<{ name: string; columns: string[] }>(
      `select c.table_name as name, array_agg(c.column_name::text) filter (where c.is_generated = 'NEVER') as columns
        from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
        where c.table_schema = 'sig' and t.table_type = 'BASE TABLE' and c.table_name <> all($1) group by c.table_name`,
      [MACHINERY.concat(DERIVED.filter((name) => name !== 'opening'))],
    );
    await superuser.query(`create schema journal;
      create table journal.written (id bigserial primary key, relation text, before jsonb, after jsonb);
      create function journal.note() returns trigger language plpgsql security definer as $$ begin
        insert into journal.written (relation, before, after) values (tg_table_name,
          case when tg_op <> 'INSERT' then to_jsonb(old) end, case when tg_op <> 'DELETE' then to_jsonb(new) end);
        return null;
      end $$`);
    for (const { name } of rows)
      await superuser.query(`create trigger journal after insert or update or delete on sig.${name}
        for each row execute function journal.note()`);
    return new Journal(superuser, new Map(rows.map(({ name, columns }) => [name, columns])));
  }

  async mark(): Promise<string> {
    const { rows } = await this.superuser.query<{ id: string }>(
      'select coalesce(max(id), 0) as id from journal.written',
    );
    return rows[0]!.id;
  }

  /** The rows written since then, in order; none of those that only follow from others. */
  async since(mark: string): Promise<readonly WrittenRow[]> {
    const { rows } = await this.superuser.query<WrittenRow>(
      'select * from journal.written where id > $1 and relation <> all($2) order by id',
      [mark, DERIVED],
    );
    return rows;
  }

  /** Takes everything back that was written since then; caches of the server hear of it by new versions of the facts. */
  async undo(mark: string): Promise<void> {
    const { superuser } = this;
    const { rows } = await superuser.query<WrittenRow>('select * from journal.written where id > $1 order by id desc', [
      mark,
    ]);
    await superuser.query('begin; set local session_replication_role = replica');
    for (const row of rows) await this.#undo(row);
    await superuser.query('delete from journal.written where id > $1', [mark]);
    await superuser.query(`update sig.case_file set facts_version = gen_random_uuid();
      update sig.register_version set version = gen_random_uuid(); commit`);
  }

  async #undo({ relation, before, after }: WrittenRow): Promise<void> {
    const all = this.columns.get(relation)!;
    if (relation === 'case_file' && before !== null && after !== null) {
      const columns = all.filter((name) => !RUNS_ON.includes(name)).join();
      await this.superuser.query(
        `update sig.case_file c set (${columns}) =
          (select ${columns} from jsonb_populate_record(null::sig.case_file, $1::jsonb)) where c.id = $2`,
        [before, before['id']],
      );
      return;
    }
    const [id] = ['id', 'subject_id'].filter((name) => all.includes(name));
    const is = id === undefined ? 'to_jsonb(t) = $1::jsonb' : `t.${id} = ($1::jsonb ->> '${id}')::uuid`;
    if (after !== null) await this.superuser.query(`delete from sig.${relation} t where ${is}`, [after]);
    if (before === null) return;
    const columns = all.join();
    await this.superuser.query(
      `insert into sig.${relation} (${columns}) select ${columns} from jsonb_populate_record(null::sig.${relation}, $1::jsonb)`,
      [before],
    );
  }
}
