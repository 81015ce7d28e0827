import pg from 'pg';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { changing } from '../support/changes.js';
import type { Changing } from '../support/changes.js';
import { createTestDatabase } from '../support/database.js';
import { startDatabaseProxy } from '../support/database-proxy.js';
import type { Break, DatabaseProxy } from '../support/database-proxy.js';
import { PLAN_STREAM, planSeenBy } from '../support/plan-stream.js';
import { TestSocket } from '../support/socket.js';

let proxy: DatabaseProxy;
let app: TestApp;
let writer: Changing;
let administrator: pg.Client;
let cursor: string | null = null;
let seen: { caseId: string; planId: string; token: string };

beforeAll(async () => {
  const database = await createTestDatabase({ demo: true });
  proxy = await startDatabaseProxy(database, 'sig_reader');
  app = await startTestApp({ database: proxy.database, sealing: () => () => undefined });
  writer = await changing(database);
  administrator = new pg.Client(database.login);
  await administrator.connect();
  const { token } = app.persona({ municipality: 'Vellinge', profession: 'POLICE_OFFICER' });
  seen = { token, ...(await planSeenBy(app, token, ({ status }) => status === 'ACTIVE')) };
});
afterAll(async () => {
  await writer.end();
  await administrator.end();
  await app.stopServer();
  await proxy.stop();
  await proxy.database.drop();
});

const records = async (): Promise<number> => {
  const { rows } = await administrator.query<{ count: number }>('select count(*)::int as count from sig.access_record');
  return rows[0]?.count ?? -1;
};

/** How many frames so many sockets of one viewer are given of one change, when a connection breaks there. */
async function framesOf(sockets: number, at: Break | null): Promise<number> {
  proxy.begin(null);
  const open = await Promise.all(Array.from({ length: sockets }, () => TestSocket.signIn(app.url, seen.token)));
  // The first frame tells that the stream is open, and where it stands.
  for (const socket of open) socket.subscribe('a', PLAN_STREAM, { caseId: seen.caseId, after: null });
  await writer.change(seen.caseId, { PLAN_CHANGED: [seen.planId] });
  for (const socket of open) cursor = (await socket.frame('a')).data!['planChanged']!['cursor'] as string;
  proxy.begin(at);
  await writer.change(seen.caseId, { PLAN_CHANGED: [seen.planId] });
  const told = await Promise.all(
    open.map((socket) =>
      Promise.race([socket.next(Infinity).then(({ type }) => type), socket.closed.then(() => 'closed')]),
    ),
  );
  for (const socket of open) socket.socket.terminate();
  return told.filter((type) => type === 'next').length;
}

test.each([
  [1, 'BEFORE'],
  [2, 'AFTER'],
] as const)(
  'a connection lost at any step of telling %i of a change, %s it was answered, tells nothing unrecorded and loses nothing',
  async (sockets, when) => {
    expect(await framesOf(sockets, null)).toBe(sockets);
    const steps = proxy.sent;
    expect(steps).toBeGreaterThan(4);
    const told: number[] = [];
    for (let at = 1; at <= steps; at++) {
      const before = await records();
      const frames = await framesOf(sockets, { at, when });
      told.push(frames);
      // Every socket was told of the first change, and each frame has its record.
      expect((await records()) - before).toBeGreaterThanOrEqual(frames + 1);
      proxy.begin(null);
      const again = await TestSocket.signIn(app.url, seen.token);
      again.subscribe('a', PLAN_STREAM, { caseId: seen.caseId, after: cursor });
      expect((await again.frame('a')).data!['planChanged']!['__typename']).toBe('PlanChanged');
      await again.close();
    }
    expect(told).toContain(0);
  },
  120_000,
);
