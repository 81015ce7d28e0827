import { isInputObjectType, isListType, isNonNullType, isScalarType } from 'graphql';
import type { GraphQLArgument, GraphQLFieldResolver, GraphQLInputType } from 'graphql';
import { DomainError } from '../core/errors.js';
import { requireText, tidyText } from '../core/free-text.js';
import { requireId, requireRequestId } from '../core/ids.js';
import { requireName } from '../core/names.js';
import type { RequestContext } from './context.js';
import { longestName } from './name.js';
import { isNeverNull } from './never-null.js';

type Resolve = GraphQLFieldResolver<unknown, RequestContext>;

/** Entries of one list; a form of six agencies has thirty pairs. */
const LONGEST_LIST = 200;
/** Years that a case or a person in it may have to do with. */
const FIRST_DAY = '1900-01-01';
const LAST_DAY = '2199-12-31';

/**
 * What tells the one that is checked: its path in the arguments, its name, and how long it may be where it is a name.
 */
interface Place {
  readonly path: string;
  readonly name: string;
  readonly longestName: number | null;
}

/**
 * What holds for every argument because of its type, whatever the field makes of it: ids are ids, texts can be read and
 * end, lists end, times lie in this age. The refusal names the argument (`extensions.argument`). Texts and names reach
 * the field in the one form in which they are stored (`core/free-text.ts`, `core/names.ts`). An argument that is null
 * reaches the field as one that was left out. In an input, null clears, or is refused (`graphql/never-null`).
 *
 * @throws DomainError BAD_USER_INPUT or LIMIT_EXCEEDED, from the resolver that it gives.
 */
export function checkingArguments(declared: readonly GraphQLArgument[], resolve: Resolve): Resolve {
  if (declared.length === 0) return resolve;
  return (source, args: Readonly<Record<string, unknown>>, context, info) => {
    const checked = declared.flatMap(({ name, type }) => {
      const value = args[name] ?? null;
      return value === null ? [] : [[name, check({ path: name, name, longestName: null }, type, value)]];
    });
    return resolve(source, Object.fromEntries(checked) as object, context, info);
  };
}

function check(place: Place, type: GraphQLInputType, value: unknown): unknown {
  if (value === null) return null;
  if (isNonNullType(type)) {
    const said = check(place, type.ofType, value);
    return isText(type.ofType) ? naming(place, () => requireText(said as string)) : said;
  }
  if (isListType(type)) {
    const { path } = place;
    const entries = value as readonly unknown[];
    if (entries.length > LONGEST_LIST)
      throw new DomainError('LIMIT_EXCEEDED', 'listTooLong', { argument: path, max: LONGEST_LIST });
    return entries.map((entry, index) => check({ ...place, path: `${path}.${index}` }, type.ofType, entry));
  }
  if (isInputObjectType(type)) {
    const { path } = place;
    const fields = type.getFields();
    const checked = Object.entries(value as object).map(([name, each]) => {
      const field = fields[name];
      if (field === undefined) throw new Error(`${path} has a field that its type does not declare`);
      if (each === null && isNeverNull(field)) {
        throw new DomainError('BAD_USER_INPUT', 'mayNotBeNull', { argument: `${path}.${name}` });
      }
      return [name, check({ path: `${path}.${name}`, name, longestName: longestName(field) }, field.type, each)];
    });
    return Object.fromEntries(checked) as object;
  }
  return isScalarType(type) ? naming(place, () => (OF_SCALAR[type.name] ?? AS_IT_IS)(value, place)) : value;
}

const AS_IT_IS = (value: unknown): unknown => value;

const OF_SCALAR: Readonly<Record<string, (value: unknown, place: Place) => unknown>> = {
  ID: (value, { name }) => {
    if (name === 'requestId') requireRequestId(value as string);
    else requireId(value as string);
    return value;
  },
  String: (value, { longestName: max }) =>
    max === null ? tidyText(value as string) : requireName(value as string, max),
  Date: (value) => requireThisAge(value, (value as string) < FIRST_DAY || (value as string) > LAST_DAY),
  DateTime: (value) =>
    requireThisAge(value, (value as number) < Date.parse(FIRST_DAY) || (value as number) > Date.parse(LAST_DAY)),
};

function isText(type: GraphQLInputType): boolean {
  return isScalarType(type) && type.name === 'String';
}

function requireThisAge(value: unknown, isOutside: boolean): unknown {
  if (isOutside) throw new DomainError('BAD_USER_INPUT', 'timeOutside', { first: FIRST_DAY, last: LAST_DAY });
  return value;
}

function naming<Value>({ path: argument }: Place, act: () => Value): Value {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError(error.code, error.reason, { ...error.params, argument });
  }
}
