-- Who asks, when, and what the transaction has locked. Everything else in the database rests on these functions.
--
-- Who asks and when stand in two settings of the transaction; everything else about the viewer is looked up from them, so
-- that no two settings can disagree. An unset, empty or malformed setting is an error, never an answer.
--
-- Every function that runs with its owner's rights pins its search path, with the temporary schema last: otherwise a
-- caller could put an own table in the place of a real one. Functions are closed to everybody by the last file and opened
-- by name to who needs them.

grant usage on schema sig to sig_reader, sig_writer, sig_jobs;

-- The one clock of all processes: the database's own time plus this offset, which is other than 0 in development only.
create table sig.clock (
  only_row boolean primary key check (only_row),
  offset_ms bigint not null
);
insert into sig.clock values (true, 0);

create function sig.now() returns timestamptz
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare apart bigint;
begin
  select offset_ms into strict apart from sig.clock;
  return date_trunc('milliseconds', clock_timestamp()) + apart * interval '1 millisecond';
end $$;
grant execute on function sig.now() to sig_reader, sig_writer, sig_jobs;

create function sig.ms(instant timestamptz) returns bigint language sql stable
  as 'select (extract(epoch from instant) * 1000)::bigint';
grant execute on function sig.ms(timestamptz) to sig_reader;

create function sig.midnight(day date) returns timestamptz language sql stable
  as 'select day::timestamp at time zone ''Europe/Stockholm''';

-- Born on 29 February: turns on 1 March in common years, when the full years have passed.
create function sig.turns_on(birth date, age int) returns date language sql immutable as $$
  select (birth + make_interval(years => age))::date
    + case when extract(day from birth) = 29 and extract(day from birth + make_interval(years => age)) = 28 then 1 else 0 end
$$;

-- From here on: the scope of a read, the viewer and the instant, and what follows from them.

create function sig.at() returns timestamptz language sql stable
  as 'select to_timestamp(current_setting(''sig.at'')::bigint / 1000.0)';
grant execute on function sig.at() to sig_reader;

create function sig.viewer() returns uuid language sql stable
  as 'select current_setting(''sig.viewer'')::uuid';
grant execute on function sig.viewer() to sig_reader;

create function sig.role_term() returns uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (select t.id from sig.role_term t
    where t.id = sig.viewer() and t.valid_from <= sig.at() and (t.valid_until is null or sig.at() < t.valid_until));
end $$;
grant execute on function sig.role_term() to sig_reader;

create function sig.person() returns uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- An instant is asked for even though none is needed.
  return (select p.id from sig.person p
    where p.id = sig.viewer() and p.kind in ('YOUNG_PERSON', 'GUARDIAN') and sig.at() is not null);
end $$;
grant execute on function sig.person() to sig_reader;

create function sig.capacity() returns text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce(
    (select t.capacity from sig.role_term t
      where t.id = sig.viewer() and t.valid_from <= sig.at() and (t.valid_until is null or sig.at() < t.valid_until)),
    (select p.kind from sig.person p
      where p.id = sig.viewer() and p.kind in ('YOUNG_PERSON', 'GUARDIAN') and sig.at() is not null));
end $$;
grant execute on function sig.capacity() to sig_reader;

create function sig.agency() returns uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (select t.agency_id from sig.role_term t
    where t.id = sig.viewer() and t.valid_from <= sig.at() and (t.valid_until is null or sig.at() < t.valid_until)
      and t.capacity in ('PROFESSIONAL', 'COORDINATOR'));
end $$;
grant execute on function sig.agency() to sig_reader;

create function sig.municipality() returns uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce(
    (select t.municipality_id from sig.role_term t
      where t.id = sig.viewer() and t.valid_from <= sig.at() and (t.valid_until is null or sig.at() < t.valid_until)),
    (select c.municipality_id from sig.person p join sig.case_file c on c.id = p.case_id
      where p.id = sig.viewer() and p.kind in ('YOUNG_PERSON', 'GUARDIAN') and sig.at() is not null));
end $$;
grant execute on function sig.municipality() to sig_reader;

-- For members of the family only.
create function sig.young_person() returns uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (select y.id from sig.person p join sig.person y on y.case_id = p.case_id and y.kind = 'YOUNG_PERSON'
    where p.id = sig.viewer() and p.kind in ('YOUNG_PERSON', 'GUARDIAN') and sig.at() is not null);
end $$;
grant execute on function sig.young_person() to sig_reader;

-- Whether the capacity sees who takes part and who consented to what.
create function sig.oversees() returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce(sig.capacity() in ('COORDINATOR', 'YOUNG_PERSON', 'GUARDIAN'), false);
end $$;
grant execute on function sig.oversees() to sig_reader;

-- For whom a member of the family speaks: the young person for themselves, a guardian for whom they have custody of, until
-- the 18th birthday. Empty for staff.
create function sig.spoken_for() returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare today date := (sig.at() at time zone 'Europe/Stockholm')::date;
begin
  return array(
    select s.id from sig.person p join sig.person s on s.case_id = p.case_id and s.kind <> 'GUARDIAN'
      where p.id = sig.viewer() and (p.kind = 'YOUNG_PERSON' and s.id = p.id
        or p.kind = 'GUARDIAN' and today < sig.turns_on(s.birth_date, 18) and exists (select from sig.custody k
          where k.guardian_id = p.id and k.subject_id = s.id
            and k.valid_from <= today and (k.valid_until is null or today < k.valid_until))));
end $$;
grant execute on function sig.spoken_for() to sig_reader;

-- Empty, never null. An id is that of a role term or of a person, so at most one of the two queries finds anything.
create function sig.known_cases() returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  at timestamptz := sig.at();
  viewer uuid := sig.viewer();
  today date;
  known uuid[];
begin
  known := array(
    select distinct a.case_id
      from sig.role_term t
      join sig.assignment a on a.role_term_id = t.id
      join sig.case_file c on c.id = a.case_id and c.municipality_id = t.municipality_id
      where t.id = viewer and t.capacity in ('PROFESSIONAL', 'COORDINATOR')
        and t.valid_from <= at and (t.valid_until is null or at < t.valid_until)
        and a.valid_from <= at and (a.valid_until is null or at < a.valid_until));
  if cardinality(known) > 0 then return known; end if;
  today := (at at time zone 'Europe/Stockholm')::date;
  return array(
    select p.case_id
      from sig.person p
      join sig.person y on y.case_id = p.case_id and y.kind = 'YOUNG_PERSON'
      where p.id = viewer and (p.kind = 'YOUNG_PERSON' or p.kind = 'GUARDIAN' and today < sig.turns_on(y.birth_date, 18)
        and exists (select from sig.custody k where k.guardian_id = p.id and k.subject_id = y.id
          and k.valid_from <= today and (k.valid_until is null or today < k.valid_until))));
end $$;
grant execute on function sig.known_cases() to sig_reader;

-- Of the known cases those that the viewer's own agency coordinates: its staff may confirm what the coordinator entered.
create function sig.coordinated_cases() returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return array(select c.id from sig.case_file c join sig.role_term t on t.id = c.coordinator_id
    where c.id = any(sig.known_cases()) and t.agency_id = sig.agency());
end $$;
grant execute on function sig.coordinated_cases() to sig_reader;

create function sig.knows_case(case_id uuid) returns boolean language sql stable
  as 'select coalesce(case_id = any(sig.known_cases()), false)';
grant execute on function sig.knows_case(uuid) to sig_reader;

-- Whether a protection of a subject withholds from the viewer what tells where that subject is.
create function sig.is_protected(of_case uuid, subjects uuid[], holder uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  at timestamptz := sig.at();
  capacity text := sig.capacity();
  term uuid := sig.role_term();
  own boolean := coalesce(holder = sig.agency(), false);
begin
  if capacity = 'YOUNG_PERSON' then return false; end if;
  return exists (
    select from sig.protection p
    where p.case_id = of_case and p.person_id = any(subjects)
      and p.valid_from <= at and (p.valid_until is null or at < p.valid_until)
      and not (own and (p.level = 'CONFIDENTIALITY_MARKING' or term = any(p.handler_ids))));
end $$;
grant execute on function sig.is_protected(uuid, uuid[], uuid) to sig_reader;

-- The first statement of every read. No row: the role does not hold. The instant is never before the newest statement.
create function sig.open_scope(subject uuid, capacity text) returns table (at timestamptz, viewer jsonb)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  now timestamptz := greatest(sig.now(), (select max(facts_at) from sig.case_file));
  found_viewer jsonb;
begin
  select jsonb_strip_nulls(jsonb_build_object(
      'capacity', t.capacity, 'id', t.id, 'roleTermId', t.id, 'professionalId', t.professional_id, 'agencyId', t.agency_id,
      'municipalityId', t.municipality_id, 'name', p.name, 'profession', t.profession))
    into found_viewer
    from sig.role_term t join sig.professional p on p.id = t.professional_id
    where t.id = $1 and t.capacity = $2 and t.valid_from <= now and (t.valid_until is null or now < t.valid_until);
  if found_viewer is null then
    select jsonb_build_object('capacity', p.kind, 'id', p.id, 'personId', p.id, 'caseId', p.case_id,
        'municipalityId', c.municipality_id)
      into found_viewer
      from sig.person p join sig.case_file c on c.id = p.case_id
      where p.id = $1 and p.kind = $2 and p.kind in ('YOUNG_PERSON', 'GUARDIAN');
  end if;
  if found_viewer is null then return; end if;
  perform set_config('sig.viewer', $1::text, true), set_config('sig.at', sig.ms(now)::text, true);
  return query select now, found_viewer;
end $$;
grant execute on function sig.open_scope(uuid, text) to sig_reader;

-- From here on: what this very transaction has locked, and may therefore write.

create function sig.command_case() returns uuid language sql stable
  as 'select current_setting(''sig.case'')::uuid';
grant execute on function sig.command_case() to sig_writer;

-- The case that a command named in sig.case, if this very transaction has written its row: the version of the row that
-- the transaction made is marked with the transaction's id, and every other writer waits for it.
create function sig.locked_case() returns uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (select c.id from sig.case_file c
    where c.id = sig.command_case() and c.xmin = pg_current_xact_id_if_assigned()::xid);
end $$;
grant execute on function sig.locked_case() to sig_writer;

create function sig.locked_municipality() returns uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (select c.municipality_id from sig.case_file c where c.id = sig.locked_case());
end $$;
grant execute on function sig.locked_municipality() to sig_writer;

-- The municipality that this very transaction has locked by open_administration, in the way that a command locks a case.
create function sig.administered_municipality() returns uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (select m.id from sig.municipality m where m.xmin = pg_current_xact_id_if_assigned()::xid);
end $$;
grant execute on function sig.administered_municipality() to sig_writer;

-- The steering group that this very transaction has locked by open_steering, in the way that a command locks a case.
create function sig.steered_group() returns uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (select g.id from sig.work_group g
    where g.kind = 'STEERING' and g.xmin = pg_current_xact_id_if_assigned()::xid order by g.id limit 1);
end $$;
grant execute on function sig.steered_group() to sig_writer;
