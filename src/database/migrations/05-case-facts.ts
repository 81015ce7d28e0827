import { Migration } from '@mikro-orm/migrations';

/** A list of JSON objects, in a fixed order; empty where there are no rows. */
function list(object: string, rows: string, order: string): string {
  return `coalesce((select json_agg(json_build_object(${object}) order by ${order}) ${rows}), '[]'::json)`;
}

const PERIOD = (from: string, until: string): string =>
  `'period', json_build_object('from', sig.ms(${from}), 'until', sig.ms(${until}))`;

/** The keys are those of the type `CaseFacts` in the core. */
/** The facts of the case `c`. */
export const FACTS = `json_build_object(
    'caseId', c.id, 'municipalityId', c.municipality_id, 'status', c.status, 'startedOn', c.started_on,
    'youngPersonId', (select p.id from sig.person p where p.case_id = c.id and p.kind = 'YOUNG_PERSON'),
    'coordinatorAgencyId', (select t.agency_id from sig.role_term t where t.id = c.coordinator_id),
    'packs', ${list(
      `'validFrom', sig.ms(r.valid_from), 'pack', r.rules || jsonb_build_object('version', r.version)`,
      'from sig.rule_pack r where r.municipality_id = c.municipality_id',
      'r.valid_from, r.version',
    )},
    'agencies', ${list(
      `'id', a.id, 'kind', a.kind, 'parentId', a.parent_id`,
      'from sig.agency a where a.municipality_id = c.municipality_id',
      'a.kind, a.name, a.id',
    )},
    'persons', ${list(`'id', p.id, 'kind', p.kind, 'birthDate', p.birth_date`, 'from sig.person p where p.case_id = c.id', 'p.recorded_at, p.id')},
    'custody', ${list(
      `'subjectId', k.subject_id, 'guardianId', k.guardian_id, 'from', k.valid_from, 'until', k.valid_until,
      'preventedFrom', k.prevented_from, 'preventedUntil', k.prevented_until`,
      'from sig.custody k where k.case_id = c.id',
      'k.valid_from, k.id',
    )},
    'ledger', ${list(
      `'sequence', s.sequence, 'subjectId', s.subject_id, 'signerId', s.signer_id, 'decision', s.decision, 'grants', s.grants,
      'appliesFrom', sig.ms(s.applies_from), 'until', sig.ms(s.until), 'recordedAt', sig.ms(s.recorded_at),
      'dataPeriods', case when s.data_periods is not null then coalesce((
        select json_agg(json_build_object('from', sig.ms(lower(d)), 'until', sig.ms(upper(d))) order by d) from unnest(s.data_periods) d), '[]'::json) end`,
      'from sig.consent_statement s where s.case_id = c.id',
      's.sequence',
    )},
    'blocks', ${list(
      `'id', b.id, 'subjectId', b.subject_id, 'bySignerId', b.by_signer_id, 'byHolderId', b.by_holder_id, 'grants', b.grants,
      ${PERIOD('b.valid_from', 'b.valid_until')}`,
      'from sig.block b where b.case_id = c.id',
      'b.valid_from, b.id',
    )},
    'assignments', ${list(
      `'roleTermId', m.role_term_id, 'professionalId', t.professional_id, 'agencyId', t.agency_id, ${PERIOD('m.valid_from', 'm.valid_until')}`,
      'from sig.assignment m join sig.role_term t on t.id = m.role_term_id where m.case_id = c.id',
      'm.valid_from, m.id',
    )},
    'protections', ${list(
      `'personId', x.person_id, 'level', x.level, 'handlerIds', x.handler_ids, ${PERIOD('x.valid_from', 'x.valid_until')}`,
      'from sig.protection x where x.case_id = c.id',
      'x.valid_from, x.id',
    )})`;

export const CASE_FACTS = `
create or replace function sig.case_facts(case_ids uuid[]) returns table (case_id uuid, facts json)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare known uuid[] := sig.known_cases();
begin
  return query select c.id, ${FACTS}
    from sig.case_file c where c.id = any(case_ids) and c.id = any(known);
end $$;
`;

/**
 * What a decision rests on, of the cases that the viewer knows: ids and times, no text. It runs with its owner's rights,
 * because the viewer may not select most of these rows, and yet the decision must know them.
 */
export class CaseFactsFunction extends Migration {
  override up(): void {
    this.addSql(CASE_FACTS);
  }

  override down(): void {
    this.addSql('drop function sig.case_facts(uuid[]);');
  }
}
