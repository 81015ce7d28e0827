import { Migration } from '@mikro-orm/migrations';
import { forceRowSecurity } from '../row-level-security.js';

const DEFINER = `security definer set search_path = pg_catalog, pg_temp`;
/** What a decision rests on and may be written again; the ledger never is. */
const WRITTEN_AGAIN = ['person', 'custody', 'block', 'assignment', 'protection', 'role_term', 'rule_pack'];

const PERIOD = `'period', json_build_object('from', sig.ms((v.said).valid_from), 'until', sig.ms((v.said).valid_until))`;

/** Every version of the rows of a table, as a fact of the core, with from when until when it was what was recorded. */
function versions(table: string, fact: string, owner: 'case_id' | 'municipality_id'): string {
  const of = owner === 'case_id' ? 'of_case' : 'home';
  return `coalesce((select json_agg(json_build_object('fact', json_build_object(${fact}), 'from', sig.ms(v.known_from), 'until', sig.ms(v.known_until))
      order by v.known_from, (v.said).id)
    from (select x.said, x.until as known_until,
        coalesce(lag(x.until) over (partition by (x.said).id order by x.place nulls last), (x.said).recorded_at) as known_from
      from (select jsonb_populate_record(null::sig.${table}, h.version) as said, h.superseded_at as until, h.place
          from sig.fact_history h where h.source = '${table}' and h.${owner} = ${of}
        union all select t, null, null from sig.${table} t where t.${owner} = ${of}) x) v), '[]'::json)`;
}

/** The keys are those of the type \`RecordedFacts\` in the core. */
const RECORDED = `json_build_object(
    'packs', ${versions('rule_pack', `'validFrom', sig.ms((v.said).valid_from), 'pack', (v.said).rules || jsonb_build_object('version', (v.said).version)`, 'municipality_id')},
    'roleTerms', ${versions('role_term', `'roleTermId', (v.said).id, 'professionalId', (v.said).professional_id, 'agencyId', (v.said).agency_id, 'capacity', (v.said).capacity, ${PERIOD}`, 'municipality_id')},
    'persons', ${versions('person', `'id', (v.said).id, 'kind', (v.said).kind, 'birthDate', (v.said).birth_date`, 'case_id')},
    'custody', ${versions(
      'custody',
      `'subjectId', (v.said).subject_id, 'guardianId', (v.said).guardian_id, 'from', (v.said).valid_from, 'until', (v.said).valid_until,
      'preventedFrom', (v.said).prevented_from, 'preventedUntil', (v.said).prevented_until`,
      'case_id',
    )},
    'blocks', ${versions(
      'block',
      `'id', (v.said).id, 'subjectId', (v.said).subject_id, 'bySignerId', (v.said).by_signer_id, 'byHolderId', (v.said).by_holder_id,
      'grants', (v.said).grants, ${PERIOD}`,
      'case_id',
    )},
    'assignments', ${versions('assignment', `'roleTermId', (v.said).role_term_id, ${PERIOD}`, 'case_id')},
    'protections', ${versions('protection', `'personId', (v.said).person_id, 'level', (v.said).level, 'handlerIds', (v.said).handler_ids, ${PERIOD}`, 'case_id')})`;

const UP = `
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
${forceRowSecurity('fact_history')}

-- An end that is written into a row does not say when it became known; so what the row said before is kept with that instant.
create function sig.keep_version() returns trigger language plpgsql ${DEFINER} as $$
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
${WRITTEN_AGAIN.map((table) => `create trigger keep_version after update on sig.${table} for each row execute function sig.keep_version();`).join('\n')}

-- Everything that was ever recorded of what a decision about a case rests on, apart from the ledger; for signers and coordinator.
create function sig.recorded_facts(of_case uuid) returns json language plpgsql stable ${DEFINER} as $$
declare home uuid := (select c.municipality_id from sig.case_file c where c.id = of_case);
begin
  if not (sig.knows_case(of_case) and sig.oversees()) then return null; end if;
  return ${RECORDED};
end $$;

revoke execute on function sig.keep_version(), sig.recorded_facts(uuid) from public;
grant execute on function sig.recorded_facts(uuid) to sig_reader;
`;

const DOWN = `
${WRITTEN_AGAIN.map((table) => `drop trigger keep_version on sig.${table};`).join('\n')}
drop function sig.recorded_facts(uuid), sig.keep_version();
drop table sig.fact_history;
`;

/** What was known when: the earlier versions of every fact, so that an answer of then can be given again later. */
export class FactHistory extends Migration {
  override up(): void {
    this.addSql(UP);
  }

  override down(): void {
    this.addSql(DOWN);
  }
}
