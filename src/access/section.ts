import type { CaseId } from '../core/ids.js';
import type { PieceFacts, PieceKind } from '../core/piece.js';

/** A statement that PostgreSQL plans once per connection, under its own name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** One stored piece as it comes from its table: what the decision needs, and the fields, sealed ones as bytes. */
export interface PieceRow extends PieceFacts {
  readonly id: string;
  readonly caseId: CaseId;
  /** Where the sealed fields were sealed. */
  readonly table: string;
  readonly [field: string]: unknown;
}

/** All pieces of one table for a batch of cases, in one statement. */
export interface PieceSection {
  readonly kind: PieceKind;
  readonly table: string;
  readonly statement: Statement;
}

const PIECE_COLUMNS = `p.id, p.case_id as "caseId", p.holder_id as "holderId", p.category, p.subject_ids as "subjectIds",
  p.held_back as "heldBack", p.hidden_from_ids as "hiddenFromIds", p.recorded_at as "recordedAt"`;

const IN_ORDER = 'order by p.recorded_at, p.id';

/**
 * Declares the section of a piece table. `columns` are selected from the table as `p`, named as the API names them;
 * a sealed column must keep its field's name (`text_sealed as "text"`), since that is how it is opened again. Two sections
 * of one kind need names of their own. `rest` goes on behind the condition, and must put the rows in an order that is one
 * whatever else the table holds: where rows lie may tell of rows that lay beside them (P1).
 */
export function pieceSection(
  kind: PieceKind,
  table: string,
  columns: string,
  joins = '',
  rest = IN_ORDER,
  name = `section_${kind.toLowerCase()}`,
): PieceSection {
  return {
    kind,
    table,
    statement: {
      name,
      text: `select ${PIECE_COLUMNS}, ${columns} from sig.${table} p ${joins} where p.case_id = any($1::uuid[]) ${rest}`,
    },
  };
}
