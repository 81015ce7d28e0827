-- What was known when: the earlier versions of every fact, so that an answer of then can be given again later. The ledger of
-- consent needs none, since it is never written again.

create table sig.fact_history (
  place bigint generated always as identity primary key,
  case_id uuid references sig.case_file deferrable initially deferred,
  municipality_id uuid references sig.municipality deferrable initially deferred,
  source text not null,
  row_id uuid not null,
  -- What the row said until then.
  version jsonb not null,
  superseded_at timestamptz(3) not null,
  check (num_nonnulls(case_id, municipality_id) = 1)
);
create index on sig.fact_history (case_id);
create index on sig.fact_history (municipality_id);
alter table sig.fact_history enable row level security, force row level security;
create policy owner on sig.fact_history to sig_owner using (true) with check (true);

-- An end that is written into a row does not say when it became known; so what the row said before is kept with that
-- instant.
create function sig.keep_version() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  before jsonb := to_jsonb(old);
  at text := nullif(current_setting('sig.at', true), '');
begin
  if before = to_jsonb(new) then return null; end if;
  insert into sig.fact_history (case_id, municipality_id, source, row_id, version, superseded_at)
    values ((before ->> 'case_id')::uuid, case when before ? 'case_id' then null else (before ->> 'municipality_id')::uuid end,
      tg_table_name, old.id, before, case when at is null then sig.now() else to_timestamp(at::bigint / 1000.0) end);
  return null;
end $$;

create trigger keep_version after update on sig.person for each row execute function sig.keep_version();
create trigger keep_version after update on sig.custody for each row execute function sig.keep_version();
create trigger keep_version after update on sig.block for each row execute function sig.keep_version();
create trigger keep_version after update on sig.assignment for each row execute function sig.keep_version();
create trigger keep_version after update on sig.protection for each row execute function sig.keep_version();
create trigger keep_version after update on sig.role_term for each row execute function sig.keep_version();
create trigger keep_version after update on sig.rule_pack for each row execute function sig.keep_version();

-- Everything that was ever recorded of what a decision about a case rests on, apart from the ledger; for signers and the
-- coordinator. The keys are those of the type RecordedFacts in the core.
create function sig.recorded_facts(of_case uuid) returns json
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare home uuid := (select c.municipality_id from sig.case_file c where c.id = of_case);
begin
  if not (sig.knows_case(of_case) and sig.oversees()) then return null; end if;
  return json_build_object(
    'packs', coalesce((select json_agg(json_build_object('fact', json_build_object(
        'validFrom', sig.ms((v.said).valid_from), 'pack', (v.said).rules || jsonb_build_object('version', (v.said).version)
      ), 'from', sig.ms(v.known_from), 'until', sig.ms(v.known_until)) order by v.known_from, (v.said).id)
      from (select x.said, x.until as known_until,
          coalesce(lag(x.until) over (partition by (x.said).id order by x.place nulls last), (x.said).recorded_at)
            as known_from
        from (select jsonb_populate_record(null::sig.rule_pack, h.version) as said, h.superseded_at as until, h.place
            from sig.fact_history h where h.source = 'rule_pack' and h.municipality_id = home
          union all select t, null, null from sig.rule_pack t where t.municipality_id = home) x) v), '[]'::json),
    'roleTerms', coalesce((select json_agg(json_build_object('fact', json_build_object(
        'roleTermId', (v.said).id, 'professionalId', (v.said).professional_id, 'agencyId', (v.said).agency_id,
        'capacity', (v.said).capacity,
        'period', json_build_object('from', sig.ms((v.said).valid_from), 'until', sig.ms((v.said).valid_until))
      ), 'from', sig.ms(v.known_from), 'until', sig.ms(v.known_until)) order by v.known_from, (v.said).id)
      from (select x.said, x.until as known_until,
          coalesce(lag(x.until) over (partition by (x.said).id order by x.place nulls last), (x.said).recorded_at)
            as known_from
        from (select jsonb_populate_record(null::sig.role_term, h.version) as said, h.superseded_at as until, h.place
            from sig.fact_history h where h.source = 'role_term' and h.municipality_id = home
          union all select t, null, null from sig.role_term t where t.municipality_id = home) x) v), '[]'::json),
    'persons', coalesce((select json_agg(json_build_object('fact', json_build_object(
        'id', (v.said).id, 'kind', (v.said).kind, 'birthDate', (v.said).birth_date
      ), 'from', sig.ms(v.known_from), 'until', sig.ms(v.known_until)) order by v.known_from, (v.said).id)
      from (select x.said, x.until as known_until,
          coalesce(lag(x.until) over (partition by (x.said).id order by x.place nulls last), (x.said).recorded_at)
            as known_from
        from (select jsonb_populate_record(null::sig.person, h.version) as said, h.superseded_at as until, h.place
            from sig.fact_history h where h.source = 'person' and h.case_id = of_case
          union all select t, null, null from sig.person t where t.case_id = of_case) x) v), '[]'::json),
    'custody', coalesce((select json_agg(json_build_object('fact', json_build_object(
        'subjectId', (v.said).subject_id, 'guardianId', (v.said).guardian_id, 'from', (v.said).valid_from, 'until', (v.said).valid_until,
        'preventedFrom', (v.said).prevented_from, 'preventedUntil', (v.said).prevented_until
      ), 'from', sig.ms(v.known_from), 'until', sig.ms(v.known_until)) order by v.known_from, (v.said).id)
      from (select x.said, x.until as known_until,
          coalesce(lag(x.until) over (partition by (x.said).id order by x.place nulls last), (x.said).recorded_at)
            as known_from
        from (select jsonb_populate_record(null::sig.custody, h.version) as said, h.superseded_at as until, h.place
            from sig.fact_history h where h.source = 'custody' and h.case_id = of_case
          union all select t, null, null from sig.custody t where t.case_id = of_case) x) v), '[]'::json),
    'blocks', coalesce((select json_agg(json_build_object('fact', json_build_object(
        'id', (v.said).id, 'subjectId', (v.said).subject_id, 'bySignerId', (v.said).by_signer_id,
        'byHolderId', (v.said).by_holder_id, 'grants', (v.said).grants,
        'period', json_build_object('from', sig.ms((v.said).valid_from), 'until', sig.ms((v.said).valid_until))
      ), 'from', sig.ms(v.known_from), 'until', sig.ms(v.known_until)) order by v.known_from, (v.said).id)
      from (select x.said, x.until as known_until,
          coalesce(lag(x.until) over (partition by (x.said).id order by x.place nulls last), (x.said).recorded_at)
            as known_from
        from (select jsonb_populate_record(null::sig.block, h.version) as said, h.superseded_at as until, h.place
            from sig.fact_history h where h.source = 'block' and h.case_id = of_case
          union all select t, null, null from sig.block t where t.case_id = of_case) x) v), '[]'::json),
    'assignments', coalesce((select json_agg(json_build_object('fact', json_build_object(
        'roleTermId', (v.said).role_term_id,
        'period', json_build_object('from', sig.ms((v.said).valid_from), 'until', sig.ms((v.said).valid_until))
      ), 'from', sig.ms(v.known_from), 'until', sig.ms(v.known_until)) order by v.known_from, (v.said).id)
      from (select x.said, x.until as known_until,
          coalesce(lag(x.until) over (partition by (x.said).id order by x.place nulls last), (x.said).recorded_at)
            as known_from
        from (select jsonb_populate_record(null::sig.assignment, h.version) as said, h.superseded_at as until, h.place
            from sig.fact_history h where h.source = 'assignment' and h.case_id = of_case
          union all select t, null, null from sig.assignment t where t.case_id = of_case) x) v), '[]'::json),
    'protections', coalesce((select json_agg(json_build_object('fact', json_build_object(
        'personId', (v.said).person_id, 'level', (v.said).level, 'handlerIds', (v.said).handler_ids,
        'period', json_build_object('from', sig.ms((v.said).valid_from), 'until', sig.ms((v.said).valid_until))
      ), 'from', sig.ms(v.known_from), 'until', sig.ms(v.known_until)) order by v.known_from, (v.said).id)
      from (select x.said, x.until as known_until,
          coalesce(lag(x.until) over (partition by (x.said).id order by x.place nulls last), (x.said).recorded_at)
            as known_from
        from (select jsonb_populate_record(null::sig.protection, h.version) as said, h.superseded_at as until, h.place
            from sig.fact_history h where h.source = 'protection' and h.case_id = of_case
          union all select t, null, null from sig.protection t where t.case_id = of_case) x) v), '[]'::json));
end $$;
grant execute on function sig.recorded_facts(uuid) to sig_reader;
