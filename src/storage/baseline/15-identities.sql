-- Who signs in. An identity provider says who somebody is; whose that is here stands in this table, as a keyed hash, so that
-- neither number nor address can be read from it. In which capacity they then act they pick among what they hold now.

create table sig.identity (
  id uuid primary key,
  municipality_id uuid not null references sig.municipality deferrable initially deferred,
  kind text not null check (kind in ('SUBJECT', 'HSA_ID', 'EMAIL', 'PERSONAL_IDENTITY_NUMBER')),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  professional_id uuid,
  -- Somebody of a case, with the case.
  case_id uuid,
  person_id uuid,
  valid_from timestamptz(3) not null,
  valid_until timestamptz(3) check (valid_until >= valid_from),
  recorded_at timestamptz(3) not null,
  -- The role of whoever tied it; nobody's where a setup file did.
  recorded_by_id uuid,
  check (num_nonnulls(professional_id, person_id) = 1 and (person_id is null) = (case_id is null)),
  foreign key (professional_id, municipality_id)
    references sig.professional (id, municipality_id) deferrable initially deferred,
  foreign key (person_id, case_id) references sig.person (id, case_id) deferrable initially deferred
);
create index on sig.identity (hash);
create index on sig.identity (valid_until) where valid_until is not null;
create index on sig.identity (professional_id) where professional_id is not null;
create index on sig.identity (person_id) where person_id is not null;
-- Two who share a sign-in could each act as the other.
create unique index identity_one_professional on sig.identity (municipality_id, hash)
  where professional_id is not null and valid_until is null;
alter table sig.identity enable row level security, force row level security;
create policy owner on sig.identity to sig_owner using (true) with check (true);
create policy writer_administration on sig.identity to sig_writer
  using (professional_id is not null and municipality_id = (select sig.administered_municipality()))
  with check (professional_id is not null and municipality_id = (select sig.administered_municipality()));
create policy writer_case on sig.identity to sig_writer
  using (case_id = (select sig.locked_case()))
  with check (case_id = (select sig.locked_case()) and municipality_id = (select sig.locked_municipality()));
grant select, insert, update on sig.identity to sig_writer;

-- One capacity in words, if it holds now: for staff when their term does, for the family when they know the case. It may be
-- asked within somebody's scope: what the look sets of viewer and instant is set back, or everything after it would be read
-- as somebody else.
create function sig.held_capacity(subject uuid, wanted text)
returns table (id uuid, capacity text, profession text, agency text, municipality text, case_number text)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  asking text := coalesce(current_setting('sig.viewer', true), '');
  asked_at text := coalesce(current_setting('sig.at', true), '');
  found_viewer jsonb := (select s.viewer from sig.open_scope(subject, wanted) s);
  holds boolean := found_viewer is not null and (not found_viewer ? 'caseId' or cardinality(sig.known_cases()) > 0);
begin
  perform set_config('sig.viewer', asking, true), set_config('sig.at', asked_at, true);
  if not holds then return; end if;
  return query select subject, wanted, found_viewer ->> 'profession',
    (select a.name from sig.agency a where a.id = (found_viewer ->> 'agencyId')::uuid),
    (select m.name from sig.municipality m where m.id = (found_viewer ->> 'municipalityId')::uuid),
    (select c.number from sig.case_file c where c.id = (found_viewer ->> 'caseId')::uuid);
end $$;
grant execute on function sig.held_capacity(uuid, text) to sig_reader;

-- Everything that the owner of an identity may act as now, in an order that stays. `people` narrows it to staff or family,
-- where the provider speaks for only one of them.
create function sig.capacities_of(identity_hash text, people text)
returns table (id uuid, capacity text, profession text, agency text, municipality text, case_number text)
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  with tied as (
    select i.professional_id, i.person_id from sig.identity i
      where i.hash = identity_hash and i.valid_from <= sig.now() and (i.valid_until is null or sig.now() < i.valid_until)),
  candidate as (
    select t.id, t.capacity from tied join sig.role_term t on t.professional_id = tied.professional_id
      where people is distinct from 'FAMILY'
    union
    select p.id, p.kind from tied join sig.person p on p.id = tied.person_id where people is distinct from 'STAFF')
  select held.* from candidate, lateral sig.held_capacity(candidate.id, candidate.capacity) held
    order by held.municipality, held.capacity, held.agency, held.id
$$;
grant execute on function sig.capacities_of(text, text) to sig_reader;

-- Which sessions providers have ended, by hashes of what names them: tokens that were issued by then count no more. Kept for
-- as long as a token may live.
create table sig.sign_out (
  session_hash text primary key check (session_hash ~ '^[0-9a-f]{64}$'),
  issued_through timestamptz(3) not null,
  recorded_at timestamptz(3) not null
);
create index on sig.sign_out (recorded_at);
alter table sig.sign_out enable row level security, force row level security;
create policy owner on sig.sign_out to sig_owner using (true) with check (true);

create function sig.sign_out(sessions text[], through timestamptz) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  delete from sig.sign_out where recorded_at < sig.now() - interval '31 days';
  insert into sig.sign_out as known select distinct session, through, sig.now() from unnest(sessions) session
    on conflict (session_hash) do update
      set issued_through = greatest(known.issued_through, excluded.issued_through), recorded_at = excluded.recorded_at
$$;
grant execute on function sig.sign_out(text[], timestamptz) to sig_writer;

create function sig.is_signed_out(sessions text[], issued timestamptz) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from sig.sign_out s where s.session_hash = any(sessions) and issued <= s.issued_through)
$$;
grant execute on function sig.is_signed_out(text[], timestamptz) to sig_reader;

-- For whoever keeps connections open: sessions that ended, and identities that were taken from somebody.
create function sig.ended_sessions(since timestamptz) returns table (hash text, through timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.session_hash, s.issued_through from sig.sign_out s where s.recorded_at >= since
  union all select i.hash, i.valid_until from sig.identity i where i.valid_until >= since and i.valid_until <= sig.now()
$$;
grant execute on function sig.ended_sessions(timestamptz) to sig_reader;
