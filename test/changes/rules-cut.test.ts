import { randomUUID } from 'node:crypto';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { changing } from '../support/changes.js';
import type { Changing } from '../support/changes.js';
import { PLAN_STREAM, planSeenBy } from '../support/plan-stream.js';
import { rulesInForce } from '../support/rules-input.js';
import { TestSchedule } from '../support/schedule.js';
import { TestSocket } from '../support/socket.js';
import { caseOf } from '../support/demo-case.js';

let app: TestApp;
let writer: Changing;
beforeAll(async () => {
  app = await startTestApp({ schedule: new TestSchedule() });
  writer = await changing(app.database);
});
afterAll(async () => {
  await writer.end();
  await app.stop();
});

it('new rules end the streams of those for whom they close what the stream is about, at once', async () => {
  const persona = (wanted: object): string => app.persona({ municipality: 'Vellinge', ...wanted }).token;
  const ella = await caseOf(app, persona({ name: 'Ella' }));
  const [police, young] = [persona({ profession: 'POLICE_OFFICER' }), persona({ name: 'Ella' })];
  const { actionId } = await planSeenBy(app, police, ({ id }) => id === ella.id);
  const sockets = await Promise.all([police, young].map((token) => TestSocket.signIn(app.url, token)));
  for (const socket of sockets) socket.subscribe('a', PLAN_STREAM, { caseId: ella.id });
  await writer.change(ella.id, { ACTION_CHANGED: [actionId] });
  for (const socket of sockets) {
    expect((await socket.frame('a')).data?.['planChanged']).toMatchObject({ changedActionIds: [actionId] });
  }

  const administrator = persona({ capacity: 'ADMINISTRATOR' });
  const rules = { ...(await rulesInForce(app, administrator)), youngPersonSignsFromAge: 12 };
  const publish = 'mutation ($input: PublishRulePackInput!) { publishRulePack(input: $input) { version } }';
  const { errors } = await app.ask(administrator, publish, {
    input: { requestId: randomUUID(), expectedVersion: 1, rules },
  });
  expect(errors).toBeUndefined();

  const [closed, open] = sockets as [TestSocket, TestSocket];
  const ended = { __typename: 'AccessEnded', caseId: ella.id, reason: 'CONSENT_ENDED' };
  expect((await closed.frame('a')).data?.['planChanged']).toMatchObject(ended);
  // Hers by right: she goes on.
  await writer.change(ella.id, { ACTION_CHANGED: [actionId] });
  expect((await open.frame('a')).data?.['planChanged']).toMatchObject({ changedActionIds: [actionId] });
  await Promise.all(sockets.map((socket) => socket.close()));
});
