import type { Statement } from '../../access/section.js';

/** The viewer's own municipality with the pack in force and all its agencies, as one row. */
export const REGISTRY: Statement = {
  name: 'registry',
  text: `select m.id, m.name, m.code,
      (select jsonb_build_object('version', r.version) || r.rules from sig.rule_pack r
        where r.municipality_id = m.id and r.valid_from <= sig.at() order by r.valid_from desc, r.version desc limit 1) as "rulePack",
      (select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'kind', a.kind, 'parentId', a.parent_id) order by a.kind, a.name, a.id)
        from sig.agency a where a.municipality_id = m.id) as agencies
    from sig.municipality m where m.id = sig.municipality()`,
};

export const PROFESSIONALS: Statement = {
  name: 'professionals',
  text: `select t.id, p.name, t.profession, t.agency_id as "agencyId"
    from sig.role_term t join sig.professional p on p.id = t.professional_id where t.id = any($1::uuid[]) and t.municipality_id = sig.municipality()`,
};
