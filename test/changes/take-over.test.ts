import pg from 'pg';
import { addressFor } from '../../src/storage/connection.js';
import { Sequencer } from '../../src/changes/sequencer.js';
import { startTestApp } from '../support/app.js';
import { changing } from '../support/changes.js';
import { createTestDatabase } from '../support/database.js';
import { PLAN_STREAM, planSeenBy } from '../support/plan-stream.js';
import { TestSchedule } from '../support/schedule.js';
import { TestSocket } from '../support/socket.js';

const HOLDER = `select l.pid from pg_locks l join pg_database d on d.oid = l.database and d.datname = current_database()
  where l.locktype = 'advisory' and l.granted`;

it('takes the numbering from a process that holds it and hangs, and from nobody else', async () => {
  const database = await createTestDatabase({ demo: true });
  // As a process that was stopped, or whose machine is gone: its connection stands, and nothing comes over it.
  const hung = new pg.Client(addressFor(database.login, 'sig_jobs'));
  hung.on('error', () => undefined);
  await hung.connect();
  await hung.query('select pg_advisory_lock(5347107)');
  const schedule = new TestSchedule();
  const app = await startTestApp({ database, schedule });
  const writer = await changing(database);
  const holder = async (): Promise<number | undefined> =>
    (await writer.client.query<{ pid: number }>(HOLDER)).rows[0]?.pid;
  try {
    const { token } = app.persona({ municipality: 'Vellinge', capacity: 'COORDINATOR' });
    const { caseId, actionId } = await planSeenBy(app, token, ({ status }) => status === 'ACTIVE');
    const socket = await TestSocket.signIn(app.url, token);
    socket.subscribe('a', PLAN_STREAM, { caseId });
    await socket.marker();
    const hanging = await holder();
    await writer.change(caseId, { ACTION_CHANGED: [actionId] });
    schedule.tick();
    expect((await socket.marker()).type).toBe('pong');
    expect(await holder()).toBe(hanging);

    await writer.client.query(
      `update sig.outbox set recorded_at = sig.now() - interval '11 seconds' where position is null`,
    );
    schedule.tick();
    expect((await socket.frame('a')).data?.['planChanged']).toMatchObject({ changedActionIds: [actionId] });
    const leading = await holder();
    expect(leading).not.toBe(hanging);

    // Nothing waits any more: whoever numbers now is left alone, however often another process looks.
    const another = new pg.Pool(addressFor(database.login, 'sig_jobs'));
    const client = await another.connect();
    await new Sequencer(client).evictLeader(10_000);
    client.release();
    await another.end();
    await writer.change(caseId, { ACTION_CHANGED: [actionId] });
    expect((await socket.frame('a')).data?.['planChanged']).toMatchObject({ changedActionIds: [actionId] });
    expect(await holder()).toBe(leading);
    await socket.close();
  } finally {
    await writer.end();
    await hung.end().catch(() => undefined);
    await app.stop();
  }
});
