import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { changing } from '../support/changes.js';
import type { Changing } from '../support/changes.js';
import { casesOf, planSeenBy } from '../support/plan-stream.js';
import { TestSocket } from '../support/socket.js';

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

const PLAN = `subscription ($caseId: ID, $after: Cursor, $begin: StreamBeginning) {
  planChanged(caseId: $caseId, after: $after, begin: $begin) {
    __typename
    ... on StreamStarted { cursor at }
    ... on PlanChanged { cursor changedActionIds plan { id } }
    ... on AccessEnded { cursor reason }
    ... on ResyncRequired { cause }
  }
}`;
const MEETINGS = `subscription ($caseId: ID) {
  meetingChanged(caseId: $caseId, begin: STATE) {
    __typename
    ... on StreamStarted { cursor }
    ... on MeetingChanged { cursor meeting { id } }
  }
}`;

interface Told {
  readonly __typename: string;
  readonly cursor: string;
  readonly changedActionIds?: string[];
  readonly plan?: { id: string };
  readonly meeting?: { id: string };
}

const coordinator = () => app.persona({ municipality: 'Uddevalla', capacity: 'COORDINATOR' }).token;

async function follow(query: string, variables: object, token = coordinator()): Promise<TestSocket> {
  const socket = await TestSocket.signIn(app.url, token);
  socket.subscribe('a', query, variables);
  return socket;
}

async function told(socket: TestSocket): Promise<Told> {
  const { data, errors } = await socket.frame('a');
  if (errors) throw new Error(JSON.stringify(errors));
  return Object.values(data!)[0] as unknown as Told;
}

it('begins with its place when asked to, so that who loses the connection before any change loses none', async () => {
  const { caseId, actionId } = await planSeenBy(app, coordinator(), ({ status }) => status === 'ACTIVE');
  const socket = await follow(PLAN, { caseId, begin: 'PLACE' });
  const started = await told(socket);
  expect(started).toMatchObject({ __typename: 'StreamStarted', cursor: expect.any(String) });
  await socket.close();
  await writer.change(caseId, { ACTION_CHANGED: [actionId] });
  const again = await follow(PLAN, { caseId, begin: 'PLACE', after: started.cursor });
  expect(await told(again)).toMatchObject({ __typename: 'PlanChanged', changedActionIds: [actionId] });
  expect((await again.marker()).type).toBe('pong');
  await again.close();
});

it('begins with the state when asked to: the plan, each meeting, every case', async () => {
  const { caseId, planId } = await planSeenBy(app, coordinator(), ({ status }) => status === 'ACTIVE');
  const plan = await follow(PLAN, { caseId, begin: 'STATE' });
  expect((await told(plan)).__typename).toBe('StreamStarted');
  expect(await told(plan)).toMatchObject({ __typename: 'PlanChanged', plan: { id: planId }, changedActionIds: [] });
  await plan.close();

  const { data } = await app.ask<{ case: { meetings: { edges: { node: { id: string } }[] } } }>(
    coordinator(),
    `{ case(id: "${caseId}") { meetings(first: 100) { edges { node { id } } } } }`,
  );
  const expected = data.case.meetings.edges.map(({ node }) => node.id);
  const meetings = await follow(MEETINGS, { caseId });
  expect((await told(meetings)).__typename).toBe('StreamStarted');
  const seen = [];
  for (const _ of expected) seen.push((await told(meetings)).meeting!.id);
  expect(seen.sort()).toEqual(expected.sort());
  await meetings.close();

  // A stream about a closed case is over, so nothing of it is told.
  const running = (await casesOf(app, coordinator())).filter(({ status }) => status !== 'CLOSED');
  const withPlan = running.flatMap(({ plan: own }) => (own === null ? [] : [own.id]));
  const all = await follow(PLAN, { begin: 'STATE' });
  expect((await told(all)).__typename).toBe('StreamStarted');
  const plans = [];
  for (const _ of withPlan) plans.push((await told(all)).plan!.id);
  expect(plans.sort()).toEqual(withPlan.sort());
  await all.close();
});

it('tells the whole state again to who loses the connection within it', async () => {
  const { caseId, planId } = await planSeenBy(app, coordinator(), ({ status }) => status === 'ACTIVE');
  const socket = await follow(PLAN, { caseId, begin: 'STATE' });
  const { cursor } = await told(socket);
  await socket.close();
  const again = await follow(PLAN, { caseId, begin: 'STATE', after: cursor });
  expect(await told(again)).toMatchObject({ __typename: 'PlanChanged', plan: { id: planId } });
  expect((await again.marker()).type).toBe('pong');
  await again.close();
});

it('says nothing of a place where the stream is over at once, and nothing at all when not asked', async () => {
  const police = app.persona({ municipality: 'Uddevalla', profession: 'POLICE_OFFICER' }).token;
  const elias = (await casesOf(app, police)).find(({ number }) => number.endsWith('-014'))!;
  const closed = await follow(PLAN, { caseId: elias.id, begin: 'STATE' }, police);
  expect((await told(closed)).__typename).toBe('AccessEnded');
  await closed.close();
  const { caseId } = await planSeenBy(app, coordinator(), ({ status }) => status === 'ACTIVE');
  const plain = await follow(PLAN, { caseId });
  expect((await plain.marker()).type).toBe('pong');
  await plain.close();
});
