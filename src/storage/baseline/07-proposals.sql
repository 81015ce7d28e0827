-- Proposals: who proposed whom on which grounds, how a case begins with one, and what becomes of one that is declined.

create table sig.proposal (
  id uuid primary key,
  case_id uuid not null unique references sig.case_file deferrable initially deferred,
  municipality_id uuid not null references sig.municipality deferrable initially deferred,
  proposer_id uuid,
  state text not null check (state in ('RECEIVED', 'ACCEPTED', 'DECLINED')),
  basis text check (basis in ('FAMILY_AGREED', 'CONCERN_REPORTED', 'SAME_AGENCY')),
  reasons text[] not null,
  risk_areas text[] not null,
  concern_stand text check (concern_stand in ('REPORTED', 'KNOWN_TO_BE_INVOLVED')),
  concern_reported_on date check (concern_reported_on is null or concern_stand = 'REPORTED'),
  proposed_at timestamptz(3) not null,
  decided_at timestamptz(3),
  destroy_on date,
  -- What is left then is the number, the state and the dates.
  destroyed_on date,
  number text,
  check ((state = 'RECEIVED') = (decided_at is null)),
  check ((state = 'DECLINED') = (destroy_on is not null)),
  check ((destroyed_on is null) = (number is null)),
  check (destroyed_on is null or state = 'DECLINED' and proposer_id is null and basis is null and concern_stand is null
    and cardinality(reasons) = 0 and cardinality(risk_areas) = 0),
  foreign key (proposer_id, municipality_id) references sig.role_term (id, municipality_id) deferrable initially deferred
);
create index on sig.proposal (proposer_id);
create index on sig.proposal (destroy_on) where destroyed_on is null;
alter table sig.proposal enable row level security, force row level security;
create policy owner on sig.proposal to sig_owner using (true) with check (true);
create policy reader on sig.proposal for select to sig_reader
  using (proposer_id = (select sig.role_term())
    or ((select sig.capacity()) = 'COORDINATOR' and municipality_id = (select sig.municipality())
      and (destroyed_on is not null or case_id = any((select sig.known_cases())::uuid[]))));
create policy writer_select on sig.proposal for select to sig_writer using (case_id = (select sig.locked_case()));
create policy writer_insert on sig.proposal for insert to sig_writer with check (case_id = (select sig.locked_case()));
create policy writer_update on sig.proposal for update to sig_writer
  using (case_id = (select sig.locked_case()))
  with check (case_id = (select sig.locked_case()));
grant select on sig.proposal to sig_reader;
grant select, insert, update on sig.proposal to sig_writer;

-- The first statement of a proposal: makes its case and holds it, as sig.open_command holds an existing one. No row: the
-- role does not hold, the municipality has no coordinator, or the request was handled before.
create function sig.open_case(subject uuid, capacity text, new_case uuid, new_key bytea, request text)
returns table (case_id uuid, at timestamptz, viewer jsonb, seq bigint, wrapped_key bytea)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  scope record;
  home uuid;
  coordinator uuid;
begin
  select * into scope from sig.open_scope(subject, $2);
  if not found or $2 not in ('PROFESSIONAL', 'COORDINATOR') then return; end if;
  home := (scope.viewer ->> 'municipalityId')::uuid;
  -- One at a time in a municipality: a repeated request, and the same proposal in another one, waits for the first.
  perform from sig.municipality m where m.id = home for no key update;
  select * into scope from sig.open_scope(subject, $2);
  if not found then return; end if;
  if exists (select from sig.request r where r.viewer_id = subject and r.request_id = request) then return; end if;
  coordinator := (select t.id from sig.role_term t
    where t.municipality_id = home and t.capacity = 'COORDINATOR'
      and t.valid_from <= scope.at and (t.valid_until is null or scope.at < t.valid_until)
    order by t.id <> subject, t.valid_from, t.id limit 1);
  if coordinator is null then return; end if;
  insert into sig.case_file (id, municipality_id, number, status, coordinator_id, seq, wrapped_key, facts_at, recorded_at)
    values (new_case, home, 'F-' || translate(left(replace(new_case::text, '-', ''), 10), '0123456789abcdef', 'GHJKLMNPQRABCDEF'),
      'PROPOSED', coordinator, 1, new_key,
      scope.at, scope.at);
  perform set_config('sig.case', new_case::text, true);
  return query select new_case, scope.at, scope.viewer, 1::bigint, new_key;
end $$;
grant execute on function sig.open_case(uuid, text, uuid, bytea, text) to sig_writer;

-- A case has its place in the municipality's series from the day on which it is taken on. Until then it has a reference of
-- letters that counts nothing, and that no part of a number finds: numbers that ran through what is blind or declined would tell everybody with a case how much of that there is.
create function sig.number_case() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  year text := to_char(sig.now() at time zone 'Europe/Stockholm', 'YYYY');
  serial int;
begin
  -- No row of the municipality: whoever changes its rules holds that one and waits for its cases.
  perform pg_advisory_xact_lock(hashtextextended(new.municipality_id::text, 7161516));
  serial := 1 + coalesce((select max(substring(c.number from '[0-9]+$')::int) from sig.case_file c
    where c.municipality_id = new.municipality_id and c.number like 'SIG-' || year || '-%'), 0);
  new.number := format('SIG-%s-%s', year, lpad(serial::text, 3, '0'));
  return new;
end $$;
create trigger number_case before update on sig.case_file for each row
  when (old.status = 'PROPOSED' and new.status = 'ACCEPTED') execute function sig.number_case();

-- The viewer's own undecided proposal of the same person, while another one is being made: of the same number, or of the same
-- name and birth date where neither has one.
create function sig.same_proposal(number_hash text, same_name_hash text) returns table (id uuid, case_id uuid, basis text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  return query select p.id, p.case_id, p.basis
    from sig.proposal p join sig.piece i on i.case_id = p.case_id and i.category = 'IDENTITY'
      and (i.identity_hash = number_hash
        or number_hash is null and i.identity_hash is null and i.name_hash = same_name_hash)
    where p.proposer_id = sig.viewer() and p.state = 'RECEIVED' order by p.proposed_at, p.id limit 1;
end $$;
grant execute on function sig.same_proposal(text, text) to sig_writer;

-- The first statement of a change by whoever proposed, who does not know the case.
create function sig.open_own_proposal(subject uuid, capacity text, target uuid)
returns table (case_id uuid, at timestamptz, viewer jsonb, seq bigint, wrapped_key bytea)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  named uuid := (select p.case_id from sig.proposal p where p.id = target and p.proposer_id = subject);
  locked sig.case_file;
  scope record;
begin
  perform from sig.open_scope(subject, $2);
  if not found or named is null then return; end if;
  update sig.case_file c set seq = c.seq + 1 where c.id = named returning c.* into locked;
  select * into scope from sig.open_scope(subject, $2);
  if not found or not exists (select from sig.proposal p where p.id = target and p.proposer_id = subject) then return; end if;
  perform set_config('sig.case', named::text, true);
  return query select locked.id, scope.at, scope.viewer, locked.seq, locked.wrapped_key;
end $$;
grant execute on function sig.open_own_proposal(uuid, text, uuid) to sig_writer;

-- Those of the coordinator's named proposals whose young person has a running case of the municipality already.
create function sig.proposed_again(case_ids uuid[]) returns table (case_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare known uuid[] := sig.known_cases();
begin
  if sig.capacity() is distinct from 'COORDINATOR' then return; end if;
  return query select distinct p.case_id
    from sig.proposal p join sig.piece i on i.case_id = p.case_id and i.category = 'IDENTITY'
    where p.case_id = any(case_ids) and p.case_id = any(known) and p.basis is not null and exists (
      select from sig.piece o join sig.case_file c on c.id = o.case_id
      where o.identity_hash = i.identity_hash and o.category = 'IDENTITY'
        and c.id <> p.case_id and c.municipality_id = p.municipality_id and c.status in ('ACCEPTED', 'CONSENT_PENDING', 'ACTIVE'));
end $$;
grant execute on function sig.proposed_again(uuid[]) to sig_reader;

-- Of each of these cases, whether it may be about the same person as another one: the same name and birth date, and not the
-- same number. One of the two is running, the other a named proposal or running too. Whoever may know both is told the
-- other case; what that case then shows of its name is judged by the core. Where the coordinator of a proposal does not
-- know the running case, the running case's own coordinator is told, within one agency and never which proposal it is; and
-- not of a person whose identity is protected, who is found by no name.
create function sig.namesakes(case_ids uuid[]) returns table (case_id uuid, other_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  known uuid[] := sig.known_cases();
  at timestamptz := sig.at();
begin
  if sig.capacity() is distinct from 'COORDINATOR' then return; end if;
  return query select distinct c.id, case when n.id = any(known) then n.id end
    from sig.case_file c
    join sig.piece i on i.case_id = c.id and i.category = 'IDENTITY' and i.name_hash is not null
    join sig.piece o on o.name_hash = i.name_hash and o.category = 'IDENTITY' and o.case_id <> c.id
      and (o.identity_hash = i.identity_hash) is not true
    join sig.case_file n on n.id = o.case_id and n.municipality_id = c.municipality_id
    left join sig.proposal p on p.case_id = c.id
    left join sig.proposal q on q.case_id = n.id
    where c.id = any(case_ids) and c.id = any(known) and c.status in ('PROPOSED', 'ACCEPTED', 'CONSENT_PENDING', 'ACTIVE')
      and (p.id is null or p.basis is not null) and (q.id is null or q.basis is not null)
      and (n.id = any(known) and n.status in ('ACCEPTED', 'CONSENT_PENDING', 'ACTIVE')
        or n.status = 'PROPOSED' and n.id <> all(known) and c.coordinator_id = sig.viewer()
          and c.status <> 'PROPOSED' and o.holder_id = sig.agency()
          and not sig.is_protected(n.id, o.subject_ids, null)
          and not exists (select from sig.assignment a where a.case_id = c.id and a.role_term_id = n.coordinator_id
            and a.valid_from <= at and (a.valid_until is null or at < a.valid_until)));
end $$;
grant execute on function sig.namesakes(uuid[]) to sig_reader;

-- Destroys what was declined, when its day has come; the record of who read it stays, as does what waits to be told.
create function sig.destroy_declined() returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  today date := (sig.now() at time zone 'Europe/Stockholm')::date;
  due record;
  place text;
  destroyed int := 0;
begin
  for due in select p.case_id, c.number from sig.proposal p join sig.case_file c on c.id = p.case_id
    where p.destroy_on <= today and p.destroyed_on is null for update skip locked
  loop
    update sig.case_file c set seq = c.seq + 1, wrapped_key = '' where c.id = due.case_id;
    for place in select t.relname from pg_class t join pg_attribute a on a.attrelid = t.oid
      where t.relnamespace = 'sig'::regnamespace and t.relkind = 'r' and a.attname = 'case_id' and not a.attisdropped
        and t.relname not in ('proposal', 'access_record', 'outbox')
    loop
      execute format('delete from sig.%I where case_id = $1', place) using due.case_id;
    end loop;
    update sig.proposal p set proposer_id = null, basis = null, reasons = '{}', risk_areas = '{}', concern_stand = null,
      concern_reported_on = null, destroyed_on = today, number = due.number where p.case_id = due.case_id;
    destroyed := destroyed + 1;
  end loop;
  return destroyed;
end $$;
grant execute on function sig.destroy_declined() to sig_jobs;
