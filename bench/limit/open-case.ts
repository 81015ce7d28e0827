import type { Registers } from '../../src/access/registers.js';
import type { CursorCodec } from '../../src/crypto/cursor.js';
import type { Piece } from './stored-piece.js';

/** A case as {@link FULL_CASE} gives it. */
export interface FullCaseRow {
  readonly number: string;
  readonly version: string;
  readonly coordinatorId: string;
  readonly startedOn: string | null;
  readonly plannedEndOn: string | null;
  readonly closedOn: string | null;
  readonly closingReason: string | null;
  readonly keys: Readonly<Record<string, string>> | null;
  readonly participants:
    readonly (readonly [id: string, roleTermId: string, from: number, until: number | null])[] | null;
}

/** What of the answer follows from the facts and the day alone. */
export interface ToldOfCase {
  readonly id: string;
  readonly status: string;
  readonly municipality: object;
  readonly youngPerson: { readonly id: string; readonly birthDate: string; readonly age: number };
  readonly guardians: readonly { readonly id: string; readonly custody: object }[];
  readonly situation: { readonly schools: readonly { readonly agency: { readonly id: string } }[] };
  readonly access: object;
}

/** What is open of a case, and what is needed to write it down. */
export interface OpenCase {
  readonly row: FullCaseRow;
  readonly told: ToldOfCase;
  readonly day: string;
  readonly viewerId: string;
  readonly registers: Registers;
  readonly cursors: CursorCodec;
  readonly of: (kind: number) => readonly Piece[];
  readonly versions: readonly Piece[];
}

export const instant = (at: number | undefined): string => new Date(at ?? NaN).toISOString();

/** A number as text that sorts as it does. */
export const padded = (number: number | undefined): string => String(number).padStart(15, '0');

const [IDENTITY, GUARDIAN] = [1, 2];

/** By a text, which is unique. */
export function byKey<Item>(items: readonly Item[], key: (item: Item) => string): Item[] {
  return items
    .map((item) => ({ item, key: key(item) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ item }) => item);
}

/** Whoever is responsible or invited, by type and name. */
export function person({ registers, of, told }: OpenCase, kind: string, id: string): object | null {
  const named = (number: number): unknown => of(number).find(({ says }) => says.personId === id)?.says.givenName;
  switch (kind) {
    case 'PROFESSIONAL':
      return { __typename: 'Professional', name: registers.professional(id)?.name };
    case 'AGENCY':
      return { __typename: 'Agency', name: registers.agency(id)?.name };
    case 'GUARDIAN':
      return { __typename: 'Guardian', givenName: named(GUARDIAN) };
    default:
      return { __typename: 'YoungPerson', givenName: id === told.youngPerson.id ? named(IDENTITY) : null };
  }
}
