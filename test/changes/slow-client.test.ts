import { startTestApp } from '../support/app.js';
import { pausedClient } from '../support/long-runs/paused-client.js';

it('cuts clients that do not read, over both transports, so that nobody else feels them and nothing is lost', async () => {
  const app = await startTestApp();
  const found = await pausedClient(app, { changes: 320 });
  await app.stop();
  // Waiting changes are shared references: ten megabytes are far more than a full queue.
  expect(found.grownBy).toBeLessThan(10_000_000);
  // Who cannot even take the close within five seconds is cut without one; the stock client comes back after either.
  expect([1006, 1013]).toContain(found.code);
  expect(found.told.socket).toBeLessThan(found.changes);
  expect(found.told.eventStream).toBeLessThan(found.changes);
  expect(found).toMatchObject({ changes: 320, wrong: 0 });
}, 120_000);
