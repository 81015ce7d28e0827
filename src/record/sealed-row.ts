import { createHash } from 'node:crypto';

/**
 * One row of the record as the verifier reads it; everything that its seal covers is text, as the database prints it.
 */
export interface SealedRow {
  readonly id: string;
  readonly caseId: string;
  readonly position: number;
  readonly chainSeq: number;
  readonly previousHash: Buffer;
  readonly hash: Buffer;
  /** The columns from `operation_id` on, joined by line breaks; none of them can hold one. */
  readonly said: string;
}

/** The place that a seal gives a row. */
export type Place = Pick<SealedRow, 'position' | 'chainSeq' | 'previousHash'>;

/** What `sig.access_hash` computes, said again: the two check each other. */
export function hashOf(
  { id, said }: Pick<SealedRow, 'id' | 'said'>,
  { position, chainSeq, previousHash }: Place,
): Buffer {
  return createHash('sha256').update(previousHash).update(`${position}\n${chainSeq}\n${id}\n${said}`).digest();
}

/** Every column of the table that is covered, so that a new one is not forgotten. */
export const COVERED = [
  ...['position', 'chain_seq', 'previous_hash', 'hash'],
  ...['id', 'operation_id', 'case_id', 'viewer_id', 'capacity', 'agency_id', 'at', 'entries'],
] as const;

export const SEALED_ROWS = `select id, case_id as "caseId", position::float8 as position, chain_seq as "chainSeq", previous_hash as "previousHash", hash,
    concat_ws(E'\\n', operation_id, case_id, viewer_id, capacity, coalesce(agency_id::text, '-'), sig.ms(at), entries::text) as said
  from sig.access_record where position is not null order by access_record.position`;
