-- Cases: who they are about, who answers for whom, whose identity is protected, and who takes part.

create table sig.case_file (
  id uuid primary key,
  municipality_id uuid not null references sig.municipality deferrable initially deferred,
  number text not null,
  status text not null check (status in ('PROPOSED', 'ACCEPTED', 'CONSENT_PENDING', 'ACTIVE', 'CLOSED', 'DECLINED')),
  coordinator_id uuid not null,
  seq bigint not null check (seq >= 0),
  started_on date,
  planned_end_on date,
  -- The planned end of which everybody in the case has been told that it comes.
  end_told_on date,
  closed_on date,
  closing_reason text check (closing_reason in ('GOALS_REACHED', 'PERIOD_OVER', 'CONSENT_ENDED', 'AGED_OUT', 'MOVED', 'OTHER')),
  wrapped_key bytea not null,
  facts_at timestamptz(3) not null,
  -- Another one with every change of what a decision about the case rests on; random, so that no restored database gives
  -- other facts the version of those that a server has in memory.
  facts_version uuid not null default gen_random_uuid(),
  recorded_at timestamptz(3) not null,
  -- A closed case has a day and a reason.
  constraint case_file_closed
    check ((closed_on is null) = (closing_reason is null) and (closed_on is null or status = 'CLOSED')),
  unique (municipality_id, number),
  foreign key (coordinator_id, municipality_id) references sig.role_term (id, municipality_id) deferrable initially deferred
);
create index on sig.case_file (facts_at);
alter table sig.case_file enable row level security, force row level security;
create policy owner on sig.case_file to sig_owner using (true) with check (true);
create policy reader on sig.case_file for select to sig_reader using (id = any((select sig.known_cases())::uuid[]));
create policy writer_select on sig.case_file for select to sig_writer using (id = (select sig.command_case()));
create policy writer_insert on sig.case_file for insert to sig_writer with check (id = (select sig.command_case()));
create policy writer_update on sig.case_file for update to sig_writer
  using (id = (select sig.command_case()))
  with check (id = (select sig.command_case()));
grant select on sig.case_file to sig_reader;
grant select, insert, update on sig.case_file to sig_writer;

create table sig.person (
  id uuid primary key,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  kind text not null check (kind in ('YOUNG_PERSON', 'GUARDIAN', 'OTHER_SUBJECT')),
  birth_date date check (kind = 'GUARDIAN' or birth_date is not null),
  recorded_at timestamptz(3) not null,
  unique (id, case_id)
);
create index on sig.person (case_id);
create unique index person_one_young_person on sig.person (case_id) where kind = 'YOUNG_PERSON';
alter table sig.person enable row level security, force row level security;
create policy owner on sig.person to sig_owner using (true) with check (true);
create policy reader on sig.person for select to sig_reader using (case_id = any((select sig.known_cases())::uuid[]));
create policy writer_select on sig.person for select to sig_writer using (case_id = (select sig.locked_case()));
create policy writer_insert on sig.person for insert to sig_writer with check (case_id = (select sig.locked_case()));
create policy writer_update on sig.person for update to sig_writer
  using (case_id = (select sig.locked_case()))
  with check (case_id = (select sig.locked_case()));
grant select on sig.person to sig_reader;
grant select, insert, update on sig.person to sig_writer;

create table sig.custody (
  id uuid primary key,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  subject_id uuid not null,
  guardian_id uuid not null check (guardian_id <> subject_id),
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  prevented_from date,
  prevented_until date check (prevented_until >= prevented_from),
  recorded_at timestamptz(3) not null,
  foreign key (subject_id, case_id) references sig.person (id, case_id) deferrable initially deferred,
  foreign key (guardian_id, case_id) references sig.person (id, case_id) deferrable initially deferred
);
create index on sig.custody (case_id);
create index on sig.custody (guardian_id);
alter table sig.custody enable row level security, force row level security;
create policy owner on sig.custody to sig_owner using (true) with check (true);
create policy reader on sig.custody for select to sig_reader using (case_id = any((select sig.known_cases())::uuid[]));
create policy writer_select on sig.custody for select to sig_writer using (case_id = (select sig.locked_case()));
create policy writer_insert on sig.custody for insert to sig_writer with check (case_id = (select sig.locked_case()));
create policy writer_update on sig.custody for update to sig_writer
  using (case_id = (select sig.locked_case()))
  with check (case_id = (select sig.locked_case()));
grant select on sig.custody to sig_reader;
grant select, insert, update on sig.custody to sig_writer;

create table sig.protection (
  id uuid primary key,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  person_id uuid not null,
  level text not null check (level in ('CONFIDENTIALITY_MARKING', 'PROTECTED_REGISTRATION')),
  handler_ids uuid[] not null,
  valid_from timestamptz(3) not null,
  valid_until timestamptz(3) check (valid_until >= valid_from),
  recorded_at timestamptz(3) not null,
  foreign key (person_id, case_id) references sig.person (id, case_id) deferrable initially deferred
);
create index on sig.protection (case_id);
alter table sig.protection enable row level security, force row level security;
create policy owner on sig.protection to sig_owner using (true) with check (true);
create policy writer_select on sig.protection for select to sig_writer using (case_id = (select sig.locked_case()));
create policy writer_insert on sig.protection for insert to sig_writer
  with check (case_id = (select sig.locked_case()));
create policy writer_update on sig.protection for update to sig_writer
  using (case_id = (select sig.locked_case()))
  with check (case_id = (select sig.locked_case()));
grant select, insert, update on sig.protection to sig_writer;

-- Whoever writes: who takes part belongs to the case's municipality. One plan for every call, since making a plan takes
-- longer than the check.
create function sig.check_assignment() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_generic_plan set jit = off as $$
begin
  if not exists (select from sig.role_term t join sig.case_file c on c.municipality_id = t.municipality_id
    where t.id = new.role_term_id and c.id = new.case_id) then
    raise exception 'An assignment leaves the municipality'
      using errcode = 'check_violation', schema = 'sig', table = 'assignment';
  end if;
  return null;
end $$;

create table sig.assignment (
  id uuid primary key,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  role_term_id uuid not null references sig.role_term deferrable initially deferred,
  duty text check (duty in ('MEMBER', 'CONTACT', 'PLAN_RESPONSIBLE', 'STAND_IN')),
  valid_from timestamptz(3) not null,
  valid_until timestamptz(3) check (valid_until >= valid_from),
  recorded_at timestamptz(3) not null
);
create index on sig.assignment (role_term_id, case_id);
create index on sig.assignment (case_id);
create constraint trigger assignment_in_municipality after insert or update on sig.assignment
  deferrable initially deferred for each row execute function sig.check_assignment();
alter table sig.assignment enable row level security, force row level security;
create policy owner on sig.assignment to sig_owner using (true) with check (true);
create policy reader on sig.assignment for select to sig_reader
  using (case_id = any((select sig.known_cases())::uuid[])
    and ((select sig.oversees()) or role_term_id = (select sig.role_term())));
create policy writer_select on sig.assignment for select to sig_writer using (case_id = (select sig.locked_case()));
create policy writer_insert on sig.assignment for insert to sig_writer
  with check (case_id = (select sig.locked_case()));
create policy writer_update on sig.assignment for update to sig_writer
  using (case_id = (select sig.locked_case()))
  with check (case_id = (select sig.locked_case()));
grant select on sig.assignment to sig_reader;
grant select, insert, update on sig.assignment to sig_writer;

create table sig.assignment_request (
  id uuid primary key,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  role_term_id uuid not null references sig.role_term deferrable initially deferred,
  duty text not null check (duty in ('MEMBER', 'CONTACT', 'PLAN_RESPONSIBLE', 'STAND_IN')),
  valid_from timestamptz(3) not null,
  valid_until timestamptz(3) check (valid_until > valid_from),
  requested_by_id uuid not null references sig.role_term deferrable initially deferred,
  requested_at timestamptz(3) not null,
  state text not null check (state in ('REQUESTED', 'CONFIRMED', 'DECLINED')),
  answered_by_id uuid references sig.role_term deferrable initially deferred,
  answered_at timestamptz(3),
  check ((state = 'REQUESTED') = (answered_at is null) and (answered_at is null) = (answered_by_id is null)),
  check (answered_at >= requested_at)
);
create index on sig.assignment_request (case_id);
create unique index assignment_request_open on sig.assignment_request (role_term_id, case_id) where state = 'REQUESTED';
create constraint trigger assignment_in_municipality after insert or update on sig.assignment_request
  deferrable initially deferred for each row execute function sig.check_assignment();
alter table sig.assignment_request enable row level security, force row level security;
create policy owner on sig.assignment_request to sig_owner using (true) with check (true);
create policy reader on sig.assignment_request for select to sig_reader
  using (case_id = any((select sig.known_cases())::uuid[]) and (select sig.capacity()) = 'COORDINATOR');
create policy writer_select on sig.assignment_request for select to sig_writer
  using (case_id = (select sig.locked_case()));
create policy writer_insert on sig.assignment_request for insert to sig_writer
  with check (case_id = (select sig.locked_case()));
create policy writer_update on sig.assignment_request for update to sig_writer
  using (case_id = (select sig.locked_case()))
  with check (case_id = (select sig.locked_case()));
grant select on sig.assignment_request to sig_reader;
grant select, insert, update on sig.assignment_request to sig_writer;

-- The role terms that the viewer answers for: the own one, and as a unit manager those of the own agency.
create function sig.answers_for() returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return array(select t.id from sig.role_term t where t.id = sig.role_term() or exists (
    select from sig.role_term m where m.id = sig.role_term() and m.capacity = 'PROFESSIONAL'
      and m.profession = 'UNIT_MANAGER' and m.agency_id = t.agency_id));
end $$;

-- What somebody who is asked to take part needs to answer, and no more of the case.
create function sig.asked_assignments() returns table (id uuid, number text, role_term_id uuid, duty text, valid_from timestamptz,
  valid_until timestamptz, requested_by_id uuid, requested_at timestamptz, state text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare terms uuid[] := sig.answers_for();
begin
  return query select r.id, c.number, r.role_term_id, r.duty, r.valid_from, r.valid_until, r.requested_by_id, r.requested_at, r.state
    from sig.assignment_request r join sig.case_file c on c.id = r.case_id where r.role_term_id = any(terms);
end $$;
grant execute on function sig.asked_assignments() to sig_reader;

-- The first statement of an answer by whoever is asked, who does not know the case yet.
create function sig.open_assignment_request(subject uuid, capacity text, target uuid)
returns table (case_id uuid, at timestamptz, viewer jsonb, seq bigint, wrapped_key bytea)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  named uuid;
  locked sig.case_file;
  scope record;
begin
  perform from sig.open_scope(subject, $2);
  if not found then return; end if;
  named := (select r.case_id from sig.assignment_request r where r.id = target and r.role_term_id = any(sig.answers_for()));
  if named is null then return; end if;
  update sig.case_file c set seq = c.seq + 1 where c.id = named returning c.* into locked;
  select * into scope from sig.open_scope(subject, $2);
  if not found or not exists (select from sig.assignment_request r where r.id = target and r.role_term_id = any(sig.answers_for()))
    then return; end if;
  perform set_config('sig.case', named::text, true);
  return query select locked.id, scope.at, scope.viewer, locked.seq, locked.wrapped_key;
end $$;
grant execute on function sig.open_assignment_request(uuid, text, uuid) to sig_writer;

-- What the viewer's agency has taken on, for its unit manager; nothing for everybody else. The coordinator's own place is
-- none that anybody ends.
create function sig.managed_assignments() returns setof sig.assignment
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query select a.* from sig.assignment a
    join sig.case_file c on c.id = a.case_id and c.coordinator_id is distinct from a.role_term_id
    join sig.role_term t on t.id = a.role_term_id
    join sig.role_term m on m.id = sig.role_term() and m.agency_id = t.agency_id
    where m.capacity = 'PROFESSIONAL' and m.profession = 'UNIT_MANAGER';
end $$;

-- Those that run or are ahead, with the number of the case and nothing else of it.
create function sig.agency_assignments() returns table (id uuid, number text, role_term_id uuid, duty text,
  valid_from timestamptz, valid_until timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  return query select a.id, c.number, a.role_term_id, a.duty, a.valid_from, a.valid_until
    from sig.managed_assignments() a join sig.case_file c on c.id = a.case_id
    where a.valid_until is null or a.valid_until > sig.at();
end $$;
grant execute on function sig.agency_assignments() to sig_reader;

-- The first statement of ending an assignment: by whoever knows the case, or the unit manager who answers for the place.
create function sig.open_assignment(subject uuid, capacity text, target uuid)
returns table (case_id uuid, at timestamptz, viewer jsonb, seq bigint, wrapped_key bytea)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  named uuid;
  locked sig.case_file;
  scope record;
begin
  return query select * from sig.open_command(subject, $2, target);
  if found then return; end if;
  perform from sig.open_scope(subject, $2);
  if not found then return; end if;
  named := (select a.case_id from sig.managed_assignments() a where a.id = target);
  if named is null then return; end if;
  update sig.case_file c set seq = c.seq + 1 where c.id = named returning c.* into locked;
  select * into scope from sig.open_scope(subject, $2);
  if not found or not exists (select from sig.managed_assignments() a where a.id = target) then return; end if;
  perform set_config('sig.case', named::text, true);
  return query select locked.id, scope.at, scope.viewer, locked.seq, locked.wrapped_key;
end $$;
grant execute on function sig.open_assignment(uuid, text, uuid) to sig_writer;

-- When the viewer's next assignment begins: of a case that the viewer does not know yet, so only the instant is told.
create function sig.next_assignment() returns timestamptz
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select min(a.valid_from) from sig.assignment a
    where a.role_term_id = sig.role_term() and a.valid_from > sig.at() and (a.valid_until is null or a.valid_until > a.valid_from)
$$;
grant execute on function sig.next_assignment() to sig_reader;
