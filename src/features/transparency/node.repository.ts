import type { PreparedQuery } from '../../access/prepared-query.js';

/**
 * Finds what an id names among the rows that row-level security leaves to the viewer: a type, or the number of a kind
 * of piece.
 */
export const LOCATE: PreparedQuery = {
  name: 'locate_node',
  text: `select 'Case' as typename, null::smallint as kind, id as "caseId" from sig.case_file where id = $1
    union all select case n.kind when 'YOUNG_PERSON' then 'YoungPerson' else 'Guardian' end, null, n.case_id
      from sig.person n where n.id = $1 and n.kind <> 'OTHER_SUBJECT'
    union all select null, p.kind, p.case_id from sig.piece p where p.id = $1
    union all select 'Consent', null, s.case_id from sig.consent_statement s where s.id = $1
    union all select 'Block', null, b.case_id from sig.block b where b.id = $1`,
};
