import type { AgencyKind } from '../core/case-facts.js';
import type { InformationCategory } from '../core/information-category.js';
import type { KindRules } from '../core/piece.js';
import { familyReads } from '../core/rules/own-right.js';
import type { ChangeKind } from './change.js';
import type { Field } from './field-type.js';
import type { PieceRow } from './piece-row.js';

export type Fields = Readonly<Record<string, Field<unknown>>>;
export type ValuesOf<Of extends Fields> = { -readonly [Name in keyof Of]: Of[Name] extends Field<infer V> ? V : never };

/**
 * Which agencies hold what a type of the API shows: the coordinator's alone, any, or those of one kind (with their
 * branches, or the agency of that kind itself). Explanations rest on it, never on who happens to have written
 * something.
 */
export type HeldBy = 'COORDINATOR' | 'EVERYONE' | { readonly kind: AgencyKind; readonly branches: boolean };

/** How a type of the API shows pieces of a kind. */
export interface ShownAs {
  /** `AS_PARENT`: judged as what it hangs under, and explained there. */
  readonly heldBy: HeldBy | 'AS_PARENT';
  /** The categories that pieces behind this type may have; those of the kind where left out. */
  readonly categories?: readonly InformationCategory[];
  /** Others' pieces are found in it too: what closes it closes its own fields, and nothing below them. */
  readonly isPlace?: true;
}

/** Any kind, where its fields do not matter. */
export interface AnyKind extends KindRules {
  /** Stored in every row; never reused, not even when the kind is gone. */
  readonly number: number;
  readonly name: string;
  readonly fields: Fields;
  /** Kinds that it hangs under, by name. */
  readonly parents?: readonly string[];
  /** Some hang under nothing. */
  readonly parentIsOptional?: boolean;
  /** `ANY`: as whoever writes it says. */
  readonly categories: 'ANY' | readonly InformationCategory[];
  /** Types of the API by name. */
  readonly shownAs: Readonly<Record<string, ShownAs>>;
  /** Which change tells of one that is held back or released. */
  readonly told: ChangeKind;
  /** Whether its versions are kept from the first on, for a history that the API shows. */
  readonly hasHistory?: boolean;
  /** The fields that a disclosed copy shows. */
  readonly copied?: readonly string[];
  /** Lists are in this order, and by id where it is the same. */
  order?(piece: never): string | number;
  /** What there is only one of in a case; `null` where there may be many. */
  unique?(piece: never): readonly (string | null)[] | null;
  readonly plainFields: readonly string[];
  readonly sealedFields: readonly string[];
}

/** A kind of piece with its fields. */
export interface PieceKindOf<Of extends Fields> extends AnyKind {
  readonly fields: Of;
  readonly copied?: readonly (keyof Of & string)[];
  order?(piece: PieceRow & ValuesOf<Of>): string | number;
  unique?(piece: PieceRow & ValuesOf<Of>): readonly (string | null)[] | null;
}

/** What a noun says of a kind; everything else follows, and what the family reads of it stands in `core`. */
export type KindDeclaration<Of extends Fields> = Omit<PieceKindOf<Of>, 'plainFields' | 'sealedFields' | 'familyReads'>;

/** Fields that every piece has; a kind that names one of its own the same would hide it. */
const COMMON: ReadonlySet<string> = new Set<keyof PieceRow>([
  ...(['id', 'caseId', 'kind', 'parentId', 'holderId', 'category', 'subjectIds', 'heldBack', 'hiddenFromIds'] as const),
  ...(['recordedAt', 'version', 'validFrom', 'validUntil'] as const),
]);

/** Declares a kind of piece; everything that is done with pieces of it follows from this. */
export function pieceKind<const Of extends Fields>(declaration: KindDeclaration<Of>): PieceKindOf<Of> {
  const names = Object.keys(declaration.fields);
  const hidden = names.find((name) => COMMON.has(name));
  if (hidden !== undefined) throw new Error(`${declaration.name}: every piece has its own ${hidden}`);
  const isSealed = (name: string): boolean => declaration.fields[name]?.isSealed === true;
  return {
    ...declaration,
    familyReads: familyReads(declaration.name),
    plainFields: names.filter((name) => !isSealed(name)),
    sealedFields: names.filter(isSealed),
  };
}
