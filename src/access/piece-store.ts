import type { AgencyId, CaseId } from '../core/ids.js';
import type { InformationCategory } from '../core/information-category.js';
import type { Sealer } from '../crypto/encryption.js';
import { PieceEntity } from '../storage/piece.entity.js';
import { PieceVersionEntity } from '../storage/piece-version.entity.js';
import type { VersionCause } from '../storage/piece-version.entity.js';
import type { UnitOfWork } from '../storage/unit-of-work.js';
import type { Kinds } from './kinds.js';
import type { AnyKind, Fields, PieceKindOf, ValuesOf } from './piece-kind.js';
import { PieceKeys } from './piece-keys.js';
import type { PieceRow } from './piece-row.js';
import {
  givesSecrets,
  newStoredPiece,
  onlyParentKind,
  pieceRow,
  plainOf,
  sealedOf,
  uniqueKeyOf,
  versionRow,
} from './piece-writing.js';
import type { NewPiece, NewValues, Sealing, StoredPiece } from './piece-writing.js';
import { checked, openSealed } from './stored-row.js';

/** What a change of a piece may touch beside its fields. */
export type RowChange = Partial<Pick<PieceRow, 'recordedAt' | 'holderId' | 'validFrom' | 'validUntil'>>;

/** Pieces of a kind, narrowed. */
export interface Where {
  readonly id?: string;
  /** `null`: hanging under nothing. */
  readonly parentId?: string | null;
  readonly holderId?: AgencyId;
  readonly category?: InformationCategory;
}

export interface PieceStoreDeps {
  readonly em: UnitOfWork;
  readonly sealer: Sealer;
  readonly kinds: Kinds;
  readonly caseId: CaseId;
  /** Who writes. */
  readonly writerId: string;
  readonly at: number;
  readonly newId: () => string;
}

/**
 * The pieces of the case that a command has locked: the one way in which any of them is read or written by a command.
 */
export class PieceStore {
  readonly #keys: PieceKeys;
  readonly #rows = new WeakMap<object, PieceEntity>();

  constructor(private readonly deps: PieceStoreDeps) {
    this.#keys = new PieceKeys(deps.em, deps.sealer, deps.caseId);
  }

  async find<Of extends Fields>(kind: PieceKindOf<Of>, where: Where): Promise<StoredPiece<Of> | null> {
    const [found] = await this.all(kind, where);
    return found ?? null;
  }

  async all<Of extends Fields>(kind: PieceKindOf<Of>, where: Where = {}): Promise<StoredPiece<Of>[]> {
    const { em, caseId } = this.deps;
    const filter = { caseId, kind: kind.number, ...where };
    const rows = await em.find(PieceEntity, filter, { orderBy: { recordedAt: 'asc', id: 'asc' } });
    return Promise.all(rows.map((row) => this.#opened(kind, row)));
  }

  /** A piece of whatever kind. */
  async findAny(id: string): Promise<StoredPiece | null> {
    const { em, caseId, kinds } = this.deps;
    const row = await em.findOne(PieceEntity, { caseId, id });
    return row === null ? null : this.#opened(kinds.byNumber(row.kind), row);
  }

  kindOf({ kind }: PieceRow): AnyKind {
    return this.deps.kinds.byName(kind);
  }

  count(kind: AnyKind, where: Where = {}): Promise<number> {
    const { em, caseId } = this.deps;
    return em.count(PieceEntity, { caseId, kind: kind.number, ...where });
  }

  async add<Of extends Fields>(
    kind: PieceKindOf<Of>,
    piece: NewPiece,
    values: NewValues<ValuesOf<Of>>,
  ): Promise<StoredPiece<Of>> {
    const { em, writerId } = this.deps;
    const stored = newStoredPiece(kind, piece, values);
    const parentKind = stored.parentId === null ? null : await this.#kindOfParent(kind, stored.parentId);
    const row = em.create(
      PieceEntity,
      pieceRow(kind, stored, { ...(await this.#sealing(kind, stored)), parentKind, writerId }),
    );
    em.persist(row);
    this.#rows.set(stored, row);
    if (kind.hasHistory === true) await this.#keepVersion(kind, stored, 'CREATED', values);
    return stored;
  }

  /**
   * Gives it a new version. What is not named stays; `values` may be empty where something that hangs on it changed.
   */
  async change<Of extends Fields>(
    kind: PieceKindOf<Of>,
    piece: StoredPiece<Of>,
    values: Partial<ValuesOf<Of>>,
    rowChange: RowChange = {},
  ): Promise<void> {
    const row = this.#rowOf(piece);
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
    checked(kind, Object.keys(given), given);
    Object.assign(piece, given, rowChange, { version: piece.version + 1 });
    const reseals = rowChange.holderId !== undefined || kind.sealedFields.some((name) => name in given);
    Object.assign(row, rowChange, { version: piece.version, recordedById: this.deps.writerId });
    row.uniqueKey = uniqueKeyOf(kind, piece);
    row.plain = plainOf(kind, piece);
    if (reseals) row.sealed = sealedOf(kind, piece, await this.#sealing(kind, piece));
    await this.#keepVersion(kind, piece, 'CHANGED', given);
  }

  /**
   * Who may see it, and nothing of what it says: no new version, or it would tell those who do not see it that
   * something happened.
   */
  async hold(
    piece: PieceRow,
    { heldBack, hiddenFromIds }: Pick<PieceRow, 'heldBack' | 'hiddenFromIds'>,
    cause: VersionCause,
  ): Promise<void> {
    const row = this.#rowOf(piece);
    Object.assign(piece, { heldBack, hiddenFromIds });
    Object.assign(row, { heldBack, hiddenFromIds: [...hiddenFromIds] });
    await this.#keepVersion(this.kindOf(piece), piece, cause, {});
  }

  /** At once, before anything else is written. */
  async remove(kind: AnyKind, where: Where): Promise<void> {
    const { em, caseId } = this.deps;
    await em.nativeDelete(PieceEntity, { caseId, kind: kind.number, ...where });
  }

  async #opened<Of extends Fields>(kind: PieceKindOf<Of>, row: PieceEntity): Promise<StoredPiece<Of>> {
    const { sealer } = this.deps;
    const sealed =
      kind.sealedFields.length === 0 ? {} : openSealed(sealer, await this.#keys.of(row.holderId), kind, row);
    const { id, caseId, parentId, holderId, category, subjectIds, heldBack, hiddenFromIds, recordedAt } = row;
    const { version, validFrom, validUntil } = row;
    const common = { id, caseId, parentId, holderId, category, subjectIds, heldBack, hiddenFromIds, recordedAt };
    const piece = {
      ...{ ...common, version, validFrom, validUntil, kind: kind.name },
      ...checked(kind, kind.plainFields, row.plain),
      ...sealed,
    } as unknown as StoredPiece<Of>;
    this.#rows.set(piece, row);
    return piece;
  }

  #rowOf(piece: object): PieceEntity {
    const row = this.#rows.get(piece);
    if (row === undefined) throw new Error('A piece is changed that was not read in this command');
    return row;
  }

  /** @returns no key for what seals nothing, as that would make one */
  async #sealing(kind: AnyKind, { holderId }: PieceRow, isNeeded = kind.sealedFields.length > 0): Promise<Sealing> {
    return { sealer: this.deps.sealer, key: isNeeded ? await this.#keys.of(holderId) : null };
  }

  async #kindOfParent(kind: AnyKind, parentId: string): Promise<number> {
    const { em, caseId, kinds } = this.deps;
    return onlyParentKind(kind, kinds) ?? (await em.findOneOrFail(PieceEntity, { caseId, id: parentId })).kind;
  }

  async #keepVersion(
    kind: AnyKind,
    piece: PieceRow,
    cause: VersionCause,
    given: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const { em, at, writerId, newId } = this.deps;
    const sealing = await this.#sealing(kind, piece, givesSecrets(kind, given));
    em.persist(
      em.create(PieceVersionEntity, versionRow(kind, piece, given, { ...sealing, id: newId(), at, writerId, cause })),
    );
  }
}
