-- The record of what was read, as evidence: the place of every row in its case's chain, and the signed roots over all.

create table sig.access_record (
  id uuid primary key,
  operation_id uuid not null,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  viewer_id uuid not null,
  capacity text not null check (capacity in ('PROFESSIONAL', 'COORDINATOR', 'YOUNG_PERSON', 'GUARDIAN')),
  agency_id uuid,
  at timestamptz(3) not null,
  entries jsonb not null check (jsonb_typeof(entries) = 'array'),
  -- Null until the record is sealed: its place among all records and in the chain of its case.
  position bigint unique,
  chain_seq int,
  previous_hash bytea,
  hash bytea,
  unique (case_id, chain_seq),
  check (num_nulls(position, chain_seq, previous_hash, hash) in (0, 4))
);
create index on sig.access_record (case_id, at);
create index on sig.access_record (case_id, at, id) where position is null;
alter table sig.access_record enable row level security, force row level security;
create policy owner on sig.access_record to sig_owner using (true) with check (true);
create policy reader on sig.access_record for select to sig_reader
  using (case_id = any((select sig.known_cases())::uuid[]) and (select sig.person()) is not null);
create policy reader_insert on sig.access_record for insert to sig_reader
  with check (case_id = any((select sig.known_cases())::uuid[])
    and viewer_id = (select sig.viewer()) and capacity = (select sig.capacity())
    and agency_id is not distinct from (select sig.agency()) and at = (select sig.at()));
create policy reader_seals_nothing on sig.access_record as restrictive for insert to sig_reader
  with check (position is null);
create policy recipient_insert on sig.access_record for insert to sig_reader
  with check (exists (select from sig.statutory_disclosure d
      where d.case_id = access_record.case_id and d.recipient_id = (select sig.role_term()))
    and viewer_id = (select sig.viewer()) and capacity = (select sig.capacity())
    and agency_id is not distinct from (select sig.agency()) and at = (select sig.at()));
-- A family that may not know of a disclosure yet does not see either that somebody read its copy.
create policy reader_is_told on sig.access_record as restrictive for select to sig_reader
  using (not entries @? '$[*].basis ? (@.kind == "DISCLOSURE")' or not exists (
    select from jsonb_array_elements(entries) e where e -> 'basis' ->> 'kind' = 'DISCLOSURE' and not exists (
      select from sig.statutory_disclosure d where d.id = (e -> 'basis' ->> 'disclosureId')::uuid)));
grant select, insert on sig.access_record to sig_reader;

create table sig.access_root (
  size bigint primary key check (size > 0),
  root bytea not null,
  frontier bytea not null check (length(frontier) % 32 = 0),
  at timestamptz(3) not null,
  signature bytea not null
);
grant select, insert on sig.access_root to sig_jobs;

-- What the seal of a record covers: everything that the row says, its place in the whole and in its case, and the row
-- before it in the same case. src/record/sealed-row.ts says the same in TypeScript, for whoever verifies.
create function sig.access_hash(r sig.access_record) returns bytea language sql immutable as $$
  select sha256(coalesce(r.previous_hash, '') || convert_to(concat_ws(E'\n', r.position, r.chain_seq, r.id, r.operation_id, r.case_id,
    r.viewer_id, r.capacity, coalesce(r.agency_id::text, '-'), sig.ms(r.at), r.entries::text), 'UTF8'))
$$;

-- Gives at most so many records their place; the number of those sealed. One transaction seals at a time; the others find
-- nothing to do. What a row says is never changed here, and a row that has its seal is never touched again.
create function sig.seal_access(most int) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  r sig.access_record;
  head sig.access_record;
  place bigint;
  done int := 0;
begin
  if not pg_try_advisory_xact_lock(7161515) then return 0; end if;
  place := coalesce((select max(s.position) from sig.access_record s), 0);
  for r in select u.* from sig.access_record u where u.position is null order by u.case_id, u.at, u.id limit most loop
    if head.case_id is distinct from r.case_id then
      select s.* into head from sig.access_record s where s.case_id = r.case_id and s.chain_seq is not null
        order by s.chain_seq desc limit 1;
    end if;
    place := place + 1;
    r.position := place;
    r.chain_seq := coalesce(head.chain_seq, 0) + 1;
    r.previous_hash := coalesce(head.hash, '');
    r.hash := sig.access_hash(r);
    update sig.access_record u set position = r.position, chain_seq = r.chain_seq, previous_hash = r.previous_hash, hash = r.hash
      where u.id = r.id;
    head := r;
    done := done + 1;
  end loop;
  return done;
end $$;
grant execute on function sig.seal_access(int) to sig_jobs;

-- Hashes only, for the tree of the signed root.
create function sig.sealed_hashes(after bigint, most int) returns table (hash bytea)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query select s.hash from sig.access_record s where s.position > after order by s.position limit most;
end $$;
grant execute on function sig.sealed_hashes(bigint, int) to sig_jobs;

-- Subscribers with the same rights are told together: who they are, and a record for each of them.

-- Those of the role terms that hold at the instant of the scope, in the capacity and the agency of its viewer.
create function sig.colleagues(terms uuid[]) returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return array(
    select t.id from sig.role_term t, sig.role_term v
      where v.id = sig.role_term() and v.capacity in ('PROFESSIONAL', 'COORDINATOR') and t.id = any(terms)
        and t.capacity = v.capacity and t.agency_id = v.agency_id and t.municipality_id = v.municipality_id
        and t.valid_from <= sig.at() and (t.valid_until is null or sig.at() < t.valid_until));
end $$;
grant execute on function sig.colleagues(uuid[]) to sig_reader;

-- The records of a delivery group: to each of its members was shown what was shown to the viewer of the scope. Whoever may
-- not have been shown it, by the database's own look, stops all of it.
create function sig.record_for(members uuid[], of_case uuid, entries jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  at timestamptz := sig.at();
  colleagues uuid[] := sig.colleagues(members);
  -- Looked up once: a row-wise condition would look up every member for every member.
  allowed uuid[] := sig.viewer() || array(
    select a.role_term_id from sig.assignment a
      where a.case_id = of_case and a.role_term_id = any(colleagues)
        and a.valid_from <= at and (a.valid_until is null or at < a.valid_until));
begin
  if not sig.knows_case(of_case) or not members <@ allowed
  then raise insufficient_privilege using message = 'Not everybody may have been shown this'; end if;
  insert into sig.access_record (id, operation_id, case_id, viewer_id, capacity, agency_id, at, entries)
    select gen_random_uuid(), gen_random_uuid(), of_case, m.id, sig.capacity(), sig.agency(), at, record_for.entries
    from unnest(members) m (id);
end $$;
grant execute on function sig.record_for(uuid[], uuid, jsonb) to sig_reader;
