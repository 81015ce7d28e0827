import { buildSchema } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { PolicyTable } from '../../src/graphql/policy-table.js';
import { createSchema } from '../../src/api/schema.js';

type Marks = Record<string, readonly object[]>;
const KEYS = { open: 'policyOpen', piece: 'policyPiece', consent: 'policyConsent', rule: 'policyRule' } as const;

/** A schema whose printed directives are turned into the marks that the decorators leave; `extra` marks print nothing. */
function marked(sdl: string, extra: Marks = {}): GraphQLSchema {
  const schema =
    buildSchema(`directive @open on OBJECT | FIELD_DEFINITION directive @piece on OBJECT directive @consent(category: String) on FIELD_DEFINITION
    directive @rule(name: String) on FIELD_DEFINITION type Query { it: It } ${sdl}`);
  const type = schema.getType('It') as ReturnType<GraphQLSchema['getQueryType']> & object;
  for (const element of [type, ...Object.values(type.getFields())]) {
    const marks: Record<string, object> = {};
    for (const { name } of element.astNode?.directives ?? [])
      marks[KEYS[name.value as keyof typeof KEYS]] = { kind: name.value };
    for (const mark of extra[element.name] ?? []) Object.assign(marks, mark);
    element.extensions = marks;
  }
  return schema;
}

it.each([
  ['a field without a policy', 'type It { a: String }', {}, /It\.a: no policy/],
  [
    'two policies on one field',
    'type It { a: String @open @consent(category: "PLAN") }',
    {},
    /It\.a: more than one policy/,
  ],
  [
    'a policy that a class inherited silently',
    'type It { a: String @open }',
    { It: [{ policyOpen: { kind: 'open' } }] },
    /inherited or declared twice/,
  ],
  [
    'a withheld field that is not nullable',
    'type It { a: String! @consent(category: "PLAN") }',
    {},
    /must be nullable/,
  ],
  ['a ruled field that is not nullable', 'type It { a: String! @rule(name: "x") }', {}, /must be nullable/],
  ['a non-null way to a piece', 'type It @piece { a: It! }', {}, /non-null field leads to a piece/],
])('the build refuses %s', (_, sdl, extra: Marks, fault) => {
  expect(() => new PolicyTable(marked(sdl, extra))).toThrow(fault);
});

it('the build names every fault at once', () => {
  expect(() => new PolicyTable(marked('type It { a: String b: String! @rule(name: "x") }'))).toThrow(
    /It\.a: no policy[\s\S]*It\.b: can be withheld/,
  );
});

it('the real schema has exactly one policy for every field', async () => {
  const { schema, policies } = await createSchema();
  expect(policies.fieldsOf('YoungPerson').get('givenName')).toEqual({ kind: 'consent', category: 'IDENTITY' });
  expect(policies.fieldsOf('Note').get('text')).toEqual({ kind: 'piece' });
  expect(Object.keys(schema.getTypeMap()).length).toBeGreaterThan(30);
});
