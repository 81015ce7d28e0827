import type { Basis } from '../core/decision.js';
import type { AccessEntry } from './access-log.js';
import type { AnyKind, Fields, PieceKindOf, ValuesOf } from './piece-kind.js';
import type { PieceRow } from './piece-row.js';
import { checked } from './stored-row.js';
import type { StoredRow } from './stored-row.js';

/**
 * A piece that the decision opened, with its fields as it is declared; what is sealed is opened when it is first asked
 * for.
 */
export type OpenPiece<Of extends Fields = Fields> = OpenRow & Readonly<ValuesOf<Of>>;

type Open = (kind: AnyKind, row: StoredRow) => Record<string, unknown>;

/**
 * What every open piece has. Classes for each kind add accessors of its fields: faster than an object built for each
 * row.
 */
export class OpenRow implements PieceRow {
  readonly id: PieceRow['id'];
  readonly caseId: PieceRow['caseId'];
  readonly kind: string;
  readonly parentId: PieceRow['parentId'];
  readonly holderId: PieceRow['holderId'];
  readonly category: PieceRow['category'];
  readonly subjectIds: PieceRow['subjectIds'];
  readonly heldBack: boolean;
  readonly hiddenFromIds: PieceRow['hiddenFromIds'];
  readonly recordedAt: number;
  readonly version: number;
  readonly validFrom: PieceRow['validFrom'];
  readonly validUntil: PieceRow['validUntil'];
  /** What showing any of it discloses. */
  readonly entry: AccessEntry;
  readonly #row: StoredRow;
  readonly #declared: AnyKind;
  readonly #open: Open;
  #plain: Record<string, unknown> | undefined;
  #sealed: Record<string, unknown> | undefined;

  constructor(declared: AnyKind, row: StoredRow, entry: AccessEntry, open: Open) {
    this.id = row.id;
    this.caseId = row.caseId;
    this.kind = declared.name;
    this.parentId = row.parentId;
    this.holderId = row.holderId;
    this.category = row.category;
    this.subjectIds = row.subjectIds;
    this.heldBack = row.heldBack;
    this.hiddenFromIds = row.hiddenFromIds;
    this.recordedAt = row.recordedAt;
    this.version = row.version;
    this.validFrom = row.validFrom;
    this.validUntil = row.validUntil;
    this.entry = entry;
    this.#row = row;
    this.#declared = declared;
    this.#open = open;
  }

  get basis(): Basis {
    return this.entry.basis;
  }

  /** `undefined` for a field that the kind does not have. */
  field(name: string): unknown {
    const field = this.#declared.fields[name];
    if (field === undefined) return undefined;
    if (field.isSealed) return (this.#sealed ??= this.#open(this.#declared, this.#row))[name];
    return (this.#plain ??= checked(this.#declared, this.#declared.plainFields, this.#row.plain))[name];
  }
}

const CLASSES = new WeakMap<AnyKind, typeof OpenRow>();

/** The class of the open pieces of a kind, made once. */
function classOf(kind: AnyKind): typeof OpenRow {
  const known = CLASSES.get(kind);
  if (known !== undefined) return known;
  const made = class extends OpenRow {};
  for (const name of Object.keys(kind.fields)) {
    Object.defineProperty(made.prototype, name, {
      get(this: OpenRow) {
        return this.field(name);
      },
    });
  }
  CLASSES.set(kind, made);
  return made;
}

export function openPiece<Of extends Fields>(
  kind: PieceKindOf<Of>,
  row: StoredRow,
  entry: AccessEntry,
  open: Open,
): OpenPiece<Of> {
  return new (classOf(kind))(kind, row, entry, open) as OpenPiece<Of>;
}

/**
 * In the order of their kind, and by id where it is the same: where rows lie may tell of rows that lay beside them
 * (P1).
 */
export function inOrder<Of extends Fields>(kind: PieceKindOf<Of>, pieces: OpenPiece<Of>[]): OpenPiece<Of>[] {
  const order = (piece: OpenPiece<Of>): string | number => kind.order?.(piece) ?? piece.recordedAt;
  const keyed = pieces.map((piece) => ({ piece, key: order(piece) }));
  keyed.sort((a, b) => compare(a.key, b.key) || compare(a.piece.id, b.piece.id));
  return keyed.map(({ piece }) => piece);
}

function compare(a: string | number, b: string | number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
