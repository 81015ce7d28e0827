import { isInputObjectType, isListType, isNonNullType, isScalarType } from 'graphql';
import type { GraphQLArgument, GraphQLFieldResolver, GraphQLInputType } from 'graphql';
import { DomainError } from '../core/errors.js';
import { requireReadable, LONGEST_TEXT } from '../core/free-text.js';
import { requireId, requireRequestId } from '../core/ids.js';
import type { RequestContext } from './context.js';

type Resolve = GraphQLFieldResolver<unknown, RequestContext>;

/** Entries of one list; a form of six agencies has thirty pairs. */
const LONGEST_LIST = 200;
/** Years that a case or a person in it may have to do with. */
const FIRST_DAY = '1900-01-01';
const LAST_DAY = '2199-12-31';

/**
 * What holds for every argument because of its type, whatever the field makes of it: ids are ids, texts can be read and
 * end, lists end, times lie in this age. The refusal names the argument (`extensions.argument`). An argument that is null
 * reaches the field as one that was left out; what null means in an input is for its field to say.
 *
 * @throws DomainError BAD_USER_INPUT or LIMIT_EXCEEDED, from the resolver that it gives.
 */
export function checkingArguments(declared: readonly GraphQLArgument[], resolve: Resolve): Resolve {
  if (declared.length === 0) return resolve;
  return (source, args: Readonly<Record<string, unknown>>, context, info) => {
    for (const { name, type } of declared) check(name, name, type, args[name]);
    const given = Object.fromEntries(Object.entries(args).filter(([, value]) => value !== null));
    return resolve(source, given, context, info);
  };
}

function check(path: string, name: string, type: GraphQLInputType, value: unknown): void {
  if (value === undefined || value === null) return;
  if (isNonNullType(type)) {
    check(path, name, type.ofType, value);
    if (isScalarType(type.ofType) && type.ofType.name === 'String' && (value as string).trim() === '')
      throw new DomainError('BAD_USER_INPUT', 'textEmpty', { argument: path });
  } else if (isListType(type)) {
    const entries = value as readonly unknown[];
    if (entries.length > LONGEST_LIST)
      throw new DomainError('LIMIT_EXCEEDED', 'listTooLong', { argument: path, max: LONGEST_LIST });
    entries.forEach((entry, index) => check(`${path}.${index}`, name, type.ofType, entry));
  } else if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields()))
      check(`${path}.${field.name}`, field.name, field.type, (value as Record<string, unknown>)[field.name]);
  } else if (isScalarType(type)) {
    naming(path, () => OF_SCALAR[type.name]?.(value, name));
  }
}

const OF_SCALAR: Readonly<Record<string, (value: unknown, name: string) => void>> = {
  ID: (value, name) => (name === 'requestId' ? requireRequestId(value as string) : requireId(value as string)),
  String: (value) => requireReadable(value as string, LONGEST_TEXT),
  Date: (value) => requireThisAge((value as string) < FIRST_DAY || (value as string) > LAST_DAY),
  DateTime: (value) =>
    requireThisAge((value as number) < Date.parse(FIRST_DAY) || (value as number) > Date.parse(LAST_DAY)),
};

function requireThisAge(isOutside: boolean): void {
  if (isOutside) throw new DomainError('BAD_USER_INPUT', 'timeOutside', { first: FIRST_DAY, last: LAST_DAY });
}

function naming(argument: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError(error.code, error.reason, { ...error.params, argument });
  }
}
