import { startTestApp } from '../support/app.js';
import { createTestDatabase } from '../support/database.js';
import { cutAtRandom } from '../support/long-runs/cut-at-random.js';
import { everyChangeOnce } from '../support/long-runs/every-change-once.js';
import { withdrawalRaces } from '../support/long-runs/withdrawal-races.js';

it('hands every committed change to every process, once and in order per case, with one of them numbering', async () => {
  const database = await createTestDatabase({ demo: true });
  const { seconds, ...found } = await everyChangeOnce(database, { events: 20_000, limit: 120_000 });
  expect(found).toEqual({ committed: 20_000, lost: 0, disordered: 0, duplicated: 0, sequencers: 1, faults: [] });
  expect(seconds).toBeGreaterThan(0);
  await database.drop();
}, 180_000);

it('tells subscribers who are cut at random exactly what was written, while both servers are restarted', async () => {
  const database = await createTestDatabase({ demo: true });
  const found = await cutAtRandom(database, { subscribers: 10, cuts: 3, limit: 120_000 });
  expect(found).toMatchObject({ cuts: 30, wrong: 0 });
  expect(found.changes).toBeGreaterThan(3);
  expect(found.rights).toBeGreaterThan(1);
  await database.drop();
}, 180_000);

it('shows nothing of what a withdrawal closed in a snapshot later than it', async () => {
  const app = await startTestApp();
  const found = await withdrawalRaces(app, { races: 8 });
  expect(found).toMatchObject({ races: 8, leaks: 0 });
  expect(found.frames).toBeGreaterThanOrEqual(8);
  await app.stop();
}, 180_000);
