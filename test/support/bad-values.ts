import {
  getNamedType,
  GraphQLNonNull,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
} from 'graphql';
import type { GraphQLArgument, GraphQLInputField, GraphQLInputType } from 'graphql';

/** One way to get an argument wrong. */
export interface BadValue {
  readonly what: string;
  readonly value: unknown;
}

const LONE_SURROGATE = '\ud800 half a letter';
const UNREADABLE: readonly BadValue[] = [
  { what: 'a null byte', value: 'before\u0000after' },
  { what: 'a control character', value: 'before\u0007after' },
  { what: 'a lone surrogate', value: LONE_SURROGATE },
];
const OF_SCALAR: Readonly<Record<string, readonly BadValue[]>> = {
  ID: [
    ...UNREADABLE,
    { what: 'an object', value: {} },
    { what: 'an empty id', value: '' },
    { what: 'a long id', value: 'x'.repeat(300) },
  ],
  String: [...UNREADABLE, { what: 'a number', value: 7 }, { what: 'a text too long', value: 'x'.repeat(20_000) }],
  Int: [
    { what: 'a text', value: 'x' },
    { what: 'half a number', value: 1.5 },
    { what: 'a number too large', value: 2 ** 40 },
    { what: 'a number below all', value: -(2 ** 31) },
  ],
  Boolean: [{ what: 'a word', value: 'yes' }],
  DateTime: [
    { what: 'a word', value: 'yesterday' },
    { what: 'a day that is none', value: '2026-02-30T10:00:00Z' },
    { what: 'a time without a zone', value: '2026-02-03T10:00:00' },
    { what: 'the year 0', value: '0000-01-01T00:00:00Z' },
    { what: 'the last year', value: '9999-12-31T23:59:59Z' },
  ],
  Date: [
    { what: 'a word', value: 'yesterday' },
    { what: 'a day that is none', value: '2026-02-30' },
    { what: 'a day half written', value: '2026-2-3' },
    { what: 'the year 0', value: '0000-01-01' },
    { what: 'the last year', value: '9999-12-31' },
  ],
  Cursor: [
    { what: 'a word', value: 'yesterday' },
    { what: 'nothing', value: '' },
    { what: 'a null byte', value: 'a\u0000b' },
    { what: 'a long cursor', value: 'A'.repeat(20_000) },
  ],
};

/** Everything that may be put wrong in an argument or a field of an input, itself and below. */
export interface BadArgument {
  readonly what: string;
  /** From the argument down: `input.evidence.language`. */
  readonly path: string;
  /** The arguments with this one thing wrong. */
  readonly args: Readonly<Record<string, unknown>>;
}

/** What a right value would be, by the name of the argument or field. */
export type RightValues = (name: string, type: string) => unknown;

type Slot = GraphQLArgument | GraphQLInputField;

/** @throws Error for a scalar that the list knows no wrong values of. */
export function badArguments(slots: readonly Slot[], right: RightValues): readonly BadArgument[] {
  const rightArgs = Object.fromEntries(slots.map((slot) => [slot.name, rightValue(slot.name, slot.type, right)]));
  const wrong = slots.flatMap((slot) =>
    wrongValues(slot.name, slot.type, right).map(({ path, value, what }) => ({
      path,
      what,
      args: { ...rightArgs, [slot.name]: value },
    })),
  );
  return [...wrong, ...reversed(slots, rightArgs).map(({ path, value }) => ({ path, what: REVERSED, args: value }))];
}

/** Right arguments with one null where null may stand, in an argument or in a field of its input; each its own request. */
export function nullArguments(slots: readonly Slot[], right: RightValues): readonly BadArgument[] {
  const rightArgs = (): object =>
    Object.fromEntries(slots.map((slot) => [slot.name, rightValue(slot.name, slot.type, right)]));
  return slots.flatMap((slot) =>
    nullValues(slot.name, slot.type, right).map(({ path, value }) => ({
      ...{ path, what: 'null' },
      args: { ...rightArgs(), [slot.name]: value },
    })),
  );
}

function nullValues(
  path: string,
  type: GraphQLInputType,
  right: RightValues,
): readonly { path: string; value: unknown }[] {
  if (!isNonNullType(type)) return [{ path, value: null }, ...nullValues(path, new GraphQLNonNull(type), right)];
  const input = type.ofType;
  if (!isInputObjectType(input)) return [];
  return Object.values(input.getFields()).flatMap((field) =>
    nullValues(`${path}.${field.name}`, field.type, right).map((nothing) => ({
      path: nothing.path,
      value: { ...(rightValue('', input, right) as object), [field.name]: nothing.value },
    })),
  );
}

const REVERSED = 'a period that ends before it starts';
const STARTS = ['from', 'startsAt', 'appliesFrom'];
const ENDS = ['until', 'to', 'endsAt'];

/** A start and an end that lie beside each other, changed over. */
function reversed(
  slots: readonly Slot[],
  right: Readonly<Record<string, unknown>>,
): readonly { path: string; value: Readonly<Record<string, unknown>> }[] {
  const start = slots.find(({ name }) => STARTS.includes(name));
  const end = slots.find(({ name }) => ENDS.includes(name));
  if (start === undefined || end === undefined || getNamedType(start.type) !== getNamedType(end.type)) return [];
  return [{ path: end.name, value: { ...right, [start.name]: right[end.name], [end.name]: right[start.name] } }];
}

function rightValue(name: string, type: GraphQLInputType, right: RightValues): unknown {
  if (isNonNullType(type)) return rightValue(name, type.ofType, right);
  if (isListType(type)) return [rightValue(name, type.ofType, right)];
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const given = right('', type.name) as readonly string[] | undefined;
    const named = fields.filter((field) => given === undefined || given.includes(field.name));
    return Object.fromEntries(named.map((field) => [field.name, rightValue(field.name, field.type, right)]));
  }
  const known = right(name, getNamedType(type).name);
  return isEnumType(type) ? (known ?? type.getValues()[0]!.name) : known;
}

function wrongValues(
  path: string,
  type: GraphQLInputType,
  right: RightValues,
): readonly { path: string; what: string; value: unknown }[] {
  if (isNonNullType(type)) {
    const missing = { path, what: 'null', value: null };
    const blank = isScalarType(type.ofType) && type.ofType.name === 'String';
    return [
      missing,
      ...(blank ? [{ path, what: 'blanks', value: ' \t ' }] : []),
      ...wrongValues(path, type.ofType, right),
    ];
  }
  if (isListType(type)) {
    const one = rightValue(path.split('.').at(-1)!, type.ofType, right);
    return [
      { path, what: 'a list too long', value: Array.from({ length: 300 }, () => one) },
      ...wrongValues(path, type.ofType, right).map((wrong) => ({ ...wrong, value: [wrong.value] })),
    ];
  }
  if (isInputObjectType(type)) {
    const whole = rightValue('', type, right) as Record<string, unknown>;
    return [
      { path, what: 'a text', value: 'text' },
      { path, what: 'an unknown field', value: { ...whole, constructor: 1 } },
      ...reversed(Object.values(type.getFields()), whole).map((each) => ({
        ...each,
        path: `${path}.${each.path}`,
        what: REVERSED,
      })),
      ...Object.values(type.getFields()).flatMap((field) =>
        wrongValues(`${path}.${field.name}`, field.type, right).map((wrong) => ({
          ...wrong,
          value: { ...whole, [field.name]: wrong.value },
        })),
      ),
    ];
  }
  if (isEnumType(type)) {
    return ['constructor', 7].map((value) => ({ path, what: `the value ${value}`, value }));
  }
  const wrong = OF_SCALAR[type.name];
  if (wrong === undefined) throw new Error(`What would be a wrong ${type.name}? Say so in OF_SCALAR.`);
  return wrong.map((each) => ({ path, ...each }));
}
