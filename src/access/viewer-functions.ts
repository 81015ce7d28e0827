import type { Pool } from 'pg';
import type { Credentials } from './known-viewer.js';
import type { PreparedQuery } from './prepared-query.js';

/**
 * One statement about what belongs to the viewer alone, such as what they have read: no case is locked by it and nobody
 * is told of it. The statement calls a function of the database, whose first two arguments are who asks and in which
 * capacity; the function itself looks up whether that holds.
 */
export type CallViewerFunction = <Row extends object>(
  statement: PreparedQuery,
  values: readonly unknown[],
) => Promise<Row[]>;

/** @param pool of the writer role */
export function viewerFunctions(pool: Pool, { subjectId, capacity }: Credentials): CallViewerFunction {
  return async <Row extends object>(statement: PreparedQuery, values: readonly unknown[]) =>
    (await pool.query<Row>({ ...statement, values: [subjectId, capacity, ...values] })).rows;
}
