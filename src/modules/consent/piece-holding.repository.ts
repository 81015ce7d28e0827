import type { CommandScope } from '../../access/command-scope.js';
import type { Statement } from '../../access/section.js';
import { kindOfRow } from '../../access/stored-kind.js';
import type { PersonId } from '../../core/ids.js';
import type { PieceFacts } from '../../core/piece.js';
import { PIECE_TABLES } from '../../database/row-level-security.js';

/** A stored piece as far as holding it is concerned. */
export interface StoredPiece extends PieceFacts {
  readonly id: string;
  readonly table: string;
}

const TABLES = PIECE_TABLES.map(({ table }) => table);

const FIND: Statement = {
  name: 'piece_of_case',
  text: TABLES.map(
    (table) => `select id, '${table}' as "table", holder_id as "holderId", category, subject_ids as "subjectIds",
      held_back as "heldBack", hidden_from_ids as "hiddenFromIds", recorded_at as "recordedAt" from sig.${table} where id = $1`,
  ).join(' union all '),
};

const HOLD = new Map(
  TABLES.map((table): [string, Statement] => [
    table,
    {
      name: `hold_${table}`,
      text: `update sig.${table} set held_back = $2, hidden_from_ids = $3::uuid[] where id = $1`,
    },
  ]),
);

export async function findPiece(scope: CommandScope, id: string): Promise<StoredPiece | null> {
  const [row] = await scope.query<Omit<StoredPiece, 'kind'>>(FIND, [id]);
  return row === undefined ? null : { ...row, kind: kindOfRow(row.table, row.category) };
}

/** @param hiddenFromIds members of the family; the whole list as it shall be. */
export async function holdPiece(
  scope: CommandScope,
  { id, table }: StoredPiece,
  heldBack: boolean,
  hiddenFromIds: readonly PersonId[],
): Promise<void> {
  const statement = HOLD.get(table);
  if (statement === undefined) throw new Error(`No pieces lie in ${table}`);
  await scope.query(statement, [id, heldBack, hiddenFromIds]);
}
