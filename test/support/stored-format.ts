import type { CaseKey, Sealer } from '../../src/crypto/encryption.js';
import type { SealedText } from '../../src/crypto/sealed-text.js';
import type { VersionCause } from '../../src/storage/piece-version.entity.js';
import type { DisclosureFact } from '../../src/core/disclosure.js';
import type { Decision } from '../../src/core/decision.js';
import type { Instant, Period } from '../../src/core/period.js';
import type { PieceFacts } from '../../src/core/piece.js';
import type { AddressBook } from '../../src/notification/mail.js';
import type { World } from './worlds.js';

/** A world as the database can hold it: every piece with the id of its place in the list. */
export interface StoredWorld extends World {
  readonly pieces: readonly StoredPiece[];
  readonly versions: readonly StoredVersion[];
  readonly disclosures: readonly StoredDisclosure[];
}

/** One piece that was disclosed without consent. */
export interface StoredDisclosure {
  readonly fact: DisclosureFact;
  readonly copyId: string;
  readonly piece: StoredPiece;
}

export type StoredPiece = PieceFacts & { readonly id: string };

/** What a change of a piece left; its marks are those of that time. */
export type StoredVersion = StoredPiece & { readonly pieceId: string; readonly cause: VersionCause };

/** Every piece and version that a decision opens; a version only where its piece, as it now stands, is open too. */
export function openIn({ pieces, versions }: StoredWorld, decision: Decision): ReadonlySet<StoredPiece> {
  const open = new Set(pieces.filter((piece) => decision.piece(piece).open));
  const shown = new Set([...open].map(({ id: pieceId }) => pieceId));
  const openVersions = versions.filter((one) => shown.has(one.pieceId) && decision.piece(one).open);
  return new Set<StoredPiece>([...open, ...openVersions]);
}

export const id = (kind: number, number: number): string =>
  `0000000${kind}-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const ROLE_TERMS = [1, 2, 3].map((number) => id(5, number));

export type Row = Readonly<Record<string, unknown>>;
export type Rows = Record<string, readonly Row[]>;

/** What every secret field of a row holds: found in an answer, it tells which row it came from. */
export function canary(rowId: string): string {
  return `canary${rowId.slice(7, 8)}${rowId.slice(-3)}end`;
}

export interface StoredKey {
  readonly key: CaseKey;
  readonly wrapped: Buffer;
}

export interface Storing extends StoredKey {
  readonly sealer: Sealer;
  /** What each agency holds in the case is sealed by a key of its own. */
  readonly keyOf: (holderId: string) => StoredKey;
  readonly addresses: AddressBook;
  readonly minutes: SealedText;
}

export const iso = (instant: Instant | null): string | null =>
  instant === null ? null : new Date(instant).toISOString();
export const bytes = (buffer: Buffer): string => `\\x${buffer.toString('hex')}`;
export const range = ({ from, until }: Period): string => `[${iso(from) ?? ''},${iso(until) ?? ''})`;
export const LONG_AGO = '2000-01-01T00:00:00Z';
