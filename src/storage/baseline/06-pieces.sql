-- Pieces: every stored piece of information, of whatever kind, is a row of one table. It belongs to one case, one holder
-- and one category, and is about one or more persons. What differs by kind stands in the register of kinds, which the
-- migrator writes from the declarations at every start: a new kind needs no change here.

-- What holds for each kind of piece. Numbers are never reused: stored rows bear them.
create table sig.piece_kind (
  number smallint primary key check (number > 0),
  name text not null unique,
  -- Whether a piece of this kind hangs on another one; which kinds that may be is in piece_kind_parent.
  needs_parent boolean not null,
  -- Keys of `plain` that no row lacks.
  required_plain text[] not null,
  -- Null: any.
  categories text[],
  -- Tells where somebody is: withheld while the identity of a subject is protected.
  tells_place boolean not null,
  -- The family reads it by right in its own categories alone; every other kind, whatever its category.
  by_category boolean not null,
  -- Names a guardian: for the coordinator.
  names_guardian boolean not null,
  -- For the coordinator of the agency that holds it, and nobody else.
  coordinator_only boolean not null
);

create table sig.piece_kind_parent (
  kind smallint not null references sig.piece_kind,
  parent_kind smallint not null references sig.piece_kind,
  primary key (kind, parent_kind)
);

-- Dates as the API writes them; immutable, unlike the cast, so that a generated column may use it.
create function sig.day(text text) returns date language sql immutable strict
  as $$ select make_date(left(text, 4)::int, substr(text, 6, 2)::int, substr(text, 9, 2)::int) $$;

create table sig.piece (
  id uuid primary key,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  kind smallint not null references sig.piece_kind,
  parent_id uuid,
  parent_kind smallint,
  holder_id uuid not null references sig.agency deferrable initially deferred,
  category text not null check (category in ('IDENTITY', 'CONTACT', 'FAMILY', 'SCHOOL_ATTENDANCE', 'SCHOOL_RESULTS', 'STUDENT_HEALTH',
    'HEALTH', 'SUBSTANCE_USE', 'OFFENDING', 'SOCIAL_SUPPORT', 'LEISURE', 'EMPLOYMENT', 'PLAN', 'MEETING')),
  subject_ids uuid[] not null check (cardinality(subject_ids) > 0 and array_position(subject_ids, null) is null),
  held_back boolean not null,
  hidden_from_ids uuid[] not null,
  -- When what it says was stated: consent reaches a piece by this, so a change of its words moves it and progress does not.
  recorded_at timestamptz(3) not null,
  -- A role term or a member of the family; null for what no command wrote.
  recorded_by_id uuid,
  version int not null check (version > 0),
  valid_from date,
  valid_until date check (valid_until >= valid_from),
  -- Of what there is one in a case: two who write it at once find each other here.
  unique_key text,
  plain jsonb not null check (jsonb_typeof(plain) = 'object'),
  sealed bytea,
  -- What is asked across cases. Stored columns: an expression on `plain` is no index condition under row-level security.
  starts_at timestamptz(3) generated always as (to_timestamp((plain ->> 'startsAt')::bigint / 1000.0)) stored,
  ends_at timestamptz(3) generated always as (to_timestamp((plain ->> 'endsAt')::bigint / 1000.0)) stored,
  due_on date generated always as (sig.day(plain ->> 'dueOn')) stored,
  invitee_id uuid generated always as ((plain ->> 'inviteeId')::uuid) stored,
  identity_hash text generated always as (plain ->> 'identityHash') stored,
  name_hash text generated always as (plain ->> 'nameHash') stored,
  check ((parent_id is null) = (parent_kind is null)),
  unique (id, case_id, kind),
  unique (case_id, kind, unique_key),
  -- Under a piece of the same case, of a kind that the register allows.
  foreign key (parent_id, case_id, parent_kind) references sig.piece (id, case_id, kind) deferrable initially deferred,
  foreign key (kind, parent_kind) references sig.piece_kind_parent
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
create index on sig.piece (case_id, kind);
create index on sig.piece (parent_id) where parent_id is not null;
create index on sig.piece (starts_at) where starts_at is not null;
create index on sig.piece (due_on) where due_on is not null;
create index on sig.piece (invitee_id) where invitee_id is not null;
create index on sig.piece (identity_hash) where identity_hash is not null;
create index on sig.piece (name_hash) where name_hash is not null;

-- What changes of a piece left: one row for each version, with the fields that it gave and no others, judged as what it
-- was a version of, recorded when it was made. Holding, releasing, hiding and showing leave one as well.
create table sig.piece_version (
  id uuid primary key,
  piece_id uuid not null,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  kind smallint not null references sig.piece_kind,
  holder_id uuid not null references sig.agency deferrable initially deferred,
  category text not null,
  subject_ids uuid[] not null check (cardinality(subject_ids) > 0),
  held_back boolean not null,
  hidden_from_ids uuid[] not null,
  recorded_at timestamptz(3) not null,
  recorded_by_id uuid,
  version int not null check (version > 0),
  -- CREATED and CHANGED bear content; the others say what became of who may see the piece.
  cause text not null check (cause in ('CREATED', 'CHANGED', 'HELD_BACK', 'RELEASED', 'HIDDEN', 'SHOWN')),
  plain jsonb not null check (jsonb_typeof(plain) = 'object'),
  sealed bytea,
  foreign key (piece_id, case_id, kind) references sig.piece (id, case_id, kind) on delete cascade deferrable initially deferred
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
create index on sig.piece_version (case_id, kind);
create index on sig.piece_version (piece_id);

-- One key for what one agency holds in one case, wrapped by the master key: its part can be destroyed by itself.
create table sig.piece_key (
  case_id uuid not null references sig.case_file deferrable initially deferred,
  holder_id uuid not null references sig.agency deferrable initially deferred,
  wrapped_key bytea not null,
  primary key (case_id, holder_id)
);

-- Checked when the transaction ends, whoever writes: within it, rows may come in any order.
create function sig.check_piece() returns trigger language plpgsql
security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan set jit = off as $$
declare k sig.piece_kind;
begin
  if not exists (select from sig.agency a join sig.case_file c on c.municipality_id = a.municipality_id
    where a.id = new.holder_id and c.id = new.case_id) then
    raise exception 'A piece is held outside the municipality' using errcode = 'check_violation', schema = 'sig', table = tg_table_name;
  end if;
  if not new.subject_ids || new.hidden_from_ids <@ array(select p.id from sig.person p where p.case_id = new.case_id) then
    raise exception 'A piece names somebody of another case' using errcode = 'check_violation', schema = 'sig', table = tg_table_name;
  end if;
  if tg_table_name = 'piece' then
    select * into strict k from sig.piece_kind r where r.number = new.kind;
    if k.needs_parent and new.parent_id is null or not new.plain ?& k.required_plain
      or k.categories is not null and not new.category = any (k.categories) then
      raise exception 'A piece is not as its kind % demands', k.name using errcode = 'check_violation', schema = 'sig', table = 'piece';
    end if;
    if new.plain ? 'personId' and not exists (select from sig.person p where p.id = (new.plain ->> 'personId')::uuid
        and p.case_id = new.case_id and (not k.names_guardian or p.kind = 'GUARDIAN')) then
      raise exception 'A piece is about somebody of another case' using errcode = 'check_violation', schema = 'sig', table = 'piece';
    end if;
  end if;
  return null;
end $$;
create constraint trigger piece_in_case after insert or update on sig.piece
  deferrable initially deferred for each row execute function sig.check_piece();
create constraint trigger piece_version_in_case after insert or update on sig.piece_version
  deferrable initially deferred for each row execute function sig.check_piece();

-- Who asks, when, and what follows from it: one row, always, worked out once a statement. A policy that names it in its
-- FROM is judged against that one row, so that no function is called per row. An unset setting is an error here too.
create function sig.scope() returns table (viewer uuid, at timestamptz, term uuid, agency uuid, capacity text, young_person uuid,
  cases uuid[], place_kinds smallint[], by_category_kinds smallint[], guardian_kinds smallint[], coordinator_kinds smallint[])
language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 1 as $$
#variable_conflict use_column
declare
  viewer_id uuid := sig.viewer();
  now timestamptz := sig.at();
  t sig.role_term;
  p sig.person;
begin
  select * into t from sig.role_term r
    where r.id = viewer_id and r.valid_from <= now and (r.valid_until is null or now < r.valid_until);
  if not found then
    select * into p from sig.person f where f.id = viewer_id and f.kind in ('YOUNG_PERSON', 'GUARDIAN');
  end if;
  return query select viewer_id, now, t.id, case when t.capacity in ('PROFESSIONAL', 'COORDINATOR') then t.agency_id end,
      coalesce(t.capacity, p.kind), (select y.id from sig.person y where y.case_id = p.case_id and y.kind = 'YOUNG_PERSON'),
      sig.known_cases(), k.*
    from (select coalesce(array_agg(r.number) filter (where r.tells_place), '{}'),
        coalesce(array_agg(r.number) filter (where r.by_category), '{}'),
        coalesce(array_agg(r.number) filter (where r.names_guardian), '{}'),
        coalesce(array_agg(r.number) filter (where r.coordinator_only), '{}') from sig.piece_kind r) k;
end $$;

-- The openings towards the viewer's agency at the instant of the scope.
create view sig.my_opening with (security_barrier) as
  select o.case_id, o.subject_id, o.holder_ids, o.categories, o.data from sig.opening o, sig.scope() s
    where o.case_id = any (s.cases) and s.agency = any (o.recipient_ids) and o.valid @> s.at;

-- The protections in force, with whether the viewer handles what the own agency holds of it.
create view sig.my_protection with (security_barrier) as
  select p.case_id, p.person_id, coalesce(p.level = 'CONFIDENTIALITY_MARKING' or s.term = any (p.handler_ids), false) as handled
    from sig.protection p, sig.scope() s
    where p.case_id = any (s.cases) and p.valid_from <= s.at and (p.valid_until is null or s.at < p.valid_until)
      and s.capacity <> 'YOUNG_PERSON';

alter table sig.piece enable row level security, force row level security;
alter table sig.piece_version enable row level security, force row level security;
alter table sig.piece_key enable row level security, force row level security;
create policy owner on sig.piece to sig_owner using (true) with check (true);
create policy owner on sig.piece_version to sig_owner using (true) with check (true);
create policy owner on sig.piece_key to sig_owner using (true) with check (true);

-- The core's decision stated again. It shares no code with it, so that a fault in one does not open the other; a reader
-- who may run any SQL can name a viewer, but cannot name a cell.
create policy reader on sig.piece for select to sig_reader using (exists (select from sig.scope() s
  where piece.case_id = any (s.cases)
    and (piece.kind <> all (s.place_kinds) or not exists (select from sig.my_protection p
      where p.case_id = piece.case_id and p.person_id = any (piece.subject_ids)
        and not (piece.holder_id is not distinct from s.agency and p.handled)))
    and (piece.kind <> all (s.coordinator_kinds) or s.capacity = 'COORDINATOR' and piece.holder_id = s.agency)
    and (piece.holder_id = s.agency
      or (s.capacity = 'COORDINATOR' and piece.kind = any (s.guardian_kinds))
      or (s.young_person is not null and not piece.held_back and not s.viewer = any (piece.hidden_from_ids)
        and piece.subject_ids <@ array[s.young_person]
        and (piece.kind <> all (s.by_category_kinds) or piece.category in ('IDENTITY', 'CONTACT', 'PLAN', 'MEETING')))
      or (s.agency is not null and not piece.held_back and not exists (
        select from unnest(piece.subject_ids) subject (id) where not exists (select from sig.my_opening o
          where o.case_id = piece.case_id and o.subject_id = subject.id and piece.holder_id = any (o.holder_ids)
            and piece.category = any (o.categories) and o.data @> piece.recorded_at::timestamptz))))));

-- A version is shown where it is open itself and the piece, as it now stands, is too. The same condition as above, written
-- out for the other table: a function that both policies called would run once a row.
create policy reader on sig.piece_version for select to sig_reader using (
  exists (select from sig.piece p where p.id = piece_version.piece_id)
  and exists (select from sig.scope() s
  where piece_version.case_id = any (s.cases)
    and (piece_version.kind <> all (s.place_kinds) or not exists (select from sig.my_protection p
      where p.case_id = piece_version.case_id and p.person_id = any (piece_version.subject_ids)
        and not (piece_version.holder_id is not distinct from s.agency and p.handled)))
    and (piece_version.kind <> all (s.coordinator_kinds) or s.capacity = 'COORDINATOR' and piece_version.holder_id = s.agency)
    and (piece_version.holder_id = s.agency
      or (s.capacity = 'COORDINATOR' and piece_version.kind = any (s.guardian_kinds))
      or (s.young_person is not null and not piece_version.held_back and not s.viewer = any (piece_version.hidden_from_ids)
        and piece_version.subject_ids <@ array[s.young_person]
        and (piece_version.kind <> all (s.by_category_kinds) or piece_version.category in ('IDENTITY', 'CONTACT', 'PLAN', 'MEETING')))
      or (s.agency is not null and not piece_version.held_back and not exists (
        select from unnest(piece_version.subject_ids) subject (id) where not exists (select from sig.my_opening o
          where o.case_id = piece_version.case_id and o.subject_id = subject.id and piece_version.holder_id = any (o.holder_ids)
            and piece_version.category = any (o.categories) and o.data @> piece_version.recorded_at::timestamptz))))));

-- Wrapped, and so of use to nobody without the master key.
create policy reader on sig.piece_key for select to sig_reader using (case_id = any ((select s.cases from sig.scope() s)::uuid[]));

grant select on sig.piece, sig.piece_version, sig.piece_key, sig.my_opening, sig.my_protection to sig_reader;
grant select on sig.piece_kind, sig.piece_kind_parent to sig_reader, sig_writer;

-- The writer, in the one case that its transaction has locked.
create policy writer_select on sig.piece for select to sig_writer using (case_id = (select sig.locked_case()));
create policy writer_insert on sig.piece for insert to sig_writer with check (case_id = (select sig.locked_case()));
create policy writer_update on sig.piece for update to sig_writer
  using (case_id = (select sig.locked_case())) with check (case_id = (select sig.locked_case()));
create policy writer_delete on sig.piece for delete to sig_writer using (case_id = (select sig.locked_case()));
create policy writer_select on sig.piece_version for select to sig_writer using (case_id = (select sig.locked_case()));
create policy writer_insert on sig.piece_version for insert to sig_writer with check (case_id = (select sig.locked_case()));
create policy writer_select on sig.piece_key for select to sig_writer using (case_id = (select sig.locked_case()));
create policy writer_insert on sig.piece_key for insert to sig_writer with check (case_id = (select sig.locked_case()));
grant select, insert, update, delete on sig.piece to sig_writer;
grant select, insert on sig.piece_version, sig.piece_key to sig_writer;

grant execute on function sig.scope() to sig_reader;
grant execute on function sig.day(text) to sig_reader, sig_writer;

-- Which of these calls, of cases that the coordinator knows, call a professional to a planned meeting while the same human
-- being is called to another one in the municipality. It answers with the ids that it was asked about and with no other: not
-- which meeting, not which case, not how many. Of a case that the coordinator knows it counts what the own agency holds, so
-- that it says nothing of what is withheld there.
create function sig.busy_invitations(ids uuid[]) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  at timestamptz := sig.at();
  home uuid := sig.municipality();
  known uuid[] := sig.known_cases();
  own uuid := sig.agency();
begin
  if sig.capacity() is distinct from 'COORDINATOR' then return; end if;
  return query select i.id
    from sig.piece i
    join sig.piece m on m.id = i.parent_id and m.plain ->> 'status' = 'PLANNED'
    join sig.role_term t on t.id = i.invitee_id
    where i.id = any(ids) and i.case_id = any(known) and i.plain ->> 'inviteeKind' = 'PROFESSIONAL' and i.plain -> 'withdrawn' = 'false'
      and exists (select from sig.role_term s
        join sig.piece o on o.invitee_id = s.id and o.plain ->> 'inviteeKind' = 'PROFESSIONAL'
          and o.parent_id <> m.id and o.plain ->> 'answer' <> 'DECLINED' and o.plain -> 'withdrawn' = 'false'
        join sig.piece n on n.id = o.parent_id and n.plain ->> 'status' = 'PLANNED'
          and n.starts_at < m.ends_at and m.starts_at < n.ends_at
        join sig.case_file c on c.id = o.case_id and c.municipality_id = home and c.status not in ('DECLINED')
        join sig.assignment a on a.case_id = c.id and a.role_term_id = s.id
          and a.valid_from <= at and (a.valid_until is null or at < a.valid_until)
        where s.professional_id = t.professional_id and s.municipality_id = home
          and (o.case_id <> all(known) or own = all(array[o.holder_id, n.holder_id])));
end $$;
grant execute on function sig.busy_invitations(uuid[]) to sig_reader;
