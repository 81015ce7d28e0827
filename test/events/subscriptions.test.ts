import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { changing } from '../support/changes.js';
import type { Changing } from '../support/changes.js';
import { TestSocket } from '../support/socket.js';

const PLAN = `subscription ($caseId: ID, $after: Cursor) { planChanged(caseId: $caseId, after: $after) {
  __typename
  ... on PlanChanged { cursor changedActionIds plan { id goals { id actions { id what } } } }
  ... on AccessEnded { cursor caseId reason }
  ... on ResyncRequired { cause } } }`;
const CASES = '{ cases(first: 50) { edges { node { id number status plan { id goals { id actions { id } } } } } } }';

interface Cases {
  cases: {
    edges: {
      node: {
        id: string;
        status: string;
        plan: { id: string; goals: { id: string; actions: { id: string }[] }[] } | null;
      };
    }[];
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

async function planSeenBy(token: string) {
  const { data } = await app.ask<Cases>(token, CASES);
  const found = data.cases.edges
    .map(({ node }) => node)
    .find(({ plan }) => plan?.goals.some(({ actions }) => actions.length > 0));
  if (found?.plan === undefined || found.plan === null) throw new Error('No plan');
  return {
    caseId: found.id,
    planId: found.plan.id,
    actionId: found.plan.goals.flatMap(({ actions }) => actions)[0]!.id,
  };
}

describe('a plan that changes', () => {
  it('reaches the coordinator, with what changed', async () => {
    const { token } = app.persona({ municipality: 'Vellinge', capacity: 'COORDINATOR' });
    const { caseId, actionId, planId } = await planSeenBy(token);
    const socket = await TestSocket.signIn(app.url, token);
    socket.subscribe('a', PLAN, { caseId });
    expect((await socket.marker()).type).toBe('pong');
    await writer.change(caseId, { ACTION_CHANGED: [actionId] });
    const { data, extensions } = await socket.frame('a');
    expect(data?.['planChanged']).toMatchObject({
      __typename: 'PlanChanged',
      changedActionIds: [actionId],
      plan: { id: planId },
    });
    expect(extensions?.withheld).toBeDefined();
    await socket.close();
  });
});
