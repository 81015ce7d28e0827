import type { CommandScope } from '../../access/command-scope.js';
import type { Statement } from '../../access/section.js';
import { kindOfRow } from '../../access/stored-kind.js';
import type { AgencyId, PersonId } from '../../core/ids.js';
import type { InformationCategory } from '../../core/information-category.js';
import type { PieceFacts } from '../../core/piece.js';
import { PIECE_TABLES } from '../../database/piece-tables.js';

/** A stored piece with everything that it says. */
export interface WholePiece extends PieceFacts {
  readonly id: string;
  readonly content: readonly ContentField[];
}

/** One field of a piece, named as the API names it. */
export interface ContentField {
  readonly name: string;
  readonly text: string;
}

/** Whose situations and contact data are meant by category. */
export interface NamedPieces {
  readonly ids: readonly string[];
  readonly holderId: AgencyId;
  readonly situations: readonly InformationCategory[];
  /** Whose contact data; `null` for nobody's. */
  readonly contactOf: PersonId | null;
}

interface Row {
  readonly table: string;
  /** All columns by name, bytes as hexadecimal text. */
  readonly row: Readonly<Record<string, unknown>>;
}

const NAMED: Readonly<Record<string, string>> = {
  situation: ' or t.holder_id = $2 and t.category = any($3::text[])',
  person_contact: ' or t.holder_id = $2 and t.person_id = $4',
};
/** Row-level security leaves nothing but the pieces of the case that the command has locked. */
const FIND: Statement = {
  name: 'whole_pieces',
  text: [
    ...PIECE_TABLES.map(
      (table) =>
        `select '${table}' as "table", to_jsonb(t) as row from sig.${table} t where t.id = any($1::uuid[])${NAMED[table] ?? ''}`,
    ),
    // What is said against a note goes with it.
    `select 'objection', to_jsonb(t) from sig.objection t where t.note_id = any($1::uuid[])`,
  ].join(' union '),
};

/** What is stored in the open and says something; everything sealed says something. */
const OPEN_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  note: ['written_at'],
  mapping: ['mapped_on'],
  action: ['status', 'due_on'],
  evaluation: ['evaluated_on'],
};

/** The named pieces of the locked case, whoever holds them; a note with what is said against it. */
export async function wholePieces(scope: CommandScope, named: NamedPieces): Promise<WholePiece[]> {
  const { ids, holderId, situations, contactOf } = named;
  const rows = await scope.query<Row>(FIND, [ids, holderId, situations, contactOf]);
  const objections = rows.filter(({ table, row }) => table === 'objection' && !ids.includes(String(row['id'])));
  return rows
    .filter((row) => !objections.includes(row))
    .map(({ table, row }) => {
      const against = objections
        .filter(({ row: objection }) => objection['note_id'] === row['id'])
        .flatMap((objection) => sealedFields(scope, objection))
        .map(({ text }) => ({ name: 'objection', text }));
      const content = [...sealedFields(scope, { table, row }), ...openFields({ table, row }), ...against];
      return { ...pieceFacts({ table, row }), id: String(row['id']), content };
    });
}

function pieceFacts({ table, row }: Row): PieceFacts {
  const category = row['category'] as InformationCategory;
  return {
    kind: kindOfRow(table, category),
    holderId: row['holder_id'] as AgencyId,
    category,
    subjectIds: row['subject_ids'] as PersonId[],
    heldBack: row['held_back'] as boolean,
    hiddenFromIds: row['hidden_from_ids'] as PersonId[],
    recordedAt: Date.parse(String(row['recorded_at'])),
  };
}

function sealedFields(scope: CommandScope, { table, row }: Row): ContentField[] {
  const rowId = String(row['id']);
  return Object.entries(row).flatMap(([column, value]) => {
    if (!column.endsWith('_sealed') || typeof value !== 'string') return [];
    const text = scope.unseal(Buffer.from(value.slice(2), 'hex'), { table, column, rowId });
    return column === 'content_sealed' ? fieldsOf(text) : [{ name: apiName(column.replace(/_sealed$/, '')), text }];
  });
}

function fieldsOf(json: string): ContentField[] {
  return Object.entries(JSON.parse(json) as Record<string, unknown>)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ({ name, text: [value].flat().join('; ') }));
}

function openFields({ table, row }: Row): ContentField[] {
  return (OPEN_COLUMNS[table] ?? [])
    .filter((column) => row[column] !== null)
    .map((column) => ({ name: apiName(column), text: String(row[column]) }));
}

function apiName(column: string): string {
  return column.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}
