import { startTestApp } from '../support/app.js';
import { changing } from '../support/changes.js';
import { PLAN_STREAM, planSeenBy } from '../support/plan-stream.js';
import { TestSocket } from '../support/socket.js';

it('drops a frame that grew old before it left, as when the process was stopped, and judges anew what it told', async () => {
  let [ahead, stopAt] = [0, ''];
  const statements: string[] = [];
  const app = await startTestApp({
    elapsed: () => performance.now() + ahead,
    onStatement: (name) => {
      statements.push(name);
      if (name !== stopAt) return;
      stopAt = '';
      ahead += 1_500;
    },
  });
  const writer = await changing(app.database);
  const { token } = app.persona({ municipality: 'Vellinge', capacity: 'COORDINATOR' });
  const { caseId, actionId } = await planSeenBy(app, token, ({ status }) => status === 'ACTIVE');
  const socket = await TestSocket.signIn(app.url, token);
  socket.subscribe('a', PLAN_STREAM, { caseId });
  await socket.marker();
  const tell = async (): Promise<number> => {
    statements.length = 0;
    await writer.change(caseId, { ACTION_CHANGED: [actionId] });
    expect((await socket.frame('a')).data?.['planChanged']).toMatchObject({ changedActionIds: [actionId] });
    expect((await socket.marker()).type).toBe('pong');
    return statements.filter((name) => name === 'record_access').length;
  };
  expect(await tell()).toBe(1);
  // The snapshot is taken and the frame made; then the process stands still.
  stopAt = 'record_access';
  expect(await tell()).toBe(2);
  expect(await tell()).toBe(1);
  await socket.close();
  await writer.end();
  await app.stop();
});
