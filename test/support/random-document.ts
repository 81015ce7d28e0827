import { getNamedType, isAbstractType, isCompositeType, isEnumType, isNonNullType, isObjectType } from 'graphql';
import type { GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { ROLE_TERMS } from './stored-format.js';
import { AGENCIES } from './world-cast.js';

/** Numbers from 0 to below 1; the same seed gives the same ones. */
export type Random = () => number;

/** Mulberry32. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;

interface Wanted {
  readonly schema: GraphQLSchema;
  readonly caseId: string;
  /** Of things that are there, shown to the viewer or not. */
  readonly ids: readonly string[];
  /** Words to search for. */
  readonly words: readonly string[];
}

const DEPTH = 7;
const MAX_ALIASES = 25;
const MAX_FIELDS = 9;

/**
 * A valid operation by chance: aliases, named and inline fragments, nesting, pages, filters, refetched nodes. Fields with
 * arguments, and all inside an abstract type, have an alias, since two of one name may not be merged.
 */
export function randomDocument(random: Random, wanted: Wanted): string {
  return new Writer(random, wanted).operation();
}

class Writer {
  readonly #fragments: string[] = [];
  #aliases = 0;

  constructor(
    readonly random: Random,
    readonly wanted: Wanted,
  ) {}

  operation(): string {
    const { schema, caseId } = this.wanted;
    const root = schema.getQueryType() as GraphQLObjectType;
    const fields = root.getFields();
    const roots = Array.from({ length: 1 + Math.floor(this.random() * 3) }, () => {
      const kind = this.random();
      const [name, args] =
        kind < 0.55
          ? ['case', `(id: "${caseId}")`]
          : kind < 0.7
            ? ['node', `(id: "${pick(this.random, this.wanted.ids)}")`]
            : kind < 0.82
              ? ['cases', this.#args(fields['cases'] as GraphQLField<unknown, unknown>)]
              : kind < 0.95
                ? ['receivedDisclosures', '']
                : ['viewer', ''];
      const field = fields[name] as GraphQLField<unknown, unknown>;
      return `${this.#alias()}${name}${args} ${this.#below(field, DEPTH)}`;
    });
    return [`{ ${roots.join(' ')} }`, ...this.#fragments].join('\n');
  }

  #alias(): string {
    this.#aliases += 1;
    return `a${this.#aliases}: `;
  }

  #below({ type }: GraphQLField<unknown, unknown>, depth: number): string {
    const named = getNamedType(type);
    if (isObjectType(named)) return this.#selection(named, depth, false);
    if (!isAbstractType(named)) return '';
    const types = [...this.wanted.schema.getPossibleTypes(named)].filter(() => this.random() < 0.5).slice(0, 4);
    const parts = types.map((each) => `... on ${each.name} ${this.#selection(each, depth - 1, true)}`);
    return `{ __typename ${parts.join(' ')} }`;
  }

  #selection(type: GraphQLObjectType, depth: number, aliased: boolean): string {
    const all = Object.values(type.getFields()).filter(
      (field) => depth > 1 || !isCompositeType(getNamedType(field.type)),
    );
    const wanted = all.filter(() => this.random() < 0.6);
    // Not the first nine: fields stand in the order of their names, and those at the end would never be asked for.
    while (wanted.length > MAX_FIELDS) wanted.splice(Math.floor(this.random() * wanted.length), 1);
    const written = (wanted.length === 0 ? all.slice(0, 1) : wanted).flatMap((field) => {
      const needsAlias = aliased || field.args.length > 0;
      if (needsAlias && this.#aliases >= MAX_ALIASES) return [];
      const alias = needsAlias || (this.random() < 0.1 && this.#aliases < MAX_ALIASES) ? this.#alias() : '';
      return [`${alias}${field.name}${this.#args(field)} ${this.#below(field, depth - 1)}`.trim()];
    });
    const fields = ['__typename', ...written].join(' ');
    const shape = this.random();
    if (shape < 0.1) {
      const name = `F${this.#fragments.length}`;
      this.#fragments.push(`fragment ${name} on ${type.name} { ${fields} }`);
      return `{ ...${name} }`;
    }
    return shape < 0.2 ? `{ ... on ${type.name} { ${fields} } }` : `{ ${fields} }`;
  }

  #args({ args }: GraphQLField<unknown, unknown>): string {
    const given = args.flatMap(({ name, type }) => {
      if (name === 'first') return [`first: ${pick(this.random, [1, 2, 3, 20])}`];
      if (name === 'search') return this.random() < 0.5 ? [`search: "${pick(this.random, this.wanted.words)}"`] : [];
      if (name === 'at') return [`at: "2026-06-15T10:00:00Z"`];
      if (name === 'professionalId') return [`professionalId: "${pick(this.random, ROLE_TERMS)}"`];
      if (name === 'holderId') return [`holderId: "${pick(this.random, AGENCIES)}"`];
      const named = getNamedType(type);
      if (!isEnumType(named) || this.random() < 0.5) return isNonNullType(type) ? [`${name}: ""`] : [];
      const value = pick(this.random, named.getValues()).name;
      return [`${name}: ${String(type).startsWith('[') ? `[${value}]` : value}`];
    });
    return given.length === 0 ? '' : `(${given.join(', ')})`;
  }
}
