import { readFile } from 'node:fs/promises';
import { createClient } from 'graphql-ws';
import type { Client, ClientOptions } from 'graphql-ws';
import { createClient as createEventClient } from 'graphql-sse';
import { WebSocket } from 'ws';
import { createDevelopmentTokens } from '../../src/http/token.js';
import { loadKeys } from '../../src/crypto/keys.js';
import { startTestApp } from '../support/app.js';
import { changing } from '../support/changes.js';
import { until } from '../support/event.js';
import { PLAN_STREAM, planSeenBy } from '../support/plan-stream.js';

interface Told {
  readonly __typename: string;
  readonly cursor: string;
  readonly reason?: string;
  readonly changedActionIds?: readonly string[];
}
type Follow = (
  client: Client,
  query: string,
  variables: Record<string, unknown>,
  show: (told: Told | undefined, errors: unknown) => void,
) => void;

/** The very lines that the README gives, run as they stand there. */
interface Documented {
  readonly follow: Follow;
  readonly untilItIsBack: Partial<ClientOptions> & { readonly retryWait: (tries: number) => Promise<void> };
  readonly noticeDeadLines: (client: Client) => void;
}

async function documented(): Promise<Documented> {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  const code = /```js\n([\s\S]*?export function follow[\s\S]*?)```/.exec(readme)?.[1] ?? '';
  return (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as Documented;
}

it('a stock client with the lines of the README follows on with a new token and over a restart: nothing lost, nothing twice', async () => {
  const { follow, untilItIsBack, noticeDeadLines } = await documented();
  let app = await startTestApp();
  const { database } = app;
  const port = Number(new URL(app.url).port);
  const writer = await changing(database);
  const { id: subjectId, token } = app.persona({ municipality: 'Vellinge', capacity: 'COORDINATOR' });
  const { caseId, planId, seen } = await planSeenBy(app, token, ({ status }) => status === 'ACTIVE');
  const actions = seen.plan!.goals.flatMap((goal) => goal.actions.map(({ id }) => id));
  const { issueToken } = await createDevelopmentTokens((await loadKeys(database.dataDir)).tokens);
  // The first token is about to expire; so are tokens whenever somebody works for long.
  const lifetimes = [2_000];
  const client = createClient({
    url: `${app.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    ...untilItIsBack,
    retryWait: () => new Promise((resolve) => setImmediate(resolve)),
    connectionParams: async () => {
      const issued = await issueToken({ subjectId, capacity: 'COORDINATOR' }, Date.now(), lifetimes.shift() ?? 600_000);
      return { authorization: `Bearer ${issued}` };
    },
  });
  noticeDeadLines(client);
  const told: Told[] = [];
  const faults: unknown[] = [];
  follow(client, PLAN_STREAM, { caseId }, (one, errors) => {
    if (one === undefined || errors !== undefined) faults.push(errors);
    else told.push(one);
  });
  const changes = (): string[] => told.flatMap(({ changedActionIds }) => changedActionIds ?? []);
  const written: string[] = [];
  const write = async (): Promise<void> => {
    const action = actions[written.length % actions.length]!;
    await writer.change(caseId, { ACTION_CHANGED: [action] });
    written.push(action);
  };
  try {
    // Changes that name no action, until the subscription stands: what was before it is not told.
    await until('a first change', async () => {
      await writer.change(caseId, { PLAN_CHANGED: [planId] });
      return told.length > 0;
    });
    await write();
    await until('the token has expired', () => told.some(({ reason }) => reason === 'TOKEN_EXPIRED'));
    await write();
    await until('what was written with the next token', () => changes().length === written.length);

    await app.stopServer();
    await write();
    app = await startTestApp({ database, config: { port } });
    await write();
    await until('what was written over the restart', () => changes().length === written.length);
    // What waits is told as one, in the order of the plan.
    expect(changes().toSorted()).toEqual(written.toSorted());
    expect(new Set(told.map(({ cursor }) => cursor)).size).toBe(told.length);
    expect(told.filter(({ __typename }) => __typename !== 'PlanChanged').map(({ reason }) => reason)).toContain(
      'TOKEN_EXPIRED',
    );
    expect(faults).toEqual([]);
  } finally {
    await client.dispose();
    await writer.end();
    await app.stop();
  }
}, 60_000);

it('a stock client with the lines of the README waits for a minute at most, however often it has tried', async () => {
  const { untilItIsBack } = await documented();
  const { setTimeout: real } = globalThis;
  const waits: number[] = [];
  globalThis.setTimeout = ((done: () => void, milliseconds: number) => {
    waits.push(milliseconds);
    done();
  }) as never;
  try {
    for (let tries = 0; tries < 2_000; tries++) await untilItIsBack.retryWait(tries);
  } finally {
    globalThis.setTimeout = real;
  }
  expect(waits).toHaveLength(2_000);
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(500);
  expect(Math.max(...waits)).toBeLessThanOrEqual(60_000);
});

it('a stock client with the lines of the README leaves a line on which nothing comes back, and goes on over another', async () => {
  const { untilItIsBack, noticeDeadLines } = await documented();
  const app = await startTestApp();
  const { token } = app.persona({ municipality: 'Vellinge', capacity: 'COORDINATOR' });
  const lines: WebSocket[] = [];
  class Line extends WebSocket {
    constructor(...given: ConstructorParameters<typeof WebSocket>) {
      super(...given);
      lines.push(this);
    }
  }
  const client = createClient({
    url: `${app.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: Line,
    ...untilItIsBack,
    keepAlive: 50,
    retryWait: () => new Promise((resolve) => setImmediate(resolve)),
    connectionParams: { authorization: `Bearer ${token}` },
  });
  noticeDeadLines(client);
  try {
    client.subscribe(
      { query: PLAN_STREAM },
      { next: () => undefined, error: () => undefined, complete: () => undefined },
    );
    let connected = 0;
    client.on('connected', () => (connected += 1));
    await until('the first line', () => connected === 1);
    // As behind a network that is gone: nothing is read any more, and nothing is closed.
    lines[0]?.pause();
    await until('a second line', () => connected === 2);
    expect(lines).toHaveLength(2);
  } finally {
    lines[0]?.terminate();
    await client.dispose();
    await app.stop();
  }
}, 30_000);

it('a stock client of GraphQL over SSE comes back to a server that was away, and loses nothing', async () => {
  const { untilItIsBack } = await documented();
  let app = await startTestApp();
  const { database } = app;
  const port = Number(new URL(app.url).port);
  const writer = await changing(database);
  const { token } = app.persona({ municipality: 'Vellinge', capacity: 'COORDINATOR' });
  const { caseId, actionId } = await planSeenBy(app, token, ({ status }) => status === 'ACTIVE');
  const tries: number[] = [];
  const client = createEventClient({
    url: `${app.url}/graphql`,
    headers: { authorization: `Bearer ${token}` },
    retryAttempts: untilItIsBack.retryAttempts!,
    retry: async (count) => {
      tries.push(count);
      await new Promise((resolve) => setImmediate(resolve));
    },
  });
  const cursors: string[] = [];
  const variables: { caseId: string; after?: string } = { caseId };
  client.subscribe<Record<string, Told>>(
    { query: PLAN_STREAM, variables },
    {
      next({ data }) {
        variables.after = data!['planChanged']!.cursor;
        cursors.push(variables.after);
      },
      error: () => undefined,
      complete: () => undefined,
    },
  );
  try {
    await until('a first change', async () => {
      await writer.change(caseId, { ACTION_CHANGED: [actionId] });
      return cursors.length > 0;
    });
    await app.stopServer();
    const told = cursors.length;
    await until('it tries in vain', () => tries.length > 2);
    await writer.change(caseId, { ACTION_CHANGED: [actionId] });
    app = await startTestApp({ database, config: { port } });
    await until('it is told', () => cursors.length > told);
    expect(new Set(cursors).size).toBe(cursors.length);
  } finally {
    client.dispose();
    await writer.end();
    await app.stop();
  }
}, 60_000);
