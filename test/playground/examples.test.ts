import { EXAMPLES } from '../../src/http/playground/examples.js';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
}, 60_000);
afterAll(() => app.stop());

const query = (key: string): string => EXAMPLES.find((example) => example.key === key)!.query;

test.each(EXAMPLES)(
  '"$key" is answered without an error for every persona',
  async ({ query }) => {
    const answers = await Promise.all(
      app.personas.map(async ({ token, name }) => ({ name, answer: await app.ask(token, query) })),
    );
    expect(answers.filter(({ answer }) => answer.status !== 200 || answer.errors).map(({ name }) => name)).toEqual([]);
  },
  60_000,
);

test.each(['Uddevalla', 'Vellinge'])(
  'in %s the same question gets four different answers, each explained',
  async (municipality) => {
    const four = [
      app.persona({ municipality, profession: 'SOCIAL_WORKER' }),
      app.persona({ municipality, profession: 'PRINCIPAL' }),
      app.persona({ municipality, profession: 'LEISURE_LEADER' }),
      app.persona({ municipality, profession: 'POLICE_OFFICER' }),
    ];
    const answers = await Promise.all(
      four.map(({ token }) => app.ask<{ cases: { edges: object[] } }>(token, query('case'))),
    );
    const shown = answers.map(({ data }) => JSON.stringify(data.cases));
    expect(answers.map(({ data }) => data.cases.edges.length)).toEqual([1, 1, 1, 1]);
    expect(new Set(shown).size).toBe(4);
    expect(answers.every(({ withheld }) => withheld.length > 0)).toBe(true);
  },
);

test('the family sees its consents; a professional is told that the capacity does not', async () => {
  type Data = { cases: { edges: { node: { consents: object[] | null } }[] } };
  const own = await app.ask<Data>(app.persona({ capacity: 'YOUNG_PERSON' }).token, query('family'));
  expect(own.data.cases.edges[0]?.node.consents?.length).toBeGreaterThan(0);
  const staff = await app.ask<Data>(app.persona({ profession: 'POLICE_OFFICER' }).token, query('family'));
  expect(staff.data.cases.edges[0]?.node.consents).toBeNull();
  const closed = { path: ['cases', 'edges', 'node', 'consents'], reason: 'CAPACITY', extent: 'ALL', cells: [] };
  expect(staff.withheld).toContainEqual(expect.objectContaining(closed));
});
