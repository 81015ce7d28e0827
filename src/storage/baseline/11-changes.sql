-- The one order in which all server processes tell of changes.

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
create function sig.number_changes(most int) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
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
grant execute on function sig.number_changes(int) to sig_jobs;

-- Of all cases where none are named.
create function sig.changes_after(after bigint, most int, of_cases uuid[])
returns table ("position" bigint, case_id uuid, kind text, ids jsonb) language sql stable
  security definer set search_path = pg_catalog, pg_temp as $$
  select o.position, o.case_id, o.kind, o.ids from sig.outbox o
    where o.position > after and (of_cases is null or o.case_id = any(of_cases))
    order by o.position limit most
$$;
grant execute on function sig.changes_after(bigint, int, uuid[]) to sig_jobs;

create function sig.stream_state() returns table (generation uuid, last_position bigint, forgotten_to bigint)
language sql stable
  security definer set search_path = pg_catalog, pg_temp as 'select s.generation, s.last_position, s.forgotten_to from sig.stream s';
grant execute on function sig.stream_state() to sig_jobs;

-- Forgets the oldest changes, up to the last one that is so old: what is left has no gap.
create function sig.forget_changes(older_than interval) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  reached bigint := (select max(o.position) from sig.outbox o where o.recorded_at < sig.now() - older_than);
begin
  if reached is null then return; end if;
  update sig.stream set forgotten_to = greatest(forgotten_to, reached);
  delete from sig.outbox o where o.position <= reached;
end $$;
grant execute on function sig.forget_changes(interval) to sig_jobs;

-- Committed changes that have no place yet: how many, and since when the oldest.
create function sig.waiting_changes() returns table (waiting bigint, oldest_ms bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*), coalesce(greatest(sig.ms(sig.now()) - sig.ms(min(o.recorded_at)), 0), 0)
    from sig.outbox o where o.position is null
$$;
grant execute on function sig.waiting_changes() to sig_jobs;

-- Tells of every planned end that lies so many days ahead or less, each once: a change of the case like any other, locked
-- and numbered. Who works on a case at this moment keeps it for the next look.
create function sig.tell_planned_ends(days int) returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  today date := (sig.now() at time zone 'Europe/Stockholm')::date;
  due uuid;
  told int := 0;
begin
  for due in select c.id from sig.case_file c
    where c.status = 'ACTIVE' and today between c.planned_end_on - days and c.planned_end_on
      and c.end_told_on is distinct from c.planned_end_on
    order by c.id for update skip locked
  loop
    with numbered as (
      update sig.case_file c set seq = c.seq + 1, end_told_on = c.planned_end_on where c.id = due returning c.id, c.seq
    )
    insert into sig.outbox (id, case_id, case_seq, kind, ids, recorded_at)
      select gen_random_uuid(), n.id, n.seq, 'CASE_CHANGED', jsonb_build_array(n.id), sig.now() from numbered n;
    told := told + 1;
  end loop;
  return told;
end $$;
grant execute on function sig.tell_planned_ends(int) to sig_jobs;
