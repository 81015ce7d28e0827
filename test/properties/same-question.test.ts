import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { canonical, everythingOf, Questions } from '../support/same-question.js';
import type { Json } from '../support/same-question.js';

const NAMES = ['Karin Stenvall', 'Anders Kvarnlöf', 'Petra Lundmark', 'Yasmin Torell', 'Alva', 'Markus', 'Jenny'];
const DOCUMENTS = 60;

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

/** Pieces that can be asked for by their own id, with the answer that the case gave. */
function nodesOf(one: Record<string, Json>): { type: string; id: string; answer: Json }[] {
  const nodes: { type: string; id: string; answer: Json }[] = [{ type: 'Case', id: one['id'] as string, answer: one }];
  const add = (type: string, found: Json): void => {
    for (const answer of [found ?? []].flat() as Record<string, Json>[])
      nodes.push({ type, id: answer['id'] as string, answer });
  };
  const edges = (field: string): Json => (one[field] as { edges: { node: Json }[] }).edges.map(({ node }) => node);
  add('YoungPerson', one['youngPerson'] ?? null);
  add('Guardian', one['guardians'] ?? null);
  add('Note', edges('notes'));
  add('Meeting', edges('meetings'));
  add('NeedsMapping', edges('mappings'));
  add('Plan', one['plan'] ?? null);
  add('Goal', (one['plan'] as { goals: Json } | null)?.goals ?? null);
  return nodes;
}

it.each(NAMES)(`%s is told the same however the question is put (${DOCUMENTS} documents)`, async (name) => {
  const { token, cases } = whole.get(name)!;
  const asked = new Set<string>();
  for (let seed = 1; seed <= DOCUMENTS; seed += 1) {
    const questions = new Questions(seed * 1000 + NAMES.indexOf(name));
    const one = cases[questions.roll(cases.length)]!;
    const nodes = nodesOf(one);
    const { type, id, answer } = nodes[questions.roll(3) === 0 ? 0 : questions.roll(nodes.length)]!;
    const question = questions.ask(type);
    const isCase = type === 'Case' && questions.roll(3) > 0;
    const byList = isCase && questions.roll(2) === 0;
    const root = byList
      ? `it: cases(search: "${one['number'] as string}") { edges { node ${question.selection} } }`
      : isCase
        ? `it: case(id: "${id}") ${question.selection}`
        : `it: node(id: "${id}") { ... on ${type} ${question.selection} }`;
    const document = `{ ${root} } ${questions.fragments.join(' ')}`;
    asked.add(document);
    const { data, errors } = await app.ask<{ it: Json }>(token, document);
    expect(errors).toBeUndefined();
    const expected = question.expected(answer);
    expect(canonical(data.it)).toBe(canonical(byList ? { edges: [{ node: expected }] } : expected));
  }
  expect(asked.size).toBeGreaterThan(DOCUMENTS * 0.8);
});
