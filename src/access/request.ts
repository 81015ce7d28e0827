import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import { DomainError } from '../core/errors.js';
import type { Statement } from './section.js';

/** Ids only: a result is read afresh, by its own right, each time that it is asked for. */
export type CommandResult = Readonly<Record<string, string | readonly string[]>>;

/** What a request id was used for before. */
export interface Seen {
  readonly operation: string;
  readonly inputHash: Buffer;
  readonly result: CommandResult;
}

export const SEEN: Statement = {
  name: 'request_seen',
  text: `select operation, input_hash as "inputHash", result from sig.request where viewer_id = $1 and request_id = $2`,
};
/** Unique violation, serialization failure, deadlock: somebody else was first. */
const RACES = ['23505', '40001', '40P01'];

/** @throws DomainError CONFLICT when the request id was used for something else. */
export function requireSame(seen: Seen, operation: string, inputHash: Buffer): void {
  if (seen.operation !== operation || !seen.inputHash.equals(inputHash)) {
    throw new DomainError('CONFLICT', 'requestIdReused');
  }
}

/** Committing an aborted transaction resolves too; only the command tag tells that nothing was kept. */
export async function commit(client: PoolClient): Promise<void> {
  const { command } = await client.query('commit');
  if (command !== 'COMMIT') throw new Error(`A command ended with ${command}: nothing of it was kept`);
}

/** The same for the same input, in whatever order its fields came. */
export function hashOf(input: object): Buffer {
  return createHash('sha256').update(JSON.stringify(input, sortedKeys)).digest();
}

/** A lost race is a refusal that the caller may repeat; everything else stays what it is. */
export function asRefusal(error: unknown): unknown {
  const lost = error instanceof Error && 'code' in error && RACES.includes(String(error.code));
  return lost ? new DomainError('CONFLICT', 'changedMeanwhile') : error;
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
