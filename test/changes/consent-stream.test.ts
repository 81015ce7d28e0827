import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { changing } from '../support/changes.js';
import type { Changing } from '../support/changes.js';
import { casesOf } from '../support/plan-stream.js';
import { TestSocket } from '../support/socket.js';

const STREAM = `subscription ($caseId: ID, $after: Cursor) { consentChanged(caseId: $caseId, after: $after) {
  __typename
  ... on ConsentChanged { cursor changedIds case { id consents { id decision } blocks { id } sharing { open } } }
  ... on AccessEnded { caseId reason } } }`;
const WITHDRAW = `mutation ($caseId: ID!) { withdrawConsent(caseId: $caseId) { id } }`;

interface Told {
  readonly __typename: string;
  readonly cursor: string;
  readonly changedIds: readonly string[];
  readonly case: {
    readonly consents: readonly { readonly id: string; readonly decision: string }[];
    readonly sharing: readonly { readonly open: boolean }[];
  };
}

let app: TestApp;
let writer: Changing;
beforeAll(async () => {
  app = await startTestApp();
  writer = await changing(app.database);
});
afterAll(async () => {
  await writer.end();
  await app.stop();
});

async function told(socket: TestSocket): Promise<Told> {
  return (await socket.frame('a')).data?.['consentChanged'] as unknown as Told;
}

it('tells signers and coordinator of a withdrawal at once, with what is shared now', async () => {
  const young = app.persona({ municipality: 'Uddevalla', capacity: 'YOUNG_PERSON' });
  const caseId = (await casesOf(app, young.token))[0]!.id;
  const { rows } = await writer.client.query<{ id: string }>('select id from sig.person where case_id = $1', [caseId]);
  const guardian = app.personas.find(
    ({ id, capacity }) => capacity === 'GUARDIAN' && rows.some((row) => row.id === id),
  );
  const coordinator = app.persona({ municipality: 'Uddevalla', capacity: 'COORDINATOR' });
  const tokens = [young, coordinator, guardian].flatMap((persona) => persona?.token ?? []);
  expect(tokens).toHaveLength(3);
  const sockets = await Promise.all(tokens.map((token) => TestSocket.signIn(app.url, token)));
  for (const socket of sockets) {
    socket.subscribe('a', STREAM, { caseId });
    await socket.marker();
  }
  const { errors } = await app.ask(young.token, WITHDRAW, { caseId });
  expect(errors).toBeUndefined();
  for (const socket of sockets) {
    const frame = await told(socket);
    const changed = frame.case.consents.filter(({ id }) => frame.changedIds.includes(id));
    expect(changed).toEqual([expect.objectContaining({ decision: 'WITHDRAWN' })]);
    expect(frame.case.sharing.some(({ open }) => open)).toBe(false);
    await socket.close();
  }
});

it.each(['PROFESSIONAL', 'STEERING_MEMBER', 'ADMINISTRATOR'])(
  'is refused to a capacity that may not know: %s',
  async (capacity) => {
    const { token } = app.persona({ municipality: 'Uddevalla', capacity });
    const socket = await TestSocket.signIn(app.url, token);
    socket.subscribe('a', STREAM);
    expect((await socket.frame('a')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await socket.next()).type).toBe('complete');
    await socket.close();
  },
);

it('resumes behind its cursor, and with no cursor of another stream', async () => {
  const { token } = app.persona({ municipality: 'Vellinge', capacity: 'COORDINATOR' });
  const seen = (await casesOf(app, token)).find(({ status }) => status === 'ACTIVE');
  const { rows } = await writer.client.query<{ id: string }>(
    'select id from sig.consent_statement where case_id = $1',
    [seen!.id],
  );
  const socket = await TestSocket.signIn(app.url, token);
  socket.subscribe('a', STREAM, { caseId: seen!.id });
  const change = async (): Promise<Awaited<ReturnType<typeof told>>> => {
    await writer.change(seen!.id, { CONSENT_CHANGED: [rows[0]!.id] });
    return told(socket);
  };
  const [first, second] = [await change(), await change()];
  expect(first.changedIds).toEqual([rows[0]!.id]);
  await socket.close();
  const again = await TestSocket.signIn(app.url, token);
  again.subscribe('a', STREAM, { caseId: seen!.id, after: first.cursor });
  expect((await told(again)).cursor).toBe(second.cursor);
  again.subscribe(
    'b',
    'subscription ($id: ID, $after: Cursor) { planChanged(caseId: $id, after: $after) { __typename } }',
    {
      id: seen!.id,
      after: first.cursor,
    },
  );
  expect((await again.frame('b')).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  await again.close();
});
