import type { ClientBase } from 'pg';
import type { Instant } from '../../src/core/period.js';

const FRAME = [
  'case_file',
  'consent_statement',
  'pending_consent',
  'consent_request',
  'block',
  'assignment',
  'disclosed_copy',
];
const SELECTED = [...FRAME, 'piece', 'piece_version'].map((table) => `select id from sig.${table}`).join(' union all ');

/** The ids of all pieces and their versions, and of the frame round them, that row-level security leaves to a viewer, in the client's transaction. */
export async function selectedIds(client: ClientBase, subjectId: string, at: Instant): Promise<ReadonlySet<string>> {
  await client.query(
    `select set_config('role', 'sig_reader', true), set_config('sig.viewer', $1, true), set_config('sig.at', $2, true)`,
    [subjectId, String(at)],
  );
  const { rows } = await client.query<{ id: string }>({ name: 'selected_ids', text: SELECTED });
  await client.query('set local role none');
  return new Set(rows.map(({ id }) => id));
}
