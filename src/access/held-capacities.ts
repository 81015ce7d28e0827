import type { Pool } from 'pg';
import { DomainError } from '../core/errors.js';
import type { HeldCapacity } from '../core/pick-capacity.js';
import type { Credentials } from './known-viewer.js';
import type { PreparedQuery } from './prepared-query.js';
import type { ReadScope } from './read-scope.js';
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

type Ask = Pick<ReadScope, 'query'>['query'];

/** @param pool of the reader role */
export function heldCapacities(pool: Pool): CapacitiesOf {
  const ask: Ask = async <Row extends object>(query: PreparedQuery, values: readonly unknown[]) =>
    (await pool.query<Row>({ ...query, values: [...values] })).rows;
  return (who) => readCapacities(ask, who);
}

/**
 * @param ask within an operation, of its own scope: who holds one connection and waits for another, as everybody else does,
 * waits for ever
 * @throws DomainError as {@link CapacitiesOf}
 */
export async function readCapacities(ask: Ask, who: SignInIdentity | Credentials): Promise<readonly HeldCapacity[]> {
  if ('subjectId' in who) return ask<HeldCapacity>(OF_SUBJECT, [who.subjectId, who.capacity]);
  const { hash, people, sessions, issuedAt } = who;
  const rows = await ask<OfIdentity>(OF_IDENTITY, [hash, people, sessions, issuedAt]);
  if (rows.some(({ ended }) => ended)) throw new DomainError('UNAUTHENTICATED', 'tokenRefused');
  return rows.flatMap(({ ended: _ended, id, ...held }) => (id === null ? [] : [{ id, ...held }]));
}
