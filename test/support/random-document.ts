import { getNamedType, isAbstractType, isCompositeType, isEnumType, isObjectType, isRequiredArgument } from 'graphql';
import type { GraphQLArgument, GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { ROLE_TERMS } from './stored-format.js';
import { AGENCIES, CATEGORIES, ELSA, POLICE, SCHOOL, SOCIAL } from './world-cast.js';

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
const MAX_FIELDS = 7;

/** Where documents begin, and how often; fields of Query that are not here are named in the test of this file, with the reason. */
const ROOTS: readonly (readonly [field: string, weight: number])[] = [
  ['case', 50],
  ['node', 14],
  ['cases', 10],
  ['meetings', 6],
  ['myWeek', 6],
  ['receivedDisclosures', 14],
  ['viewer', 12],
  ['proposals', 3],
  ['whatIf', 2],
  ['consentReceipt', 1],
];
const WEIGHT = ROOTS.reduce((sum, [, weight]) => sum + weight, 0);

const INSTANTS = ['2026-02-28T23:00:00Z', '2026-05-04T09:00:00Z', '2026-06-15T10:00:00Z', '2027-01-10T00:00:00Z'];
const CELLS = `[{fromId: "${SCHOOL}", toId: "${POLICE}", categories: [${CATEGORIES.join(', ')}]}]`;
const CHANGES = [
  ...INSTANTS.map((at) => `{at: "${at}"}`),
  `{block: ${CELLS}}`,
  `{signers: [{personId: "${ELSA}", decision: REFUSED}]}`,
  `{signers: [{personId: "${ELSA}", decision: GRANTED}], talkOpenly: ["${SOCIAL}", "${SCHOOL}"], categories: [PLAN]}`,
];

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
    const fields = (this.wanted.schema.getQueryType() as GraphQLObjectType).getFields();
    const roots = Array.from({ length: 1 + Math.floor(this.random() * 3) }, () => {
      const field = fields[this.#root()] as GraphQLField<unknown, unknown>;
      return `${this.#alias()}${field.name}${this.#args(field)} ${this.#below(field, DEPTH)}`;
    });
    return [`{ ${roots.join(' ')} }`, ...this.#fragments].join('\n');
  }

  #root(): string {
    let place = this.random() * WEIGHT;
    return ROOTS.find(([, weight]) => (place -= weight) < 0)?.[0] ?? 'case';
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
    // Not the first seven: fields stand in the order of their names, and those at the end would never be asked for.
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

  #args({ name: field, args }: GraphQLField<unknown, unknown>): string {
    const given = args.flatMap((argument) => {
      if (!isRequiredArgument(argument) && this.random() < 0.5) return [];
      const isCase = field === 'case' || argument.name === 'caseId';
      const value = isCase && this.random() < 0.95 ? `"${this.wanted.caseId}"` : this.#value(argument);
      return value === null ? [] : [`${argument.name}: ${value}`];
    });
    return given.length === 0 ? '' : `(${given.join(', ')})`;
  }

  /** @returns `null` for a cursor: what it opens is walked page by page. @throws Error for an argument of a new kind. */
  #value({ name, type }: GraphQLArgument): string | null {
    const named = getNamedType(type);
    const one = (from: readonly unknown[]): string => JSON.stringify(pick(this.random, from));
    if (isEnumType(named)) {
      const { name: value } = pick(this.random, named.getValues());
      return String(type).startsWith('[') ? `[${value}]` : value;
    }
    if (name === 'change') return pick(this.random, CHANGES);
    if (name === 'search') return one(this.wanted.words);
    if (name === 'professionalId') return one(ROLE_TERMS);
    if (name === 'holderId') return one(AGENCIES);
    if (named.name === 'ID') return one(this.wanted.ids);
    if (named.name === 'Int') return one([1, 2, 3, 20]);
    if (named.name === 'Boolean') return one([true, false]);
    if (named.name === 'DateTime') return one(INSTANTS);
    if (named.name === 'Cursor') return null;
    throw new Error(`Nobody says what a document may give as ${name}: ${String(type)}`);
  }
}
