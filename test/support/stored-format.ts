import type { CaseKey, Sealer } from '../../src/database/encryption.js';
import type { SealedWords } from '../../src/database/sealed-words.js';
import type { DisclosureFact } from '../../src/core/disclosure.js';
import type { Instant, Period } from '../../src/core/period.js';
import type { PieceFacts, PieceKind } from '../../src/core/piece.js';
import type { AddressBook } from '../../src/notices/mail.js';
import type { World } from './worlds.js';

/** A world as the database can hold it: every piece in a table of its own kind, under the id of its place in the list. */
export interface StoredWorld extends World {
  readonly pieces: readonly StoredPiece[];
  readonly disclosures: readonly StoredDisclosure[];
}

/** One piece that was disclosed without consent. */
export interface StoredDisclosure {
  readonly fact: DisclosureFact;
  readonly copyId: string;
  readonly piece: StoredPiece;
}

export type StoredPiece = PieceFacts & { readonly id: string };

export const id = (kind: number, number: number): string =>
  `0000000${kind}-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const ROLE_TERMS = [1, 2, 3].map((number) => id(5, number));

export const TABLES: Readonly<Record<PieceKind, string>> = {
  IDENTITY: 'person_identity',
  GUARDIAN: 'person_identity',
  CONTACT: 'person_contact',
  SITUATION: 'situation',
  NOTE: 'note',
  PLAN: 'plan',
  GOAL: 'goal',
  ACTION: 'action',
  MEETING: 'meeting',
  MEETING_PLACE: 'meeting_place',
  IMPORTANT_PERSON: 'important_person',
  MAPPING: 'mapping',
  OBJECTION: 'objection',
  EVALUATION: 'evaluation',
  PLAN_VERSION: 'plan_version',
  INVITATION: 'invitation',
  AGENDA_ITEM: 'agenda_item',
  MEETING_DECISION: 'meeting_decision',
  MINUTES: 'minutes',
  OUTCOME: 'outcome',
};

export type Row = Readonly<Record<string, unknown>>;
export type Rows = Record<string, readonly Row[]>;

/** What every secret field of a row holds: found in an answer, it tells which row it came from. */
export function canary(rowId: string): string {
  return `canary${rowId.slice(7, 8)}${rowId.slice(-3)}end`;
}

export interface Storing {
  readonly sealer: Sealer;
  readonly key: CaseKey;
  readonly wrapped: Buffer;
  readonly addresses: AddressBook;
  readonly minutes: SealedWords;
}

export const iso = (instant: Instant | null): string | null =>
  instant === null ? null : new Date(instant).toISOString();
export const bytes = (buffer: Buffer): string => `\\x${buffer.toString('hex')}`;
export const range = ({ from, until }: Period): string => `[${iso(from) ?? ''},${iso(until) ?? ''})`;
export const LONG_AGO = '2000-01-01T00:00:00Z';
