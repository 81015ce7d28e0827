import { readFile } from 'node:fs/promises';
import {
  buildSchema,
  getNamedType,
  isCompositeType,
  isRequiredArgument,
  isUnionType,
  Kind,
  Lexer,
  parse,
  Source,
  TokenKind,
  validate,
} from 'graphql';
import type { GraphQLCompositeType, OperationDefinitionNode } from 'graphql';
import { checkLimits, LIMITS } from '../../src/graphql/limits.js';
import { FULL_CASE, FULL_LIST } from '../support/documents.js';

const schema = buildSchema(await readFile(new URL('../../schema.graphql', import.meta.url), 'utf8'));

/** Every field below a type that needs no argument, cycles included, down to a depth. */
function everything(type: GraphQLCompositeType, levels: number): string {
  if (isUnionType(type)) {
    const members = type.getTypes().map((member) => `... on ${member.name} ${everything(member, levels)}`);
    return `{ __typename ${members.join(' ')} }`;
  }
  const withoutArguments = Object.values(type.getFields()).filter((field) => !field.args.some(isRequiredArgument));
  const fields = withoutArguments.map((field) => {
    const inner = getNamedType(field.type);
    if (!isCompositeType(inner)) return field.name;
    return levels > 1 ? `${field.name} ${everything(inner, levels - 1)}` : '';
  });
  return `{ ${['__typename', ...fields].join(' ')} }`;
}

function check(query: string, variables: Record<string, unknown> = {}): void {
  const document = parse(query, { maxTokens: LIMITS.tokens });
  expect(validate(schema, document)).toEqual([]);
  const operation = document.definitions.find(
    ({ kind }) => kind === Kind.OPERATION_DEFINITION,
  ) as OperationDefinitionNode;
  checkLimits({ schema, document, operation, variables });
}

test('a case with everything the schema has, eight levels deep, stays inside with room for more', () => {
  const caseType = schema.getType('Case') as GraphQLCompositeType;
  const query = `query($id: ID!) { case(id: $id) ${everything(caseType, 7)} }`;
  check(query, { id: '7d7f2a62-0a5e-4e0a-9a51-0a1c6a1d6f01' });
  const lexer = new Lexer(new Source(query));
  let tokens = 0;
  while (lexer.advance().kind !== TokenKind.EOF) tokens++;
  expect(tokens).toBeLessThan(LIMITS.tokens / 2);
});

test('the largest documents of the other tests stay inside', () => {
  expect(() => {
    check(FULL_CASE, { id: '7d7f2a62-0a5e-4e0a-9a51-0a1c6a1d6f01' });
    check(FULL_LIST);
  }).not.toThrow();
});

test('all cases with all their notes, two hundred of each, are too much at once', () => {
  const query = `{ cases(first: 200) { edges { node { notes(first: 200) { edges { node { id text category writtenAt holder { id } } } } } } } }`;
  expect(() => {
    check(query);
  }).toThrow('LIMIT_EXCEEDED: tooCostly');
});
