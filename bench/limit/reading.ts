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

/** One read in two round trips: scope and rows, then record and commit. @throws Error when the record was not kept */
export async function read<Row extends object>(
  pool: Pool,
  { subjectId, capacity }: Credentials,
  asked: { readonly statement: Statement; readonly values: readonly unknown[] } | null,
  answer: (opened: Opened, rows: readonly Row[]) => Answer,
): Promise<string> {
  const client = await pool.connect();
  const [, { rows: opened }, found] = await inOneFlight(client, () => [
    client.query('begin isolation level repeatable read'),
    client.query<Opened>({ ...OPEN, values: [subjectId, capacity] }),
    asked === null ? null : client.query<Row>({ ...asked.statement, values: [...asked.values] }),
  ]);
  const [scope] = opened;
  if (scope === undefined) throw new Error('Nobody asks');
  const { text, shown } = answer(scope, found?.rows ?? []);
  const agencyId = 'agencyId' in scope.viewer ? scope.viewer.agencyId : null;
  const cases = [shown.map(({ caseId }) => caseId), shown.map(({ entries }) => entries)];
  const [, { command }] = await inOneFlight(client, () => [
    shown.length === 0
      ? null
      : client.query({ ...RECORD, values: [randomUUID(), subjectId, capacity, agencyId, ...cases] }),
    client.query('commit'),
  ]);
  if (command !== 'COMMIT') throw new Error('The record was not kept');
  client.release();
  return text;
}

type Sent = readonly (Promise<QueryResult> | null)[];

function inOneFlight<All extends Sent>(client: PoolClient, send: () => readonly [...All]) {
  const { stream } = (client as unknown as WithSocket).connection;
  stream.cork();
  const sent = send();
  stream.uncork();
  return Promise.all(sent);
}
