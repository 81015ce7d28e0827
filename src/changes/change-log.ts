import type { Pool, PoolClient } from 'pg';
import type { CaseId } from '../core/ids.js';
import type { ChangeKind } from '../access/change.js';

/** A committed change at its place in the one order of all changes. Ids only: whoever is told decides afresh. */
export interface SequencedChange {
  readonly position: number;
  readonly caseId: CaseId;
  readonly kind: ChangeKind;
  readonly ids: readonly string[];
}

export interface StreamState {
  readonly generation: string;
  readonly lastPosition: number;
  /** Changes up to this one are kept no longer. */
  readonly forgottenTo: number;
}

type Connection = Pool | PoolClient;

/** How long a client may be away and still resume without loss. */
const KEPT = '30 days';

/** What is older is kept no longer. After a long stop that is a lot, so it is done where nobody waits for it. */
export async function forgetChanges(jobs: Pool): Promise<void> {
  await jobs.query('select sig.forget_changes($1)', [KEPT]);
}

/** Of the role `sig_jobs`. In order; `cases: null` is all of them. */
export async function changesAfter(
  connection: Connection,
  after: number,
  most: number,
  cases: readonly string[] | null,
): Promise<SequencedChange[]> {
  const { rows } = await connection.query<SequencedChange>({
    name: 'changes_after',
    text: `select "position", case_id as "caseId", kind, ids from sig.changes_after($1, $2, $3)`,
    values: [after, most, cases],
  });
  return rows;
}

export async function streamState(connection: Connection): Promise<StreamState> {
  const { rows } = await connection.query<StreamState>({
    name: 'stream_state',
    text: `select generation, last_position as "lastPosition", forgotten_to as "forgottenTo" from sig.stream_state()`,
  });
  if (rows[0] === undefined) throw new Error('The stream of changes has no state');
  return rows[0];
}
