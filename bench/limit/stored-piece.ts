import { partOf } from '../../src/access/piece-keys.js';
import type { AgencyId, CaseId } from '../../src/core/ids.js';
import type { CaseKey, Sealer } from '../../src/crypto/encryption.js';

/** A piece as {@link PIECES} gives it; of a version the piece that it is of stands in the place of the parent. */
export type StoredPiece = readonly [
  id: string,
  kind: number,
  parentId: string | null,
  holderId: string,
  category: string,
  recordedAt: number,
  version: number,
  plain: Says,
  sealed: Buffer | null,
  recordedById?: string | null,
];

/** What pieces say, of whatever kind. */
export interface Says {
  readonly position?: number;
  readonly startsAt?: number;
  readonly endsAt?: number;
  readonly writtenAt?: number;
  readonly required?: boolean;
  readonly content?: Readonly<Record<string, unknown>>;
  readonly personId?: string;
  readonly givenName?: string;
  readonly familyName?: string;
  readonly personalIdentityNumber?: string;
  readonly address?: string;
  readonly phone?: string;
  readonly text?: string;
  readonly title?: string;
  readonly place?: string;
  readonly authorId?: string;
  readonly overallResponsibleId?: string;
  readonly inOwnWords?: string;
  readonly inProfessionalWords?: string;
  readonly what?: string;
  readonly status?: string;
  readonly dueOn?: string;
  readonly responsibleKind?: string;
  readonly responsibleId?: string;
  readonly supports?: string;
  readonly meetingKind?: string;
  readonly inviteeKind?: string;
  readonly inviteeId?: string;
  readonly attendance?: string;
}

/** A piece that is open, with everything that it says. */
export interface Piece {
  readonly id: string;
  readonly parentId: string | null;
  readonly holderId: string;
  readonly category: string;
  readonly recordedAt: number;
  readonly recordedById: string | null;
  readonly version: number;
  readonly says: Says;
}

/** Keys as they were unwrapped, by their wrapped text. */
const unwrapped = new Map<string, CaseKey>();

/** Opens pieces of one case. */
export function opener(
  sealer: Sealer,
  caseId: string,
  keys: Readonly<Record<string, string>>,
): (stored: StoredPiece) => Piece {
  const keyOf = (holderId: string): CaseKey => {
    const wrapped = keys[holderId] ?? '';
    const known = unwrapped.get(wrapped);
    if (known !== undefined) return known;
    const key = sealer.unwrap(Buffer.from(wrapped, 'base64'), partOf(caseId as CaseId, holderId as AgencyId));
    unwrapped.set(wrapped, key);
    return key;
  };
  return ([id, , parentId, holderId, category, recordedAt, version, plain, sealed, recordedById = null]) => {
    const place = { table: 'piece', column: 'sealed', rowId: id };
    const opened = sealed === null ? '{}' : sealer.open(keyOf(holderId), sealed, place);
    const says = { ...plain, ...(JSON.parse(opened) as Says) };
    return { id, parentId, holderId, category, recordedAt, recordedById, version, says };
  };
}
