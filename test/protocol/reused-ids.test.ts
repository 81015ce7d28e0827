import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { changing } from '../support/changes.js';
import type { Changing } from '../support/changes.js';
import { within } from '../support/event.js';
import { PLAN_STREAM, planSeenBy } from '../support/plan-stream.js';
import { TestSocket } from '../support/socket.js';

let app: TestApp;
let writer: Changing;
let seen: { token: string; caseId: string; actionId: string };
beforeAll(async () => {
  app = await startTestApp();
  writer = await changing(app.database);
  const { token } = app.persona({ municipality: 'Vellinge', capacity: 'COORDINATOR' });
  seen = { token, ...(await planSeenBy(app, token, ({ status }) => status === 'ACTIVE')) };
});
afterAll(async () => {
  await writer.end();
  await app.stop();
});

it('follows on under an id that its client has just ended and used again', async () => {
  const socket = await TestSocket.signIn(app.url, seen.token);
  for (let times = 0; times < 5; times++) {
    socket.subscribe('a', PLAN_STREAM, { caseId: seen.caseId });
    if (times === 2) await socket.marker();
    if (times < 4) socket.send({ type: 'complete', id: 'a' });
  }
  await socket.marker();
  await writer.change(seen.caseId, { ACTION_CHANGED: [seen.actionId] });
  expect((await socket.frame('a')).data?.['planChanged']).toMatchObject({ changedActionIds: [seen.actionId] });
  expect(await socket.marker()).toMatchObject({ type: 'pong' });
  await socket.close();
});

it('answers again under an id whose completion its client has just heard', async () => {
  const socket = await TestSocket.signIn(app.url, seen.token);
  for (let times = 0; times < 100; times++) {
    socket.subscribe('q', '{ viewer { id } }');
    expect((await socket.next()).type).toBe('next');
    expect(await socket.next()).toEqual({ id: 'q', type: 'complete' });
  }
  await socket.close();
});

it.each(['a', 'å"\\\n7', 'x'.repeat(200)])(
  'refuses a second operation under the id of one that runs: %j',
  async (id) => {
    const socket = await TestSocket.signIn(app.url, seen.token);
    socket.subscribe(id, PLAN_STREAM, { caseId: seen.caseId });
    socket.subscribe(id, PLAN_STREAM, { caseId: seen.caseId });
    const reason = id.length > 100 ? '' : `Subscriber for ${id} already exists`;
    expect(await within('the close', socket.closed)).toEqual({ code: 4409, reason });
  },
);

it.each([
  ['a query', '{ nothing }'],
  ['a mutation', 'mutation { nothing }'],
  ['a subscription', 'subscription { nothing }'],
])('refuses %s that the schema does not have in an error message, and goes on', async (_name, query) => {
  const socket = await TestSocket.signIn(app.url, seen.token);
  socket.subscribe('v', query);
  const refused = await socket.next();
  expect([refused.type, refused.id]).toEqual(['error', 'v']);
  expect(refused.payload).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
  socket.subscribe('v', '{ viewer { id } }');
  expect((await socket.frame('v')).data?.['viewer']).toBeDefined();
  await socket.close();
});
