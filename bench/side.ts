import type { Client } from 'pg';
import type { Agent } from 'node:http';
import { askFor } from './asking.js';
import type { Question } from './asking.js';
import { databaseCpu } from './database-work.js';
import type { Flights } from './query-capture.js';
import { quantile } from './report.js';

/** Who answers, and what it takes of it. */
export interface Side {
  readonly name: string;
  /** Of its connections to the database. */
  readonly applicationName: string;
  readonly question: Question;
  /** Microseconds that its process has used. */
  readonly cpu: () => Promise<number>;
  /** Of one request. */
  readonly flights: Flights;
}

/** One turn of a side. */
export interface Turn {
  /** Requests a second. */
  readonly rate: number;
  /** Microseconds of CPU of a request: of the answering process, and of PostgreSQL. */
  readonly node: number;
  readonly database: number;
  readonly waits: readonly number[];
}

export interface Load {
  readonly seconds: number;
  readonly clients: number;
}

export async function turnOf(side: Side, { seconds, clients }: Load, agent: Agent, client: Client): Promise<Turn> {
  const [cpu, database] = [await side.cpu(), await databaseCpu(client, side.applicationName)];
  const { rate, count, waits } = await askFor(seconds, clients, agent, side.question);
  const [after, databaseAfter] = [await side.cpu(), await databaseCpu(client, side.applicationName)];
  return { rate, node: (after - cpu) / count, database: (databaseAfter - database) / count, waits };
}

export const HEAD = ['', 'requests/s', 'Node', 'PostgreSQL', 'CPU in all', 'statements', 'round trips', 'p50', 'p99'];

/** One line for a side: medians over its turns. CPU is in milliseconds a request. */
export function lineOf({ name, flights }: Side, turns: readonly Turn[]): readonly string[] {
  const median = (value: (turn: Turn) => number): number => quantile(turns.map(value), 0.5);
  const waits = turns.flatMap((turn) => turn.waits);
  const inMilliseconds = (microseconds: number): string => (microseconds / 1_000).toFixed(2);
  return [
    name,
    median(({ rate }) => rate).toFixed(0),
    inMilliseconds(median(({ node }) => node)),
    inMilliseconds(median(({ database }) => database)),
    inMilliseconds(median(cpuOf)),
    String(flights.statements),
    String(flights.flights),
    ...[0.5, 0.99].map((share) => `${quantile(waits, share).toFixed(1)} ms`),
  ];
}

export const cpuOf = ({ node, database }: Turn): number => node + database;
