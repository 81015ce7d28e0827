import type { GraphQLInterfaceType } from 'graphql';
import { createSchema } from '../../src/api/schema.js';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { canonical, everythingOf, nodesIn, Questions } from '../support/same-question.js';
import type { AskedNode, Json } from '../support/same-question.js';

const NAMES = ['Karin Stenvall', 'Anders Kvarnlöf', 'Petra Lundmark', 'Yasmin Torell', 'Alva', 'Markus', 'Camelia'];
const DOCUMENTS = 60;

const { schema } = await createSchema();
let app: TestApp;
const whole = new Map<string, { token: string; cases: Record<string, Json>[] }>();

beforeAll(async () => {
  app = await startTestApp();
  for (const name of NAMES) {
    const { token } = app.persona({ municipality: 'Uddevalla', name });
    const { data, errors } = await app.ask<{ cases: { edges: { node: Record<string, Json> }[] } }>(
      token,
      `{ cases(first: 30) { edges { node ${everythingOf('Case')} } } }`,
    );
    if (errors !== undefined) throw new Error(errors[0]?.message);
    whole.set(name, { token, cases: data.cases.edges.map(({ node }) => node) });
  }
});
afterAll(() => app.stop());

/** What a client can ask for by its id alone, whatever it is. */
const NODE_TYPES = new Set(
  schema.getPossibleTypes(schema.getType('Node') as GraphQLInterfaceType).map(({ name }) => name),
);
const askedById = new Set<string>();

/** One of the case's nodes: the case itself every third time, else a type not asked for yet, else each in its turn. */
function someNode(one: Record<string, Json>, turn: number, questions: Questions): AskedNode {
  const byType = [...Map.groupBy(nodesIn('Case', one, NODE_TYPES), ({ type }) => type).values()];
  const unasked = byType.find(([first]) => first !== undefined && !askedById.has(first.type));
  const nodes = turn % 3 === 0 ? byType[0]! : (unasked ?? byType[turn % byType.length]!);
  return nodes[questions.roll(nodes.length)]!;
}

it.each(NAMES)(`%s is told the same however the question is put (${DOCUMENTS} documents)`, async (name) => {
  const { token, cases } = whole.get(name)!;
  const asked = new Set<string>();
  for (let seed = 1; seed <= DOCUMENTS; seed += 1) {
    const questions = new Questions(seed * 1000 + NAMES.indexOf(name));
    const one = cases[questions.roll(cases.length)]!;
    const { type, id, answer } = someNode(one, seed, questions);
    const question = questions.ask(type);
    const isCase = type === 'Case' && questions.roll(3) > 0;
    const byList = isCase && questions.roll(2) === 0;
    const root = byList
      ? `it: cases(search: "${one['number'] as string}") { edges { node ${question.selection} } }`
      : isCase
        ? `it: case(id: "${id}") ${question.selection}`
        : `it: node(id: "${id}") { ... on ${type} ${question.selection} }`;
    if (root.startsWith('it: node')) askedById.add(type);
    const document = `{ ${root} } ${questions.fragments.join(' ')}`;
    asked.add(document);
    const { data, errors } = await app.ask<{ it: Json }>(token, document);
    expect(errors).toBeUndefined();
    const expected = question.expected(answer);
    expect(canonical(data.it)).toBe(canonical(byList ? { edges: [{ node: expected }] } : expected));
  }
  expect(asked.size).toBeGreaterThan(DOCUMENTS * 0.8);
});

it('asked for every type of node by its id', () => {
  expect([...NODE_TYPES].filter((type) => !askedById.has(type))).toEqual([]);
});
