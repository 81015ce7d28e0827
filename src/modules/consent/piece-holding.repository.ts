import type { CommandScope } from '../../access/command-scope.js';
import type { Statement } from '../../access/section.js';
import { kindOfRow } from '../../access/stored-kind.js';
import type { AgencyId, PersonId } from '../../core/ids.js';
import type { InformationCategory } from '../../core/information-category.js';
import type { PieceFacts } from '../../core/piece.js';
import { PIECE_TABLES } from '../../database/piece-tables.js';

/** A stored piece as far as holding it is concerned. */
export interface StoredPiece extends PieceFacts {
  readonly id: string;
  readonly table: string;
}

function columnsOf(table: string): string {
  return `select id, '${table}' as "table", holder_id as "holderId", category, subject_ids as "subjectIds",
    held_back as "heldBack", hidden_from_ids as "hiddenFromIds", recorded_at as "recordedAt" from sig.${table}`;
}

const FIND: Statement = {
  name: 'piece_of_case',
  text: PIECE_TABLES.map(
    (table) =>
      `${columnsOf(table)} where id = $1${table === 'person_identity' ? ` or person_id = $1 and category = 'FAMILY'` : ''}`,
  ).join(' union all '),
};

/** What clients know by its category alone. */
const FIND_WITHOUT_ID: Statement = {
  name: 'piece_without_id',
  text: ['situation', 'person_identity', 'person_contact']
    .map(
      (table) => `${columnsOf(table)} where case_id = $1 and holder_id = $2 and category = $3 and category <> 'FAMILY'`,
    )
    .join(' union all '),
};

const HOLD = new Map(
  PIECE_TABLES.map((table): [string, Statement] => [
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

/** What the agency holds in the category, of all that has no id for clients; `null` when it holds nothing there. */
export async function findPieceWithoutId(
  scope: CommandScope,
  holderId: AgencyId,
  category: InformationCategory,
): Promise<StoredPiece | null> {
  const [row] = await scope.query<Omit<StoredPiece, 'kind'>>(FIND_WITHOUT_ID, [scope.caseId, holderId, category]);
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
