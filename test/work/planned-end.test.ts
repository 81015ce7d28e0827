/** R18: a short period, about four months. Nobody has to look for the day on which it is over. */
import { setClock } from '../../src/storage/clock.js';
import { openPools } from '../../src/storage/pools.js';
import type { Pools } from '../../src/storage/pools.js';
import { tellPlannedEnds } from '../../src/notification/planned-ends.js';
import { startTestApp } from '../support/app.js';
import type { Persona, TestApp } from '../support/app.js';
import { allTold } from '../support/told.js';
import { caseOf } from '../support/demo-case.js';
import type { YoungCase } from '../support/demo-case.js';

const DAY = 86_400_000;
let app: TestApp;
let pools: Pools;
let takeTurn: () => Promise<void>;
let ella: YoungCase;
let end: number;

beforeAll(async () => {
  app = await startTestApp({ notifying: (work) => ((takeTurn = work), () => undefined) });
  pools = openPools(app.database.login);
  ella = await caseOf(app, app.persona({ municipality: 'Vellinge', name: 'Ella' }).token);
  const { data } = await app.ask<{ case: { plannedEndOn: string } }>(
    app.persona({ municipality: 'Vellinge', capacity: 'COORDINATOR' }).token,
    'query ($id: ID!) { case(id: $id) { plannedEndOn } }',
    { id: ella.id },
  );
  end = Date.parse(data.case.plannedEndOn);
});
afterAll(async () => {
  await pools.end();
  await app.stop();
});

async function toldOf(who: Persona): Promise<number> {
  const { data } = await app.ask<{
    viewer: { notifications: { edges: { node: { caseId: string; kind: string } }[] } };
  }>(who.token, '{ viewer { notifications(first: 100) { edges { node { caseId kind } } } } }');
  return data.viewer.notifications.edges.filter(({ node }) => node.caseId === ella.id && node.kind === 'CASE').length;
}

/** The turn at noon, so many days before the planned end. */
async function at(daysAhead: number): Promise<void> {
  await setClock(app.database.login, end - daysAhead * DAY + DAY / 2);
  await tellPlannedEnds(pools.jobs);
  await allTold(app.database, takeTurn);
}

it('is told to everybody in the case two weeks ahead, once, and to nobody else', async () => {
  const people = [
    app.persona({ municipality: 'Vellinge', capacity: 'COORDINATOR' }),
    app.persona({ municipality: 'Vellinge', name: 'Ella' }),
  ];
  const other = app.persona({ municipality: 'Uddevalla', capacity: 'COORDINATOR' });
  const told = (): Promise<number[]> => Promise.all([...people, other].map(toldOf));
  const before = await told();
  await at(15);
  expect(await told()).toEqual(before);
  await at(14);
  await at(14);
  await at(3);
  expect(await told()).toEqual([before[0]! + 1, before[1]! + 1, before[2]!]);
});

it('is not for the server’s other roles to tell', async () => {
  for (const pool of [pools.reader, pools.writer]) await expect(tellPlannedEnds(pool)).rejects.toThrow(/permission/);
});
