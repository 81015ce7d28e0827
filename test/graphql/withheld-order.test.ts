/** What is stored takes time to load; the order of an explanation must not tell of it (P11). Found by view equivalence at length. */
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';

let app: TestApp;
beforeAll(async () => void (app = await startTestApp()), 60_000);
afterAll(() => app.stop());

test('explanations stand in the order of the document, whichever field was answered first', async () => {
  const { token } = app.persona({ municipality: 'Uddevalla', profession: 'POLICE_OFFICER' });
  const { data } = await app.ask<{ cases: { edges: { node: { id: string } }[] } }>(
    token,
    '{ cases(first: 50) { edges { node { id } } } }',
  );
  const whole = data.cases.edges.map(({ node }, at) => `c${at}: case(id: "${node.id}") { ...Asked }`).slice(0, 8);
  const list = 'list: cases(first: 50) { edges { node { ...Asked } } }';
  const fragment = 'fragment Asked on Case { youngPerson { address } plan { id } }';
  const rootsOf = async (roots: readonly string[]): Promise<string[]> => {
    const { withheld } = await app.ask(token, `{ ${roots.join(' ')} } ${fragment}`);
    return [...new Set(withheld.map(({ path }) => path[0]!))];
  };
  const [slowFirst, slowLast] = [await rootsOf([list, ...whole]), await rootsOf([...whole, list])];
  expect(slowFirst.length).toBeGreaterThan(3);
  expect(slowFirst[0]).toBe('list');
  expect(slowLast).toEqual([...slowFirst.slice(1), 'list']);
  expect(slowFirst.slice(1)).toEqual(slowFirst.slice(1).toSorted());
});
