import type { Decision } from '../core/decision.js';
import type { InformationCategory } from '../core/information-category.js';
import type { RuleName } from '../core/rules/named-rules.js';
import type { AccessEntry, AccessLog } from './access-log.js';
import type { OpenRow } from './open-piece.js';

/** Who may see a field, as the types of the API declare it. */
export type FieldRule =
  | { readonly kind: 'open' }
  | { readonly kind: 'piece' }
  | { readonly kind: 'consent'; readonly category: InformationCategory }
  | { readonly kind: 'rule'; readonly name: RuleName };

/** The declared fields of a type of the API. */
export type FieldRules = ReadonlyMap<string, FieldRule>;

/** The case that an object belongs to, as far as showing it asks. */
export interface ShownCase {
  readonly decision: Decision;
}

/** What an object of the API is made of. A value may be a function: it is called when the field is asked for, once. */
export interface Source {
  /** Of a type that is a piece as a whole. */
  readonly piece?: OpenRow;
  /** Of a type whose fields are open by consent, the open pieces that may fill them. */
  readonly pieces?: readonly OpenRow[];
  readonly values?: Readonly<Record<string, unknown>>;
  /** The value of a field that is open by consent, where it is not the piece's field of that name. */
  readonly fromPiece?: (piece: OpenRow, field: string) => unknown;
  /** What reading any field discloses beside the piece. */
  readonly discloses?: readonly AccessEntry[];
  /** What reading one field discloses beside that. */
  readonly fieldDiscloses?: Readonly<Record<string, readonly AccessEntry[]>>;
}

/**
 * An object of the API about a case. The executor reads it through `read` alone, which applies the field's one policy
 * and logs what
 * showing the value discloses; what is closed is neither copied nor decrypted. A copy of it shows nothing.
 */
export class Shown {
  readonly __typename: string;
  /** What reaching it discloses, whatever is asked of it. */
  readonly entries: readonly AccessEntry[];
  readonly #rules: FieldRules;
  readonly #source: Source;
  readonly #values = new Map<string, unknown>();

  /** @param of the case that it belongs to; `null` for what is shown of none, such as the copy of a disclosure */
  constructor(
    typename: string,
    rules: FieldRules,
    readonly of: ShownCase | null,
    source: Source,
  ) {
    this.__typename = typename;
    this.#rules = rules;
    this.#source = source;
    const { piece, discloses = [] } = source;
    this.entries = piece === undefined ? discloses : [piece.entry, ...discloses];
  }

  /** @throws Error for a field without a policy: a fault of the server. */
  read(field: string, log: AccessLog): unknown {
    const value = this.value(field);
    if (value === null || value === undefined) return value;
    log.addAll(this.entries);
    const own = this.#source.fieldDiscloses?.[field];
    if (own !== undefined) log.addAll(own);
    const carrier = this.#carrier(field);
    if (carrier !== null) log.add(carrier.entry);
    return value;
  }

  /** What the viewer may see of a field, without telling anybody: for the server's own use. */
  value(field: string): unknown {
    if (this.#values.has(field)) return this.#values.get(field);
    const value = this.#work(field);
    this.#values.set(field, value);
    return value;
  }

  /** What showing the value of a field discloses. */
  entriesOf(field: string): readonly AccessEntry[] {
    const carrier = this.#carrier(field);
    return [
      ...this.entries,
      ...(this.#source.fieldDiscloses?.[field] ?? []),
      ...(carrier === null ? [] : [carrier.entry]),
    ];
  }

  #work(field: string): unknown {
    const rule = this.#rules.get(field);
    switch (rule?.kind) {
      case 'open':
        return this.#given(field);
      case 'piece': {
        const given = this.#given(field);
        return given === undefined ? ownOf(this.#piece(), field) : given;
      }
      case 'rule':
        return this.of?.decision.rule(rule.name).open === true ? this.#given(field) : null;
      case 'consent': {
        const carrier = this.#carrier(field);
        if (carrier === null) return null;
        return (this.#source.fromPiece ?? fieldOf)(carrier, field) ?? null;
      }
      case undefined:
        throw new Error(`${this.__typename}.${field} has no policy`);
    }
  }

  #piece(): OpenRow {
    const { piece } = this.#source;
    if (piece === undefined) throw new Error(`${this.__typename} is shown without its piece`);
    return piece;
  }

  /** The open piece that a field open by consent takes its value from. */
  #carrier(field: string): OpenRow | null {
    const rule = this.#rules.get(field);
    if (rule?.kind !== 'consent') return null;
    return this.#source.pieces?.findLast(({ category }) => category === rule.category) ?? null;
  }

  #given(field: string): unknown {
    const value = this.#source.values?.[field];
    return typeof value === 'function' ? (value as () => unknown)() : value;
  }
}

/** The one of these objects that has this id. */
export function withId(objects: readonly Shown[], id: string | null): Shown | null {
  return objects.find((object) => object.value('id') === id) ?? null;
}

const fieldOf = (piece: OpenRow, field: string): unknown => piece.field(field);

function ownOf(piece: OpenRow, field: string): unknown {
  const own = piece.field(field);
  return own === undefined ? (piece as unknown as Record<string, unknown>)[field] : own;
}

/** Everything that the mere presence of these objects discloses. */
export function accessEntriesOf(objects: readonly Shown[]): readonly AccessEntry[] {
  return objects.flatMap(({ entries }) => entries);
}
