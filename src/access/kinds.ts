import type { InformationCategory } from '../core/information-category.js';
import type { KindRegister, KindRules } from '../core/piece.js';
import type { AnyKind, ShownAs } from './piece-kind.js';

/** Every kind of piece that there is, as it is handed down by whoever knows the nouns. */
export class Kinds {
  /** What the decision rests on. */
  readonly rules: KindRegister;
  readonly #byNumber = new Map<number, AnyKind>();
  readonly #byName = new Map<string, AnyKind>();
  readonly #byType = new Map<string, { readonly kind: AnyKind; readonly shownAs: ShownAs }[]>();

  /** @throws Error for two kinds with one number or name, and for a parent that is no kind. */
  constructor(readonly all: readonly AnyKind[]) {
    for (const kind of all) {
      if (this.#byNumber.has(kind.number) || this.#byName.has(kind.name)) {
        throw new Error(`Two kinds of piece are ${kind.number} or ${kind.name}`);
      }
      this.#byNumber.set(kind.number, kind);
      this.#byName.set(kind.name, kind);
      for (const [typename, shownAs] of Object.entries(kind.shownAs)) {
        this.#byType.set(typename, [...(this.#byType.get(typename) ?? []), { kind, shownAs }]);
      }
    }
    for (const name of all.flatMap(({ parents = [] }) => parents)) this.byName(name);
    this.rules = Object.fromEntries(all.map((kind) => [kind.name, rulesOf(kind)]));
  }

  /** @throws Error for a number that no kind has: a row of a newer version of the server. */
  byNumber(number: number): AnyKind {
    const kind = this.#byNumber.get(number);
    if (kind === undefined) throw new Error(`No kind of piece has the number ${number}`);
    return kind;
  }

  /** @throws Error for a name that no kind has. */
  byName(name: string): AnyKind {
    const kind = this.#byName.get(name);
    if (kind === undefined) throw new Error(`No kind of piece is called ${name}`);
    return kind;
  }

  /** The kinds that a type of the API shows; none for a type that shows no piece. */
  ofType(typename: string): readonly { readonly kind: AnyKind; readonly shownAs: ShownAs }[] {
    return this.#byType.get(typename) ?? [];
  }
}

function rulesOf({ tellsPlace, familyReads, namesGuardian, coordinatorOnly, disclosable }: KindRules): KindRules {
  return { tellsPlace, familyReads, namesGuardian, coordinatorOnly, disclosable };
}

/** The categories that pieces of a kind may have; every one where the writer says. */
export function categoriesOf(
  { categories }: AnyKind,
  all: readonly InformationCategory[],
): readonly InformationCategory[] {
  return categories === 'ANY' ? all : categories;
}
