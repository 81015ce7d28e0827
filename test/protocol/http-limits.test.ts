import { getIntrospectionQuery } from 'graphql';
import { LIMITS } from '../../src/graphql/limits.js';
import { startHarness } from './http-harness.js';
import type { Answer, Harness } from './http-harness.js';

let server: Harness;
beforeAll(async () => {
  server = await startHarness();
});
afterAll(() => server.stop());

const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');
const deep = (levels: number): string => `{ item ${'{ inner '.repeat(levels - 2)}{ name }${' }'.repeat(levels - 2)} }`;
const reasonOf = (answer: Answer): unknown[] => {
  const [error] = answer.body.errors ?? [];
  return [answer.status, error?.extensions['code'], error?.extensions['reason']];
};

describe('a document at the limit is answered, one over it refused', () => {
  test.each<[string, (size: number) => string, number, string]>([
    ['depth', deep, LIMITS.depth, 'tooDeep'],
    [
      'aliases',
      (size) => `{ item { ${times(size, (index) => `a${index}: name`)} } }`,
      LIMITS.aliases,
      'tooManyAliases',
    ],
    [
      'root fields',
      (size) => `{ ${times(size, (index) => `a${index}: hello`)} }`,
      LIMITS.rootFields,
      'tooManyRootFields',
    ],
    [
      'directives',
      (size) => `{ item { ${times(size, () => 'name @skip(if: false)')} } }`,
      LIMITS.directives,
      'tooManyDirectives',
    ],
    ['tokens', (size) => `{ count(of: [${'1 '.repeat(size - 9)}]) }`, LIMITS.tokens, 'documentTooLarge'],
  ])('%s', async (_, document, limit, reason) => {
    expect(reasonOf(await server.ask({ query: document(limit) }))).toEqual([200, undefined, undefined]);
    expect(reasonOf(await server.ask({ query: document(limit + 1) }))).toEqual([400, 'LIMIT_EXCEEDED', reason]);
  });

  test.each<[string, object]>([
    [
      'literal',
      {
        query:
          '{ items(first: 200) { edges { node { pages(first: 200) { edges { node { name inner { name inner { name } } } } } } } } }',
      },
    ],
    [
      'variable',
      {
        query:
          'query($n: Int) { items(first: $n) { edges { node { pages(first: $n) { edges { node { name inner { name inner { name } } } } } } } } }',
        variables: { n: 200 },
      },
    ],
    [
      'default of the variable',
      {
        query:
          'query($n: Int = 200) { items(first: $n) { edges { node { pages(first: $n) { edges { node { name inner { name inner { name } } } } } } } } }',
      },
    ],
    [
      'default of the schema',
      {
        query:
          '{ items(first: 200) { edges { node { pages { edges { node { pages { edges { node { name } } } } } } } } } }',
      },
    ],
    [
      'page size in a fragment',
      {
        query:
          '{ items(first: 200) { ...E } } fragment E on Page { edges { node { pages(first: 200) { edges { node { name inner { name inner { name } } } } } } } }',
      },
    ],
  ])('cost by a %s', async (_, body) => {
    expect(reasonOf(await server.ask(body))).toEqual([400, 'LIMIT_EXCEEDED', 'tooCostly']);
  });

  test('fragments that double at each level are refused in no time', async () => {
    const size = 100;
    const query =
      times(size, (level) => `fragment F${level} on Item { inner { ...F${level + 1} } inner { ...F${level + 1} } }`) +
      ` fragment F${size} on Item { name } { item { ...F0 } }`;
    const started = performance.now();
    expect(reasonOf(await server.ask({ query }))).toEqual([400, 'LIMIT_EXCEEDED', 'tooDeep']);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test('a document that takes long to validate is refused', async () => {
    expect(reasonOf(await server.ask({ query: `{ item { ${'name '.repeat(1500)} } }` }))).toEqual([
      400,
      'LIMIT_EXCEEDED',
      'tooManyRepeats',
    ]);
  });

  test('a refused document starts nothing', async () => {
    let begun = 0;
    const watched = await startHarness({
      beforeExecution: () => {
        begun++;
        return Promise.resolve();
      },
    });
    await watched.ask({ query: deep(LIMITS.depth + 1) });
    expect(begun).toBe(0);
    await watched.ask({ query: '{ hello }' });
    await watched.stop();
    expect(begun).toBe(1);
  });
});

test('many errors are cut short', async () => {
  const answer = await server.ask({ query: `{ ${times(50, (index) => `x${index}`)} }` });
  expect(answer.body.errors!.length).toBeLessThan(8);
});

test('the standard introspection query stays inside, with every option', async () => {
  const query = getIntrospectionQuery({
    descriptions: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  });
  const answer = await server.ask({ query, operationName: 'IntrospectionQuery' });
  expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
});
