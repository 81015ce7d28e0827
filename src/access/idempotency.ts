import { createHash } from 'node:crypto';
import { DomainError } from '../core/errors.js';
import type { PreparedQuery } from './prepared-query.js';

/** Ids only: a result is read afresh, by its own right, each time that it is asked for. */
export type CommandResult = Readonly<Record<string, string | readonly string[]>>;

/** What a request id was used for before. */
export interface StoredRequest {
  readonly operation: string;
  readonly inputHash: Buffer;
  readonly result: CommandResult;
}

export const STORED_REQUEST: PreparedQuery = {
  name: 'stored_request',
  text: `select operation, input_hash as "inputHash", result from sig.request where viewer_id = $1 and request_id = $2`,
};

/** The same for whoever does not come to the target any more: the change itself may have taken it from them. */
export const REPEATED_REQUEST: PreparedQuery = {
  name: 'repeated_request',
  text: `select operation, input_hash as "inputHash", result from sig.repeated_request($1, $2, $3)`,
};

/** Unique violation, serialization failure, deadlock, lock timeout: a concurrent change was first. */
const RACES = ['23505', '40001', '40P01', '55P03'];

/** @throws DomainError CONFLICT when the request id was used for something else. */
export function assertSameRequest(stored: StoredRequest, operation: string, inputHash: Buffer): void {
  if (stored.operation !== operation || !stored.inputHash.equals(inputHash)) {
    throw new DomainError('CONFLICT', 'requestIdReused');
  }
}

/** The same for the same input, in whatever order its fields came. */
export function hashOf(input: object): Buffer {
  return createHash('sha256').update(JSON.stringify(input, sortedKeys)).digest();
}

/** A lost race is a refusal that the caller may repeat; everything else stays what it is. */
export function toConflictError(error: unknown): unknown {
  const lost = error instanceof Error && 'code' in error && RACES.includes(String(error.code));
  return lost ? new DomainError('CONFLICT', 'changedMeanwhile') : error;
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
