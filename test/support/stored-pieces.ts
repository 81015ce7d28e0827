import { newStoredPiece, onlyParentKind, pieceRow, versionRow } from '../../src/access/piece-writing.js';
import type { PieceEntity } from '../../src/storage/piece.entity.js';
import type { PieceVersionEntity } from '../../src/storage/piece-version.entity.js';
import type { PieceKind } from '../../src/core/piece.js';
import { KINDS } from '../../src/features/kinds.js';
import { bytes, canary, iso, ROLE_TERMS } from './stored-format.js';
import type { Row, Rows, StoredPiece, StoredVersion, Storing, StoredWorld } from './stored-format.js';
import { said, secretsOf } from './stored-values.js';
import { AGENCIES, CASE } from './world-cast.js';

/** Those of the columns of `piece` that are written; the others follow from them. */
export const PIECE_COLUMNS = [
  ...['id', 'case_id', 'kind', 'parent_id', 'parent_kind', 'holder_id', 'category', 'subject_ids', 'held_back'],
  ...['hidden_from_ids', 'recorded_at', 'recorded_by_id', 'version', 'valid_from', 'valid_until', 'unique_key'],
  ...['plain', 'sealed'],
];

/** The rows of pieces, of their versions, and of the keys that they are sealed by. */
export function pieceRows(world: StoredWorld, storing: Storing): Rows {
  const counts = new Map<PieceKind, number>();
  return {
    piece_key: AGENCIES.map((holderId) => ({
      ...{ case_id: CASE, holder_id: holderId, wrapped_key: bytes(storing.keyOf(holderId).wrapped) },
    })),
    piece: world.pieces.map((piece) => {
      const index = counts.get(piece.kind) ?? 0;
      counts.set(piece.kind, index + 1);
      return ofPiece(world, piece, index, storing);
    }),
    piece_version: world.versions.map((version, index) => ofVersion(version, index, storing)),
  };
}

function ofPiece(world: StoredWorld, piece: StoredPiece, index: number, { sealer, keyOf }: Storing): Row {
  const kind = KINDS.byName(piece.kind);
  const { values, ...more } = said(world, piece, index);
  const stored = newStoredPiece(kind, { ...piece, caseId: CASE, ...more }, values);
  const parentKind = stored.parentId === null ? null : onlyParentKind(kind, KINDS);
  const { key } = keyOf(piece.holderId);
  return columns(pieceRow(kind, stored, { sealer, key, parentKind, writerId: null }));
}

function ofVersion({ pieceId, cause, ...version }: StoredVersion, index: number, { sealer, keyOf }: Storing): Row {
  const kind = KINDS.byName(version.kind);
  const given = cause === 'HELD_BACK' ? {} : secretsOf(version.kind, canary(version.id));
  const piece = { ...version, id: pieceId, caseId: CASE, parentId: null, version: index + 1 };
  const { key } = keyOf(version.holderId);
  const change = { id: version.id, at: version.recordedAt, writerId: ROLE_TERMS[2] ?? null, cause, sealer, key };
  return columns(versionRow(kind, { ...piece, validFrom: null, validUntil: null }, given, change));
}

/** As the database takes it: columns by name, instants and bytes as text. */
function columns({ recordedAt, sealed, ...row }: PieceEntity | PieceVersionEntity): Row {
  const named = Object.entries(row).map(([name, value]): [string, unknown] => [
    name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    value as unknown,
  ]);
  return {
    ...(Object.fromEntries(named) as Row),
    recorded_at: iso(recordedAt),
    sealed: sealed === null ? null : bytes(sealed),
  };
}
