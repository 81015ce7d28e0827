import type { CaseFacts } from '../core/case-facts.js';
import type { AgencyId } from '../core/ids.js';
import { INFORMATION_CATEGORIES } from '../core/information-category.js';
import type { InformationCategory } from '../core/information-category.js';
import type { PieceKind } from '../core/piece.js';
import { categoriesOf } from './kinds.js';
import type { Kinds } from './kinds.js';
import type { AnyKind } from './piece-kind.js';

/**
 * Whose information a type of the API shows, for explanations. It follows from the declarations, the municipality's
 * agencies and the
 * case's coordinator, never from which agency happens to have written something.
 */
export class TypeOwnership {
  constructor(private readonly kinds: Kinds) {}

  /** @throws Error for a type that shows no piece: an explanation must not be guessed. */
  holdersOf(typename: string, facts: CaseFacts): readonly AgencyId[] {
    const [first] = this.kinds.ofType(typename);
    if (first === undefined) throw new Error(`No holder is declared for type ${typename}`);
    return holdersOf(first.kind, typename, facts);
  }

  /** The kind of piece that a type shows in a category. */
  kindOf(typename: string, category: InformationCategory): PieceKind {
    const shown = this.kinds.ofType(typename);
    const inCategory = shown.find(({ kind }) => categoriesOf(kind, INFORMATION_CATEGORIES).includes(category));
    const kind = (inCategory ?? shown[0])?.kind;
    if (kind === undefined) throw new Error(`No kind is declared for type ${typename}`);
    return kind.name;
  }

  categoriesOf(typename: string): readonly InformationCategory[] {
    const [first] = this.kinds.ofType(typename);
    if (first === undefined) return INFORMATION_CATEGORIES;
    return first.shownAs.categories ?? categoriesOf(first.kind, INFORMATION_CATEGORIES);
  }

  /** Whether a type is judged as the object it hangs under: what closes it is explained there. */
  inheritsParentPolicy(typename: string): boolean {
    return this.kinds.ofType(typename).some(({ shownAs }) => shownAs.heldBy === 'AS_PARENT');
  }

  /** Whether what others hold is found in it even where it is closed itself: that is explained by itself. */
  isPlace(typename: string): boolean {
    return this.kinds.ofType(typename).some(({ shownAs }) => shownAs.isPlace === true);
  }
}

/** Who holds what a type shows of a kind. @throws Error for a type that is judged as what it hangs under */
export function holdersOf(
  { shownAs }: AnyKind,
  typename: string,
  { agencies, coordinatorAgencyId }: CaseFacts,
): readonly AgencyId[] {
  const heldBy = shownAs[typename]?.heldBy;
  if (heldBy === undefined || heldBy === 'AS_PARENT') throw new Error(`No holder is declared for type ${typename}`);
  if (heldBy === 'COORDINATOR') return [coordinatorAgencyId];
  if (heldBy === 'EVERYONE') return agencies.map(({ id }) => id);
  const ofKind = agencies.filter(({ kind }) => kind === heldBy.kind);
  // A municipality has one agency of a kind that a situation names by itself.
  const named = heldBy.branches ? ofKind : ofKind.filter(({ parentId }) => parentId === null).slice(0, 1);
  return named.map(({ id }) => id);
}
