import type { CaseKey, Sealer } from '../crypto/encryption.js';
import type { PieceEntity } from '../storage/piece.entity.js';
import type { PieceVersionEntity, VersionCause } from '../storage/piece-version.entity.js';
import type { Kinds } from './kinds.js';
import type { AnyKind, Fields, PieceKindOf, ValuesOf } from './piece-kind.js';
import type { PieceRow } from './piece-row.js';
import { checked, sealValues } from './stored-row.js';

/** A piece of a case with everything that it says, as it is read and written whole. */
export type StoredPiece<Of extends Fields = Fields> = PieceRow & Readonly<ValuesOf<Of>>;

/** What every piece carries when it is new. */
export type NewPiece = Omit<PieceRow, 'kind' | 'parentId' | 'version' | 'validFrom' | 'validUntil'> &
  Partial<Pick<PieceRow, 'parentId' | 'validFrom' | 'validUntil'>>;

/** Fields that may be null can be left out. */
export type NewValues<Values> = {
  [Name in keyof Values as null extends Values[Name] ? Name : never]?: Values[Name];
} & {
  [Name in keyof Values as null extends Values[Name] ? never : Name]: Values[Name];
};

type Given = Readonly<Record<string, unknown>>;

/** What seals; the key is of the holder's part of the case, and none where nothing is to be sealed. */
export interface Sealing {
  readonly sealer: Sealer;
  readonly key: CaseKey | null;
}

/** @throws Error for values that are not of the kind */
export function newStoredPiece<Of extends Fields>(
  kind: PieceKindOf<Of>,
  piece: NewPiece,
  values: NewValues<ValuesOf<Of>>,
): StoredPiece<Of> {
  const { parentId = null, validFrom = null, validUntil = null } = piece;
  const common = { ...piece, parentId, validFrom, validUntil, kind: kind.name, version: 1 };
  return { ...common, ...checked(kind, Object.keys(kind.fields), values) } as unknown as StoredPiece<Of>;
}

/**
 * The row of a new piece.
 *
 * @param writerId a role term or a member of the family; `null` where the writer is unknown
 */
export function pieceRow<Of extends Fields>(
  kind: PieceKindOf<Of>,
  piece: StoredPiece<Of>,
  {
    parentKind,
    writerId,
    ...sealing
  }: Sealing & { readonly parentKind: number | null; readonly writerId: string | null },
): PieceEntity {
  const { id, caseId, parentId, holderId, category, subjectIds, heldBack, hiddenFromIds, recordedAt } = piece;
  const { version, validFrom, validUntil } = piece;
  return {
    ...{ id, caseId, kind: kind.number, parentId, parentKind, holderId, category, subjectIds: [...subjectIds] },
    ...{
      heldBack,
      hiddenFromIds: [...hiddenFromIds],
      recordedAt,
      recordedById: writerId,
      version,
      validFrom,
      validUntil,
    },
    ...{ uniqueKey: uniqueKeyOf(kind, piece), plain: plainOf(kind, piece), sealed: sealedOf(kind, piece, sealing) },
  };
}

export function uniqueKeyOf<Of extends Fields>(kind: PieceKindOf<Of>, piece: StoredPiece<Of>): string | null {
  return kind.unique?.(piece)?.join(' ') ?? null;
}

export function plainOf(kind: AnyKind, piece: PieceRow): Record<string, unknown> {
  return checked(kind, kind.plainFields, piece as unknown as Given);
}

export function sealedOf(kind: AnyKind, piece: PieceRow, { sealer, key }: Sealing): Buffer | null {
  if (kind.sealedFields.length === 0) return null;
  return sealValues(sealer, required(key), piece.id, checked(kind, kind.sealedFields, piece as unknown as Given));
}

/** Whether what was given is to be sealed, any of it. */
export function givesSecrets(kind: AnyKind, given: Given): boolean {
  return Object.keys(part(kind.sealedFields, given)).length > 0;
}

interface Change extends Sealing {
  /** Of the version. */
  readonly id: string;
  readonly at: number;
  readonly writerId: string | null;
  readonly cause: VersionCause;
}

/** What one change of a piece left: the fields that it gave, and no others, judged as the piece is now. */
export function versionRow(
  kind: AnyKind,
  piece: PieceRow,
  given: Given,
  { id, at, writerId, cause, sealer, key }: Change,
): PieceVersionEntity {
  const { id: pieceId, caseId, holderId, category, subjectIds, heldBack, hiddenFromIds, version } = piece;
  const secrets = part(kind.sealedFields, given);
  const isEmpty = Object.keys(secrets).length === 0;
  return {
    ...{ id, pieceId, caseId, kind: kind.number, holderId, category, heldBack, version, cause },
    ...{ subjectIds: [...subjectIds], hiddenFromIds: [...hiddenFromIds], recordedAt: at, recordedById: writerId },
    plain: part(kind.plainFields, given),
    sealed: isEmpty ? null : sealValues(sealer, required(key), id, secrets, { withNulls: true }),
  };
}

/**
 * The number of the only kind that pieces of a kind hang under; `null` where there are several.
 *
 * @throws Error where there is none
 */
export function onlyParentKind({ name, parents = [] }: AnyKind, kinds: Kinds): number | null {
  const [only, ...more] = parents;
  if (only === undefined) throw new Error(`A ${name} hangs under nothing`);
  return more.length === 0 ? kinds.byName(only).number : null;
}

function part(names: readonly string[], given: Given): Record<string, unknown> {
  return Object.fromEntries(names.filter((name) => given[name] !== undefined).map((name) => [name, given[name]]));
}

function required(key: CaseKey | null): CaseKey {
  if (key === null) throw new Error('There is something to seal, and no key');
  return key;
}
