import { randomUUID } from 'node:crypto';
import type { Pool, PoolClient, QueryResult } from 'pg';
import type { Credentials, KnownViewer } from '../../src/access/known-viewer.js';
import { OPEN, RECORD } from './statements.js';
import type { Statement } from './statements.js';

/** Of a driver's client: its socket. Not in its types. */
interface WithSocket {
  readonly connection: { readonly stream: { cork(): void; uncork(): void } };
}

/** Who asks, on which day in Sweden, and of which version the registers are. */
export interface Opened {
  readonly viewer: KnownViewer;
  readonly day: string;
  readonly registers: string;
}

/** What was shown of a case, as it is to be recorded. */
export interface Shown {
  readonly caseId: string;
  /** JSON. */
  readonly entries: string;
}

/** What an operation answers, and what that shows. */
export interface Answer {
  readonly text: string;
  readonly shown: readonly Shown[];
}

/** A statement with its values, of the first flight. */
export interface Asked {
  readonly statement: Statement;
  readonly values: readonly unknown[];
}

/**
 * One read in two round trips: scope and rows, then record and commit.
 *
 * @param answer is given the rows of each statement
 * @throws Error when the record was not kept
 */
export async function read(
  pool: Pool,
  { subjectId, capacity }: Credentials,
  asked: readonly Asked[],
  answer: (opened: Opened, found: readonly (readonly unknown[])[]) => Answer,
): Promise<string> {
  const client = await pool.connect();
  const [, opened, ...found] = await inOneFlight(client, () => [
    client.query('begin isolation level repeatable read'),
    client.query({ ...OPEN, values: [subjectId, capacity] }),
    ...asked.map(({ statement, values }) => client.query({ ...statement, values: [...values] })),
  ]);
  const scope = opened?.rows[0] as Opened | undefined;
  if (scope === undefined) throw new Error('Nobody asks');
  const rows = found.map((one) => one.rows as readonly unknown[]);
  const { text, shown } = answer(scope, rows);
  const agencyId = 'agencyId' in scope.viewer ? scope.viewer.agencyId : null;
  const cases = [shown.map(({ caseId }) => caseId), shown.map(({ entries }) => entries)];
  const record = { ...RECORD, values: [randomUUID(), subjectId, capacity, agencyId, ...cases] };
  const ended = await inOneFlight(client, () => [
    ...(shown.length === 0 ? [] : [client.query(record)]),
    client.query('commit'),
  ]);
  if (ended.at(-1)?.command !== 'COMMIT') throw new Error('The record was not kept');
  client.release();
  return text;
}

function inOneFlight(client: PoolClient, send: () => readonly Promise<QueryResult>[]): Promise<QueryResult[]> {
  const { stream } = (client as unknown as WithSocket).connection;
  stream.cork();
  const sent = send();
  stream.uncork();
  return Promise.all(sent);
}
