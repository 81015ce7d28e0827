import type { Pool } from 'pg';
import { DomainError } from '../core/errors.js';
import type { HeldCapacity } from '../core/pick-capacity.js';
import type { Credentials } from './known-viewer.js';
import type { PreparedQuery } from './prepared-query.js';
import type { SignInIdentity } from './sign-in-identity.js';

/**
 * What somebody may act as now, read afresh: a term that ended a moment ago is not among them.
 *
 * @throws DomainError UNAUTHENTICATED for a session that its provider has ended.
 */
export type CapacitiesOf = (who: SignInIdentity | Credentials) => Promise<readonly HeldCapacity[]>;

const COLUMNS =
  'held.id, held.capacity, held.profession, held.agency, held.municipality, held.case_number as "caseNumber"';
const OF_IDENTITY: PreparedQuery = {
  name: 'capacities_of',
  text: `select known.ended, ${COLUMNS}
    from (select sig.is_signed_out($3, to_timestamp($4 / 1000.0)) as ended) known
    left join lateral sig.capacities_of($1, $2) held on not known.ended`,
};
const OF_SUBJECT: PreparedQuery = {
  name: 'held_capacity',
  text: `select ${COLUMNS} from sig.held_capacity($1, $2) held`,
};

interface OfIdentity extends Omit<HeldCapacity, 'id'> {
  readonly ended: boolean;
  /** Null in the one row that says that there is none. */
  readonly id: string | null;
}

/** @param pool of the reader role */
export function heldCapacities(pool: Pool): CapacitiesOf {
  return async (who) => {
    if ('subjectId' in who) {
      return (await pool.query<HeldCapacity>({ ...OF_SUBJECT, values: [who.subjectId, who.capacity] })).rows;
    }
    const { hash, people, sessions, issuedAt } = who;
    const { rows } = await pool.query<OfIdentity>({ ...OF_IDENTITY, values: [hash, people, sessions, issuedAt] });
    if (rows.some(({ ended }) => ended)) throw new DomainError('UNAUTHENTICATED', 'tokenRefused');
    return rows.flatMap(({ ended: _ended, id, ...held }) => (id === null ? [] : [{ id, ...held }]));
  };
}
