-- The way of a change: the lock, what was asked already, and what others are told. An administrator's change locks the
-- municipality first and then its cases one after the other.

create table sig.request (
  viewer_id uuid not null,
  request_id text not null check (length(request_id) between 1 and 200),
  operation text not null,
  -- Null for a request of an administrator or about the steering group, which is about no case.
  case_id uuid references sig.case_file deferrable initially deferred,
  input_hash bytea not null,
  result jsonb not null,
  recorded_at timestamptz(3) not null,
  primary key (viewer_id, request_id)
);
create index on sig.request (case_id);
alter table sig.request enable row level security, force row level security;
create policy owner on sig.request to sig_owner using (true) with check (true);
create policy writer_select on sig.request for select to sig_writer using (case_id = (select sig.locked_case()));
create policy writer_insert on sig.request for insert to sig_writer with check (case_id = (select sig.locked_case()));
create policy writer_administration_select on sig.request for select to sig_writer
  using (case_id is null and (select sig.administered_municipality()) is not null);
create policy writer_administration_insert on sig.request for insert to sig_writer
  with check (case_id is null and (select sig.administered_municipality()) is not null);
create policy writer_steering_select on sig.request for select to sig_writer
  using (case_id is null and (select sig.steered_group()) is not null);
create policy writer_steering_insert on sig.request for insert to sig_writer
  with check (case_id is null and (select sig.steered_group()) is not null);
grant select, insert on sig.request to sig_writer;

create table sig.outbox (
  id uuid primary key,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  case_seq bigint not null,
  kind text not null check (kind ~ '^[A-Z_]+$'),
  ids jsonb not null check (jsonb_typeof(ids) = 'array'),
  -- Whoever made a change is not told of it.
  by_id uuid,
  recorded_at timestamptz(3) not null,
  -- Given by the sequencer once the row is committed.
  position bigint unique,
  unique (case_id, case_seq, kind)
);
create index on sig.outbox (case_id, case_seq) where position is null;
alter table sig.outbox enable row level security, force row level security;
create policy owner on sig.outbox to sig_owner using (true) with check (true);
create policy writer_insert on sig.outbox for insert to sig_writer with check (case_id = (select sig.locked_case()));
grant insert on sig.outbox to sig_writer;

create function sig.case_of(target uuid) returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.id from sig.case_file c where c.id = target
  union all select x.case_id from sig.consent_statement x where x.id = target
  union all select x.case_id from sig.block x where x.id = target
  union all select x.case_id from sig.person x where x.id = target
  union all select x.case_id from sig.assignment x where x.id = target
  union all select x.case_id from sig.piece x where x.id = target
  limit 1
$$;

-- The first statement of every command. No row: the role does not hold, or the case is not the viewer's to know.
create function sig.open_command(subject uuid, capacity text, target uuid)
returns table (case_id uuid, at timestamptz, viewer jsonb, seq bigint, wrapped_key bytea)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  named uuid := sig.case_of(target);
  locked sig.case_file;
  scope record;
begin
  -- Asked before anybody is made to wait for a lock, and again behind it, when the facts stand still.
  perform from sig.open_scope(subject, capacity);
  if not found or not coalesce(sig.knows_case(named), false) then return; end if;
  update sig.case_file c set seq = c.seq + 1 where c.id = named returning c.* into locked;
  select * into scope from sig.open_scope(subject, capacity);
  if not found or not sig.knows_case(named) then return; end if;
  perform set_config('sig.case', named::text, true);
  return query select locked.id, scope.at, scope.viewer, locked.seq, locked.wrapped_key;
end $$;
grant execute on function sig.open_command(uuid, text, uuid) to sig_writer;

-- What the viewer was answered under a request id, also where the case is not theirs to know any more.
create function sig.repeated_request(subject uuid, capacity text, request text)
returns table (operation text, input_hash bytea, result jsonb)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  perform from sig.open_scope(subject, $2);
  if not found then return; end if;
  return query select r.operation, r.input_hash, r.result from sig.request r where r.viewer_id = subject and r.request_id = request;
end $$;
grant execute on function sig.repeated_request(uuid, text, text) to sig_writer;

-- The first statement of an administrator's command. New cases of the municipality wait for it: what they refer to is
-- locked. No row: the role does not hold.
create function sig.open_administration(subject uuid, capacity text)
returns table (at timestamptz, viewer jsonb, municipality_id uuid, newest_version int)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  scope record;
  home uuid;
begin
  perform from sig.open_scope(subject, capacity);
  if not found or capacity <> 'ADMINISTRATOR' then return; end if;
  home := sig.municipality();
  perform from sig.municipality m where m.id = home for update;
  select * into scope from sig.open_scope(subject, capacity);
  if not found then return; end if;
  update sig.municipality m set name = m.name where m.id = home;
  -- No case yet, and said so: policies take an unset case for a fault.
  perform set_config('sig.case', '00000000-0000-0000-0000-000000000000', true);
  return query select scope.at, scope.viewer, home,
    (select coalesce(max(r.version), 0) from sig.rule_pack r where r.municipality_id = home);
end $$;
grant execute on function sig.open_administration(uuid, text) to sig_writer;

-- Always in the same order, so that two who lock many never wait for each other.
create function sig.administered_cases() returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.id from sig.case_file c where c.municipality_id = (select sig.administered_municipality()) order by c.id
$$;
grant execute on function sig.administered_cases() to sig_writer;

-- Locks and numbers one of them, as sig.open_command does; from here on it is the one case that may be written.
create function sig.lock_administered_case(of_case uuid) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare number bigint;
begin
  update sig.case_file c set seq = c.seq + 1
    where c.id = of_case and c.municipality_id = sig.administered_municipality() returning c.seq into strict number;
  perform set_config('sig.case', of_case::text, true);
  return number;
end $$;
grant execute on function sig.lock_administered_case(uuid) to sig_writer;
