import type { Statement } from '../../access/section.js';

const RULES = `jsonb_build_object('version', r.version, 'validFrom', sig.ms(r.valid_from), 'publishedAt', sig.ms(r.recorded_at)) || r.rules`;

/** Every version of the rules of the viewer's municipality, newest first. */
export const RULE_PACKS: Statement = {
  name: 'rule_packs',
  text: `select ${RULES} as rules from sig.rule_pack r where r.municipality_id = sig.municipality() order by r.version desc`,
};

/** What a preview of other rules counts in: the facts of the municipality's cases, to an administrator alone. */
export const FACTS_UNDER_RULES: Statement = {
  name: 'facts_under_rules',
  text: 'select facts from sig.facts_under_rules() facts',
};

/** The viewer's own municipality with the pack in force and all its agencies, as one row. */
export const REGISTRY: Statement = {
  name: 'registry',
  text: `select m.id, m.name, m.code,
      (select ${RULES} from sig.rule_pack r
        where r.municipality_id = m.id and r.valid_from <= sig.at() order by r.valid_from desc, r.version desc limit 1) as "rulePack",
      (select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'kind', a.kind, 'parentId', a.parent_id) order by a.kind, a.name, a.id)
        from sig.agency a where a.municipality_id = m.id) as agencies
    from sig.municipality m where m.id = sig.municipality()`,
};

/** What everybody of the municipality may read beside its agencies and rules, as one row; members as of now. */
export const PUBLIC_REGISTERS: Statement = {
  name: 'public_registers',
  text: `select
      (select jsonb_build_object('name', c.name, 'telephone', c.telephone, 'email', c.email, 'switchboard', c.switchboard,
        'reachedThrough', c.reached_through) from sig.coordinator_contact c where c.municipality_id = sig.municipality()) as contact,
      (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'promise', case when p.id is not null then
          jsonb_build_object('id', p.id, 'text', p.text, 'from', p.valid_from, 'until', p.valid_until) end) order by f.name), '[]')
        from sig.focus_area f left join sig.citizen_promise p on p.id = f.promise_id
        where f.municipality_id = sig.municipality()) as areas,
      (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'kind', g.kind, 'name', g.name, 'members', (
          select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'function', m.function, 'roleTermId', m.role_term_id, 'from', sig.ms(m.valid_from), 'until', sig.ms(m.valid_until)) order by m.id), '[]')
          from sig.group_member m where m.group_id = g.id and m.valid_from <= sig.at()
            and (m.valid_until is null or sig.at() < m.valid_until))) order by g.kind, g.name, g.id), '[]')
        from sig.work_group g where g.municipality_id = sig.municipality()) as groups`,
};

export const GROUP_MEMBER: Statement = {
  name: 'group_member',
  text: `select m.id, m.function, m.role_term_id as "roleTermId", m.valid_from as "from", m.valid_until as "until"
    from sig.group_member m where m.id = $1 and m.municipality_id = sig.municipality()`,
};

export const PROFESSIONALS: Statement = {
  name: 'professionals',
  text: `select t.id, p.name, t.profession, t.agency_id as "agencyId"
    from sig.role_term t join sig.professional p on p.id = t.professional_id where t.id = any($1::uuid[]) and t.municipality_id = sig.municipality()`,
};
