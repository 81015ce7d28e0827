import type { PreparedQuery } from '../../access/prepared-query.js';

/** What a preview of other rules counts in: the facts of the municipality's cases, to an administrator alone. */
export const FACTS_UNDER_RULES: PreparedQuery = {
  name: 'facts_under_rules',
  text: 'select facts from sig.facts_under_rules() facts',
};

/** What everybody of the municipality may read beside its agencies and rules, as one row; members as of now. */
export const PUBLIC_REGISTERS: PreparedQuery = {
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

/** Rules that wait, the newest first. */
export const RULE_PACK_DRAFTS: PreparedQuery = {
  name: 'rule_pack_drafts',
  text: `select d.id, d.version, sig.ms(d.valid_from)::float as "validFrom", d.rules, d.loosens,
      d.entered_by_id as "enteredById", sig.ms(d.recorded_at)::float as "enteredAt"
    from sig.rule_pack_draft d where d.municipality_id = sig.municipality() and d.state = 'WAITING'
    order by d.recorded_at desc, d.id`,
};

export const GROUP_MEMBER: PreparedQuery = {
  name: 'group_member',
  text: `select m.id, m.function, m.role_term_id as "roleTermId", m.valid_from as "from", m.valid_until as "until"
    from sig.group_member m where m.id = $1 and m.municipality_id = sig.municipality()`,
};
