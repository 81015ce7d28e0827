import { createClient } from 'graphql-sse';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { changing, withdrawal } from '../support/changes.js';
import type { Changing } from '../support/changes.js';
import { within } from '../support/event.js';
import { PLAN_STREAM, planSeenBy } from '../support/plan-stream.js';

let app: TestApp;
let writer: Changing;
let token: string;
let caseId: string;
let actionId: string;

beforeAll(async () => {
  app = await startTestApp();
  writer = await changing(app.database);
  token = app.persona({ municipality: 'Vellinge', capacity: 'COORDINATOR' }).token;
  ({ caseId, actionId } = await planSeenBy(app, token, ({ status }) => status === 'ACTIVE'));
});
afterAll(async () => {
  await writer.end();
  await app.stop();
});

const QUERY = '{ cases(first: 1) { totalCount } }';

function post(
  query: string,
  variables: object,
  headers: Record<string, string> = {},
  url = app.url,
): Promise<Response> {
  return fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      accept: 'text/event-stream',
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
  });
}

/** A response, event by event. */
class Events {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  #text = '';

  constructor(response: Response) {
    this.#reader = response.body!.getReader();
  }

  /** `null` at the end; comments are left out. */
  async next(): Promise<{ event: string; data: string } | null> {
    for (;;) {
      const end = this.#text.indexOf('\n\n');
      if (end >= 0) {
        const block = this.#text.slice(0, end);
        this.#text = this.#text.slice(end + 2);
        const [, event, data] = /^event: (\w+)\ndata:(.*)$/.exec(block) ?? [];
        if (event !== undefined) return { event, data: data ?? '' };
        continue;
      }
      const { done, value } = await within('an event', this.#reader.read());
      if (done) return null;
      this.#text += Buffer.from(value).toString();
    }
  }

  async frame(): Promise<Record<string, unknown>> {
    const event = await this.next();
    if (event?.event !== 'next') throw new Error(`Not a frame: ${JSON.stringify(event)}`);
    return (JSON.parse(event.data) as { data: { planChanged: Record<string, unknown> } }).data.planChanged;
  }

  leave(): Promise<void> {
    return this.#reader.cancel();
  }
}

describe('a stream of events', () => {
  it('tells every change in order, and resumes behind a cursor', async () => {
    const response = await post(PLAN_STREAM, { caseId });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const events = new Events(response);
    const told = [];
    for (let at = 0; at < 3; at++) {
      await writer.change(caseId, { ACTION_CHANGED: [actionId] });
      told.push(await events.frame());
    }
    expect(told.map(({ changedActionIds }) => changedActionIds)).toEqual([[actionId], [actionId], [actionId]]);
    await events.leave();
    const again = new Events(await post(PLAN_STREAM, { caseId, after: told[0]!['cursor'] }));
    expect((await again.frame())['cursor']).toBe(told.at(-1)!['cursor']);
    await again.leave();
  });

  it('answers a query with one frame and completes, when nothing else is accepted', async () => {
    const events = new Events(await post(QUERY, {}));
    expect(JSON.parse((await events.next())!.data)).toMatchObject({
      data: { cases: { totalCount: expect.any(Number) } },
    });
    expect([await events.next(), await events.next()]).toEqual([{ event: 'complete', data: '' }, null]);
  });

  it.each([
    ['a query in JSON', QUERY, 'application/json'],
    ['a subscription as a stream', PLAN_STREAM, 'text/event-stream'],
  ])('answers whoever accepts both: %s', async (_name, query, type) => {
    const response = await post(query, {}, { accept: 'application/json, text/event-stream' });
    expect(response.headers.get('content-type')).toContain(type);
    await response.body?.cancel();
  });

  it('ends with the reason and completes when access does', async () => {
    const police = app.persona({ municipality: 'Vellinge', kind: 'POLICE', capacity: 'PROFESSIONAL' });
    const seen = await planSeenBy(app, police.token, ({ status }) => status === 'ACTIVE');
    const events = new Events(
      await post(PLAN_STREAM, { caseId: seen.caseId }, { authorization: `Bearer ${police.token}` }),
    );
    await writer.change(seen.caseId, { PLAN_CHANGED: [seen.planId] });
    expect(await events.frame()).toMatchObject({ plan: { id: seen.planId } });
    await writer.change(seen.caseId, { CONSENT_CHANGED: [] }, withdrawal(seen.caseId, seen.seen.youngPerson.id));
    expect(await events.frame()).toMatchObject({ __typename: 'AccessEnded', reason: 'CONSENT_ENDED' });
    expect([await events.next(), await events.next()]).toEqual([{ event: 'complete', data: '' }, null]);
  });
});

describe('what is refused before a stream begins', () => {
  it.each<[string, string, Record<string, string>, number, string]>([
    ['without a token', PLAN_STREAM, { authorization: '' }, 401, 'UNAUTHENTICATED'],
    ['with a token that is none', PLAN_STREAM, { authorization: 'Bearer a.b.c' }, 401, 'UNAUTHENTICATED'],
    ['what is no GraphQL', 'subscription {', {}, 400, 'GRAPHQL_PARSE_FAILED'],
    ['what the schema does not have', 'subscription { nothing }', {}, 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['what a form could send', PLAN_STREAM, { 'content-type': 'text/plain' }, 415, 'BAD_REQUEST'],
  ])('%s', async (_name, query, headers, status, code) => {
    const response = await post(query, {}, headers);
    expect(response.headers.get('content-type')).toContain('application/json');
    const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
    expect([response.status, errors[0]?.extensions.code]).toEqual([status, code]);
  });

  it('says of a case of others what it says of none, and completes', async () => {
    const others = await planSeenBy(app, app.persona({ municipality: 'Uddevalla', capacity: 'COORDINATOR' }).token);
    const told = async (id: string): Promise<unknown[]> => {
      const events = new Events(await post(PLAN_STREAM, { caseId: id }));
      return [await events.next(), await events.next(), await events.next()];
    };
    const refused = await told(others.caseId);
    expect(refused).toEqual(await told('00000000-0000-4000-8000-000000000000'));
    expect(JSON.stringify(refused)).toContain('NOT_FOUND');
  });

  it('more than a hundred streams of one viewer', async () => {
    const { token: guardian } = app.persona({ capacity: 'GUARDIAN' });
    const headers = { authorization: `Bearer ${guardian}` };
    const streams = await Promise.all(Array.from({ length: 100 }, () => post(PLAN_STREAM, {}, headers)));
    expect((await post(PLAN_STREAM, {}, headers)).status).toBe(503);
    for (const stream of streams) await stream.body?.cancel();
  });
});

it('lets the stock client resume without loss or duplicate when the server is restarted', async () => {
  const second = await startTestApp({ database: app.database });
  let { url } = second;
  const variables: { caseId: string; after?: string } = { caseId };
  const client = createClient({
    url: () => `${url}/graphql`,
    headers: { authorization: `Bearer ${token}` },
    retryAttempts: 20,
    retry: () => new Promise((resolve) => setImmediate(resolve)),
    on: { connected: () => connected() },
  });
  let connected: () => void = () => undefined;
  const open = new Promise<void>((resolve) => (connected = resolve));
  const cursors: string[] = [];
  let told: () => void = () => undefined;
  const until = (count: number): Promise<void> =>
    within('frames', new Promise((resolve) => (told = () => cursors.length >= count && resolve())));
  const leave = client.subscribe<{ planChanged: { cursor: string } }>(
    { query: PLAN_STREAM, variables },
    {
      next: ({ data }) => {
        // The client sends the same object again when it comes back: this one line makes it resume.
        variables.after = data!.planChanged.cursor;
        cursors.push(variables.after);
        told();
      },
      error: (error) => {
        throw error;
      },
      complete: () => undefined,
    },
  );
  const first = until(1);
  await within('the connection', open);
  await writer.change(caseId, { ACTION_CHANGED: [actionId] });
  await first;
  url = app.url;
  const rest = until(2);
  await second.stopServer();
  for (let at = 0; at < 3; at++) await writer.change(caseId, { ACTION_CHANGED: [actionId] });
  await rest;
  expect(new Set(cursors).size).toBe(cursors.length);
  leave();
  client.dispose();
});
