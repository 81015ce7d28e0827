import { Migration } from '@mikro-orm/migrations';

const DEFINER = `security definer set search_path = pg_catalog, pg_temp`;

const UP = `
create table sig.stream (
  only_row boolean primary key check (only_row),
  -- A database that was restored or emptied begins another one: places in the old one say nothing there.
  generation uuid not null,
  last_position bigint not null,
  -- Changes up to and including this position are kept no longer.
  forgotten_to bigint not null
);
insert into sig.stream values (true, gen_random_uuid(), 0, 0);

-- Gives committed changes their places, in order per case, and tells how many. The lock that a command holds on its case
-- until it is committed means that whoever sees one change of a case sees all before it. Whoever numbers holds the one row
-- of the stream, so that places are committed in their own order: a reader who has seen one will never miss one before it.
create function sig.number_changes(most int) returns bigint language plpgsql volatile ${DEFINER} as $$
declare
  before bigint;
  numbered bigint;
begin
  if not exists (select from sig.outbox o where o.position is null) then return 0; end if;
  select s.last_position into before from sig.stream s for update;
  with waiting as (
    select o.id, row_number() over (order by o.case_seq, o.case_id, o.kind) as place
      from sig.outbox o where o.position is null
      order by o.case_seq, o.case_id, o.kind limit most)
  update sig.outbox o set position = before + w.place from waiting w where o.id = w.id;
  get diagnostics numbered = row_count;
  update sig.stream set last_position = before + numbered;
  return numbered;
end $$;

-- Of all cases where none are named.
create function sig.changes_after(after bigint, most int, of_cases uuid[])
returns table ("position" bigint, case_id uuid, kind text, ids jsonb) language sql stable ${DEFINER} as $$
  select o.position, o.case_id, o.kind, o.ids from sig.outbox o
    where o.position > after and (of_cases is null or o.case_id = any(of_cases))
    order by o.position limit most
$$;

create function sig.stream_state() returns table (generation uuid, last_position bigint, forgotten_to bigint)
language sql stable ${DEFINER} as 'select s.generation, s.last_position, s.forgotten_to from sig.stream s';

-- Forgets the oldest changes, up to the last one that is so old: what is left has no gap.
create function sig.forget_changes(older_than interval) returns void language plpgsql volatile ${DEFINER} as $$
declare
  reached bigint := (select max(o.position) from sig.outbox o where o.recorded_at < sig.now() - older_than);
begin
  if reached is null then return; end if;
  update sig.stream set forgotten_to = greatest(forgotten_to, reached);
  delete from sig.outbox o where o.position <= reached;
end $$;

revoke execute on function sig.number_changes(int), sig.changes_after(bigint, int, uuid[]), sig.stream_state(),
  sig.forget_changes(interval) from public;
grant execute on function sig.number_changes(int), sig.changes_after(bigint, int, uuid[]), sig.stream_state(),
  sig.forget_changes(interval) to sig_jobs;
`;

const DOWN = `
drop function sig.forget_changes(interval), sig.stream_state(), sig.changes_after(bigint, int, uuid[]), sig.number_changes(int);
update sig.outbox set position = null;
drop table sig.stream;
`;

/** The one order in which all server processes tell of changes. */
export class Stream extends Migration {
  override up(): void {
    this.addSql(UP);
  }

  override down(): void {
    this.addSql(DOWN);
  }
}
