import type { Pool } from 'pg';
import type { HeldCapacity } from '../core/pick-capacity.js';
import type { Credentials } from './known-viewer.js';
import type { PreparedQuery } from './prepared-query.js';
import type { SignInIdentity } from './sign-in-identity.js';

/** What somebody may act as now, read afresh: a term that ended a moment ago is not among them. */
export type CapacitiesOf = (who: SignInIdentity | Credentials) => Promise<readonly HeldCapacity[]>;

const COLUMNS = 'id, capacity, profession, agency, municipality, case_number as "caseNumber"';
const OF_IDENTITY: PreparedQuery = {
  name: 'capacities_of',
  text: `select ${COLUMNS} from sig.capacities_of($1, $2)`,
};
const OF_SUBJECT: PreparedQuery = {
  name: 'held_capacity',
  text: `select ${COLUMNS} from sig.held_capacity($1, $2)`,
};

/** @param pool of the reader role */
export function heldCapacities(pool: Pool): CapacitiesOf {
  return async (who) => {
    const query =
      'hash' in who
        ? { ...OF_IDENTITY, values: [who.hash, who.people] }
        : { ...OF_SUBJECT, values: [who.subjectId, who.capacity] };
    return (await pool.query<HeldCapacity>(query)).rows;
  };
}
