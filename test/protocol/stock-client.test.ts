import { readFile } from 'node:fs/promises';
import { createClient } from 'graphql-ws';
import type { Client, ClientOptions } from 'graphql-ws';
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
async function documented(): Promise<{ follow: Follow; untilItIsBack: Partial<ClientOptions> }> {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  const code = /```js\n([\s\S]*?export function follow[\s\S]*?)```/.exec(readme)?.[1] ?? '';
  return (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as Awaited<ReturnType<typeof documented>>;
}

it('a stock client with the lines of the README follows on with a new token and over a restart: nothing lost, nothing twice', async () => {
  const { follow, untilItIsBack } = await documented();
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
    expect(changes()).toEqual(written);
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
