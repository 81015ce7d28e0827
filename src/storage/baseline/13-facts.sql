-- What a decision rests on: ids and times, no text. These functions run with their owner's rights, because the viewer may
-- not select most of these rows, and yet the decision must know them. The keys are those of the type CaseFacts in the core.

-- The facts of a case, whoever asks: for the functions below, and for nobody by itself.
create function sig.facts_of(of_case uuid) returns json
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (select json_build_object(
    'caseId', c.id, 'municipalityId', c.municipality_id, 'status', c.status, 'startedOn', c.started_on,
    'youngPersonId', (select p.id from sig.person p where p.case_id = c.id and p.kind = 'YOUNG_PERSON'),
    'coordinatorAgencyId', (select t.agency_id from sig.role_term t where t.id = c.coordinator_id),
    'packs', coalesce((select json_agg(json_build_object(
        'validFrom', sig.ms(r.valid_from), 'pack', r.rules || jsonb_build_object('version', r.version)
      ) order by r.valid_from, r.version)
      from sig.rule_pack r where r.municipality_id = c.municipality_id), '[]'::json),
    'agencies', coalesce((select json_agg(json_build_object(
        'id', a.id, 'kind', a.kind, 'parentId', a.parent_id
      ) order by a.kind, a.name, a.id)
      from sig.agency a where a.municipality_id = c.municipality_id), '[]'::json),
    'persons', coalesce((select json_agg(json_build_object(
        'id', p.id, 'kind', p.kind, 'birthDate', p.birth_date
      ) order by p.recorded_at, p.id)
      from sig.person p where p.case_id = c.id), '[]'::json),
    'custody', coalesce((select json_agg(json_build_object(
        'subjectId', k.subject_id, 'guardianId', k.guardian_id, 'from', k.valid_from, 'until', k.valid_until,
        'preventedFrom', k.prevented_from, 'preventedUntil', k.prevented_until
      ) order by k.valid_from, k.id)
      from sig.custody k where k.case_id = c.id), '[]'::json),
    'ledger', coalesce((select json_agg(json_build_object(
        'sequence', s.sequence, 'subjectId', s.subject_id, 'signerId', s.signer_id, 'decision', s.decision, 'grants', s.grants,
        'appliesFrom', sig.ms(s.applies_from), 'until', sig.ms(s.until), 'recordedAt', sig.ms(s.recorded_at),
        'dataPeriods', case when s.data_periods is not null then coalesce((
          select json_agg(json_build_object('from', sig.ms(lower(d)), 'until', sig.ms(upper(d))) order by d)
          from unnest(s.data_periods) d), '[]'::json) end
      ) order by s.sequence)
      from sig.consent_statement s where s.case_id = c.id), '[]'::json),
    'blocks', coalesce((select json_agg(json_build_object(
        'id', b.id, 'subjectId', b.subject_id, 'bySignerId', b.by_signer_id, 'byHolderId', b.by_holder_id, 'grants', b.grants,
        'period', json_build_object('from', sig.ms(b.valid_from), 'until', sig.ms(b.valid_until))
      ) order by b.valid_from, b.id)
      from sig.block b where b.case_id = c.id), '[]'::json),
    'assignments', coalesce((select json_agg(json_build_object(
        'roleTermId', m.role_term_id, 'professionalId', t.professional_id, 'agencyId', t.agency_id,
        'period', json_build_object('from', sig.ms(m.valid_from), 'until', sig.ms(m.valid_until))
      ) order by m.valid_from, m.id)
      from sig.assignment m join sig.role_term t on t.id = m.role_term_id where m.case_id = c.id), '[]'::json),
    'protections', coalesce((select json_agg(json_build_object(
        'personId', x.person_id, 'level', x.level, 'handlerIds', x.handler_ids,
        'period', json_build_object('from', sig.ms(x.valid_from), 'until', sig.ms(x.valid_until))
      ) order by x.valid_from, x.id)
      from sig.protection x where x.case_id = c.id), '[]'::json))
    from sig.case_file c where c.id = of_case);
end $$;

-- Of the cases that the viewer knows.
create function sig.case_facts(case_ids uuid[]) returns table (case_id uuid, facts json)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare known uuid[];
begin
  -- Most often all that is asked for is in memory.
  if cardinality(case_ids) = 0 then return; end if;
  known := sig.known_cases();
  return query select c.id, sig.facts_of(c.id) from sig.case_file c where c.id = any(case_ids) and c.id = any(known);
end $$;
grant execute on function sig.case_facts(uuid[]) to sig_reader;

-- Of the case that this transaction has locked.
create function sig.command_facts() returns json
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (select sig.facts_of(c.id) from sig.case_file c where c.id = sig.locked_case());
end $$;
grant execute on function sig.command_facts() to sig_writer;

-- Of all cases, to an administrator's scope alone: the preview of other rules counts them.
create function sig.facts_under_rules() returns setof json
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare home uuid := sig.municipality();
begin
  if sig.capacity() is distinct from 'ADMINISTRATOR' then return; end if;
  return query select sig.facts_of(c.id) from sig.case_file c where c.municipality_id = home order by c.id;
end $$;
grant execute on function sig.facts_under_rules() to sig_reader;

-- By which a server tells whether the facts that it has in memory are those of its snapshot. Whoever writes what they
-- are read
-- from, by whatever way, makes another one.
create function sig.move_facts_version() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    update sig.case_file c set facts_version = gen_random_uuid() where c.id in (select w.case_id from gone w);
  else
    update sig.case_file c set facts_version = gen_random_uuid() where c.id in (select w.case_id from written w);
  end if;
  return null;
end $$;
create function sig.move_own_facts_version() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if (old.status, old.started_on, old.coordinator_id, old.municipality_id)
    is distinct from (new.status, new.started_on, new.coordinator_id, new.municipality_id) then
    new.facts_version := gen_random_uuid();
  end if;
  return new;
end $$;
create trigger move_own_facts_version before update on sig.case_file for each row execute function sig.move_own_facts_version();
create trigger move_facts_version_insert after insert on sig.person referencing new table as written
  for each statement execute function sig.move_facts_version();
create trigger move_facts_version_update after update on sig.person referencing new table as written
  for each statement execute function sig.move_facts_version();
create trigger move_facts_version_delete after delete on sig.person referencing old table as gone
  for each statement execute function sig.move_facts_version();
create trigger move_facts_version_insert after insert on sig.custody referencing new table as written
  for each statement execute function sig.move_facts_version();
create trigger move_facts_version_update after update on sig.custody referencing new table as written
  for each statement execute function sig.move_facts_version();
create trigger move_facts_version_delete after delete on sig.custody referencing old table as gone
  for each statement execute function sig.move_facts_version();
create trigger move_facts_version_insert after insert on sig.consent_statement referencing new table as written
  for each statement execute function sig.move_facts_version();
create trigger move_facts_version_update after update on sig.consent_statement referencing new table as written
  for each statement execute function sig.move_facts_version();
create trigger move_facts_version_delete after delete on sig.consent_statement referencing old table as gone
  for each statement execute function sig.move_facts_version();
create trigger move_facts_version_insert after insert on sig.block referencing new table as written
  for each statement execute function sig.move_facts_version();
create trigger move_facts_version_update after update on sig.block referencing new table as written
  for each statement execute function sig.move_facts_version();
create trigger move_facts_version_delete after delete on sig.block referencing old table as gone
  for each statement execute function sig.move_facts_version();
create trigger move_facts_version_insert after insert on sig.assignment referencing new table as written
  for each statement execute function sig.move_facts_version();
create trigger move_facts_version_update after update on sig.assignment referencing new table as written
  for each statement execute function sig.move_facts_version();
create trigger move_facts_version_delete after delete on sig.assignment referencing old table as gone
  for each statement execute function sig.move_facts_version();
create trigger move_facts_version_insert after insert on sig.protection referencing new table as written
  for each statement execute function sig.move_facts_version();
create trigger move_facts_version_update after update on sig.protection referencing new table as written
  for each statement execute function sig.move_facts_version();
create trigger move_facts_version_delete after delete on sig.protection referencing old table as gone
  for each statement execute function sig.move_facts_version();

create function sig.move_register_version() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into sig.register_version (municipality_id, version)
    select w.municipality_id, gen_random_uuid() from (select distinct municipality_id from written) w
    on conflict (municipality_id) do update set version = excluded.version;
  return null;
end $$;
create trigger move_register_version_insert after insert on sig.rule_pack referencing new table as written
  for each statement execute function sig.move_register_version();
create trigger move_register_version_update after update on sig.rule_pack referencing new table as written
  for each statement execute function sig.move_register_version();
create trigger move_register_version_insert after insert on sig.agency referencing new table as written
  for each statement execute function sig.move_register_version();
create trigger move_register_version_update after update on sig.agency referencing new table as written
  for each statement execute function sig.move_register_version();
create trigger move_register_version_insert after insert on sig.professional referencing new table as written
  for each statement execute function sig.move_register_version();
create trigger move_register_version_update after update on sig.professional referencing new table as written
  for each statement execute function sig.move_register_version();
create trigger move_register_version_insert after insert on sig.role_term referencing new table as written
  for each statement execute function sig.move_register_version();
create trigger move_register_version_update after update on sig.role_term referencing new table as written
  for each statement execute function sig.move_register_version();
