import type { PreparedQuery } from '../../access/prepared-query.js';

/** For commands: a role of the municipality, with the agency that it belongs to. */
export const ROLE_TO_CALL: PreparedQuery = {
  name: 'role_to_call',
  text: `select t.id, t.profession, t.agency_id as "agencyId", a.kind as "agencyKind"
    from sig.role_term t join sig.agency a on a.id = t.agency_id where t.id = $1`,
};

/** Of these calls: those whose professional is called elsewhere at the same time; to the coordinator alone. */
export const BUSY_INVITATIONS: PreparedQuery = {
  name: 'busy_invitations',
  text: 'select id from sig.busy_invitations($1) id',
};
