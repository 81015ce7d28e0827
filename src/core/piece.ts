import { MissingFactError } from './errors.js';
import type { AgencyId, PersonId } from './ids.js';
import type { InformationCategory } from './information-category.js';
import type { Instant } from './period.js';

/** The name of a kind of stored piece. Which kinds there are is declared by the nouns that own them. */
export type PieceKind = string;

/** What the decision needs to know of a kind. */
export interface KindRules {
  /** Tells where somebody is: withheld while the identity of a subject is protected. */
  readonly tellsPlace: boolean;
  /** What the family reads by right: every piece of the kind, or those in the family's own categories. */
  readonly familyReads: 'ALWAYS' | 'BY_CATEGORY';
  /** Names a guardian: the coordinator sees it. */
  readonly namesGuardian: boolean;
  /** For the coordinator of the agency that holds it, and nobody else. */
  readonly coordinatorOnly: boolean;
  /** Whether a copy can be disclosed without consent: it says something by itself. */
  readonly disclosable: boolean;
}

/** What holds for each kind, by its name. */
export type KindRegister = Readonly<Record<PieceKind, KindRules>>;

/** @throws MissingFactError for a kind that nobody declared: never a yes (P2). */
export function kindRules(kinds: KindRegister, kind: PieceKind): KindRules {
  const rules = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (rules === undefined) throw new MissingFactError(`rules of the kind ${kind}`);
  return rules;
}

/** What every stored piece of information carries, and all that the decision needs to know of it. */
export interface PieceFacts {
  readonly kind: PieceKind;
  readonly holderId: AgencyId;
  readonly category: InformationCategory;
  /** At least one; every one of them must be open. */
  readonly subjectIds: readonly PersonId[];
  /** Held back by the holder from everyone else (OSL 10:27 ff. permits disclosure, it does not compel). */
  readonly heldBack: boolean;
  /** Members of the family from whom this piece is kept (OSL 12:3). */
  readonly hiddenFromIds: readonly PersonId[];
  readonly recordedAt: Instant;
}
