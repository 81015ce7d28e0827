import { readFileSync, readdirSync } from 'node:fs';
import { Migration } from '@mikro-orm/migrations';

/** The files of the baseline, in the order of their numbers. */
const FOLDER = new URL('./baseline/', import.meta.url);

/** Everything but the migrator's own table, which notes in the same transaction that the baseline is gone. */
const DOWN = `
do $$
declare one record;
begin
  for one in select relname from pg_class
    where relnamespace = 'sig'::regnamespace and relkind = 'r' and relname <> 'migration' loop
    execute format('drop table sig.%I cascade', one.relname);
  end loop;
  for one in select oid::regprocedure as signature from pg_proc where pronamespace = 'sig'::regnamespace loop
    execute format('drop function %s', one.signature);
  end loop;
end $$;
revoke usage on schema sig from sig_reader, sig_writer, sig_jobs;
`;

/** The whole schema, by area: each file is one simple query, which the mapper passes on verbatim. */
class Baseline extends Migration {
  override up(): void {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.sql'));
    for (const name of files.sort()) this.addSql(readFileSync(new URL(name, FOLDER), 'utf8'));
  }

  override down(): void {
    this.addSql(DOWN);
  }
}

/** In the order in which they are applied. The names are kept in the database: never rename one. */
export const MIGRATIONS = [{ name: 'baseline', class: Baseline }] as const;
