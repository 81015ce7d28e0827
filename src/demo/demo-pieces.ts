import { partOf } from '../access/piece-keys.js';
import type { AnyKind, Fields, PieceKindOf, ValuesOf } from '../access/piece-kind.js';
import { newStoredPiece, onlyParentKind, pieceRow, versionRow } from '../access/piece-writing.js';
import type { NewPiece, NewValues, Sealing, StoredPiece } from '../access/piece-writing.js';
import type { AgencyId, CaseId, PersonId, RoleTermId } from '../core/ids.js';
import type { Instant } from '../core/period.js';
import { KINDS } from '../features/kinds.js';
import type { CaseKey, Sealer } from '../crypto/encryption.js';
import type { PieceKeyEntity } from '../storage/piece-key.entity.js';
import type { PieceVersionEntity, VersionCause } from '../storage/piece-version.entity.js';
import type { PieceEntity } from '../storage/piece.entity.js';

/** Who wrote a piece; `null` where the story does not say. */
export type WriterId = RoleTermId | PersonId | null;

/** A piece of a kind, as it is stored. */
export type PieceOf<Kind extends AnyKind> = StoredPiece<Kind['fields']>;

/** Whose pieces they are, and by what they are sealed. */
export interface PieceMeans {
  readonly caseId: CaseId;
  readonly sealer: Sealer;
  newId(): string;
}

export interface PieceRows {
  readonly pieces: readonly PieceEntity[];
  readonly pieceVersions: readonly PieceVersionEntity[];
  readonly pieceKeys: readonly PieceKeyEntity[];
}

/** Gathers the pieces of one case as they are stored, in the order in which they hang on one another. */
export class DemoPieces {
  readonly #rows = new Map<string, PieceEntity>();
  readonly #versions: PieceVersionEntity[] = [];
  readonly #keys = new Map<AgencyId, { readonly key: CaseKey; readonly wrapped: Buffer }>();

  constructor(private readonly means: PieceMeans) {}

  add<Of extends Fields>(
    kind: PieceKindOf<Of>,
    piece: NewPiece,
    values: NewValues<ValuesOf<Of>>,
    writerId: WriterId = null,
  ): StoredPiece<Of> {
    const stored = newStoredPiece(kind, piece, values);
    this.#put(kind, stored, writerId);
    if (kind.hasHistory === true)
      this.#keep(kind, stored, values, { cause: 'CREATED', at: piece.recordedAt, writerId });
    return stored;
  }

  /** @returns the piece as it is from then on */
  change<Of extends Fields>(
    kind: PieceKindOf<Of>,
    piece: StoredPiece<Of>,
    values: Partial<ValuesOf<Of>>,
    { at, writerId }: { readonly at: Instant; readonly writerId: WriterId },
  ): StoredPiece<Of> {
    const changed = { ...piece, ...values, version: piece.version + 1 };
    this.#put(kind, changed, writerId);
    this.#keep(kind, changed, values, { cause: 'CHANGED', at, writerId });
    return changed;
  }

  rows(): PieceRows {
    const { caseId } = this.means;
    return {
      pieces: [...this.#rows.values()],
      pieceVersions: this.#versions,
      pieceKeys: [...this.#keys].map(([holderId, { wrapped }]) => ({ caseId, holderId, wrappedKey: wrapped })),
    };
  }

  #put<Of extends Fields>(kind: PieceKindOf<Of>, piece: StoredPiece<Of>, writerId: WriterId): void {
    const parentKind = piece.parentId === null ? null : onlyParentKind(kind, KINDS);
    this.#rows.set(piece.id, pieceRow(kind, piece, { ...this.#sealing(kind, piece), parentKind, writerId }));
  }

  #keep(
    kind: AnyKind,
    piece: StoredPiece,
    given: Readonly<Record<string, unknown>>,
    how: { readonly cause: VersionCause; readonly at: Instant; readonly writerId: WriterId },
  ): void {
    const id = this.means.newId();
    this.#versions.push(versionRow(kind, piece, given, { ...this.#sealing(kind, piece), id, ...how }));
  }

  /** No key for what seals nothing. */
  #sealing({ sealedFields }: AnyKind, { holderId }: StoredPiece): Sealing {
    const { sealer, caseId } = this.means;
    if (sealedFields.length === 0) return { sealer, key: null };
    const part = this.#keys.get(holderId) ?? sealer.newCaseKey(partOf(caseId, holderId));
    this.#keys.set(holderId, part);
    return { sealer, key: part.key };
  }
}
