import { isListType, isNonNullType, isScalarType } from 'graphql';
import type { GraphQLArgument, GraphQLInputType, GraphQLResolveInfo } from 'graphql';
import { isInputObjectType, isObjectType } from 'graphql';
import { createSchema } from '../../src/api/schema.js';
import { checkingArguments } from '../../src/graphql/argument-check.js';
import type { RequestContext } from '../../src/graphql/context.js';
import { refused } from '../support/refused.js';

const { schema } = await createSchema();

/** Every place in the arguments of the API that takes a text, as the path to it, with a value that has it there. */
interface Taken {
  readonly field: string;
  readonly args: readonly GraphQLArgument[];
  readonly path: string;
  readonly holding: (text: string) => Readonly<Record<string, unknown>>;
}

function textsOf(
  type: GraphQLInputType,
  path: string,
): readonly { path: string; holding: (text: string) => unknown }[] {
  if (isNonNullType(type)) return textsOf(type.ofType, path);
  if (isListType(type))
    return textsOf(type.ofType, `${path}.0`).map((one) => ({ ...one, holding: (text) => [one.holding(text)] }));
  if (isInputObjectType(type))
    return Object.values(type.getFields()).flatMap(({ name, type: inner }) =>
      textsOf(inner, `${path}.${name}`).map((one) => ({ ...one, holding: (text) => ({ [name]: one.holding(text) }) })),
    );
  return isScalarType(type) && type.name === 'String' ? [{ path, holding: (text) => text }] : [];
}

const TAKEN = Object.values(schema.getTypeMap()).flatMap((type): readonly Taken[] =>
  isObjectType(type) && !type.name.startsWith('__')
    ? Object.values(type.getFields()).flatMap((field) =>
        field.args.flatMap((argument) =>
          textsOf(argument.type, argument.name).map(({ path, holding }) => ({
            field: `${type.name}.${field.name}`,
            args: [argument],
            path,
            holding: (text) => ({ [argument.name]: holding(text) }),
          })),
        ),
      )
    : [],
);

/** What takes a name: `field` and the end of the path. */
const NAMES = [
  ...['addGuardian.givenName', 'addGuardian.familyName', 'addSubject.givenName', 'addSubject.familyName'],
  ...['addSubject.guardians.0.givenName', 'addSubject.guardians.0.familyName'],
  ...['addImportantPerson.name', 'addImportantPerson.relation', 'propose.givenName', 'propose.familyName'],
  ...['propose.concern.reference', 'setAgenda.items.0.title'],
].map((name) => name.replace('.', '.input.'));

/** What the field is handed when the argument holds the text. */
function handed({ args, holding }: Taken, text: string): unknown {
  const reaching = checkingArguments(args, (_source, given: unknown) => given);
  return reaching(null, holding(text), {} as RequestContext, {} as GraphQLResolveInfo);
}

it('is told of every argument that takes a name', () => {
  const names = TAKEN.filter((one) => refused(() => handed(one, 'a\u202eb')) !== null);
  expect(names.map(({ field, path }) => `${field.split('.')[1]!}.${path}`).toSorted()).toEqual(NAMES.toSorted());
});

it.each(TAKEN.map((one) => [`${one.field} ${one.path}`, one] as const))(
  '%s takes what is pasted, in one form',
  (_, one) => {
    expect(handed(one, ' A\u030asa O\u0308berg\u00a0')).toEqual(one.holding('Åsa Öberg'));
    const lines = refused(() => expect(handed(one, 'en\ftvå\vtre\r\n')).toEqual(one.holding('en\ntvå\ntre')));
    expect([null, `BAD_USER_INPUT nameOfLines ${one.path}`]).toContain(lines);
    expect(refused(() => handed(one, 'Al\u0007ma'))).toBe(`BAD_USER_INPUT textUnreadable 0007 3 ${one.path}`);
  },
);
