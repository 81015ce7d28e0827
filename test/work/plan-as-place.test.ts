import { randomUUID } from 'node:crypto';
import { startTestApp } from '../support/app.js';
import type { Answer, Persona, TestApp } from '../support/app.js';
import { refusalOf } from '../support/refusals.js';
import { TestSocket } from '../support/socket.js';
import { caseOf } from '../support/demo-case.js';
import type { YoungCase } from '../support/demo-case.js';

let app: TestApp;
let alva: YoungCase;
let leisure: Persona;
let police: Persona;
let young: Persona;
beforeAll(async () => {
  app = await startTestApp();
  young = app.persona({ name: 'Alva' });
  alva = await caseOf(app, young.token);
  leisure = app.persona({ municipality: 'Uddevalla', profession: 'LEISURE_LEADER' });
  police = app.persona({ municipality: 'Uddevalla', profession: 'POLICE_OFFICER' });
});
afterAll(() => app.stop());

interface Read {
  readonly case: {
    readonly plan: {
      readonly id: string | null;
      readonly overallResponsible: { readonly name: string } | null;
      readonly goals: readonly { readonly id: string; readonly actions: readonly { readonly id: string }[] }[];
      readonly actions: readonly { readonly id: string }[];
      readonly progress: { readonly total: number };
      readonly history: { readonly edges: readonly { readonly node: { readonly partId: string } }[] };
    } | null;
  };
}
const READ = `query ($id: ID!) { case(id: $id) { plan { id overallResponsible { name } goals { id actions { id } }
  actions { id } progress { total } history(first: 200) { edges { node { partId } } } } } }`;
const STREAM = `subscription ($id: ID) { planChanged(caseId: $id) {
  ... on PlanChanged { changedActionIds plan { actions { id } } } } }`;
const read = ({ token }: Persona): Promise<Answer<Read>> => app.ask<Read>(token, READ, { id: alva.id });

async function change({ token }: Persona, mutation: string, type: string, input: object): Promise<Answer<Made>> {
  const document = `mutation ($input: ${type}!) { made: ${mutation}(input: $input) { id } }`;
  return app.ask<Made>(token, document, { input: { requestId: randomUUID(), ...input } });
}
interface Made {
  readonly made: { readonly id: string } | null;
}
const idOf = ({ data, errors }: Answer<Made>): string => {
  if (errors !== undefined || data.made === null) throw new Error(JSON.stringify(errors));
  return data.made.id;
};

async function newGoal(as: Persona): Promise<string> {
  const { data } = await read(as);
  const input = { planId: data.case.plan!.id, area: 'LEISURE', inProfessionalWords: 'Simma varje vecka' };
  return idOf(await change(as, 'addGoal', 'AddGoalInput', input));
}
const newAction = (as: Persona, more: object): Promise<Answer<Made>> =>
  change(as, 'addAction', 'AddActionInput', {
    what: 'Ringa simhallen',
    responsible: { agencyId: as.agency!.id },
    ...more,
  });

describe("an action that is one's own", () => {
  it('stands in a list of its own with those of no goal when its goal is held back, and says nothing of any', async () => {
    const goalId = await newGoal(leisure);
    const under = idOf(await newAction(police, { goalId, category: 'PLAN' }));
    const ofNone = idOf(await newAction(police, { caseId: alva.id, category: 'PLAN' }));
    const before = (await read(police)).data.case.plan!;
    const socket = await TestSocket.signIn(app.url, police.token);
    socket.subscribe('a', STREAM, { id: alva.id });
    await socket.marker();
    expect(before.goals.find(({ id }) => id === goalId)?.actions).toEqual([{ id: under }]);
    expect(before.actions).toEqual([{ id: ofNone }]);

    await app.ask(leisure.token, 'mutation ($id: ID!) { holdBack(pieceId: $id) { id } }', { id: goalId });
    const anew = (await socket.frame('a')).data?.['planChanged'];
    expect(anew).toEqual({ changedActionIds: [], plan: { actions: [{ id: under }, { id: ofNone }] } });
    const progress = { actionId: under, expectedVersion: 1, status: 'IN_PROGRESS' };
    idOf(await change(police, 'updateAction', 'UpdateActionInput', progress));
    expect((await socket.frame('a')).data?.['planChanged']).toMatchObject({ changedActionIds: [under] });
    await socket.close();

    const { data, text } = await read(police);
    expect(text).not.toContain(goalId);
    expect(data.case.plan!.actions).toEqual([{ id: under }, { id: ofNone }]);
    expect(data.case.plan!.progress.total).toBe(before.progress.total);
    expect(data.case.plan!.history.edges.map(({ node }) => node.partId)).toEqual(
      expect.arrayContaining([under, ofNone]),
    );
  });

  it('of no goal needs a case and a category, and a goal brings both', async () => {
    const goalId = await newGoal(leisure);
    expect(refusalOf(await newAction(leisure, { category: 'LEISURE' }))).toBe('BAD_USER_INPUT goalOrCase');
    expect(refusalOf(await newAction(leisure, { caseId: alva.id, goalId }))).toBe('BAD_USER_INPUT goalOrCase');
    expect(refusalOf(await newAction(leisure, { caseId: alva.id }))).toBe('BAD_USER_INPUT actionWithoutCategory');
    expect(refusalOf(await newAction(leisure, { caseId: randomUUID(), category: 'LEISURE' }))).toBe(
      'NOT_FOUND nodeNotFound',
    );
  });
});

describe('a plan whose frame is closed', () => {
  it("keeps the agency's own goals and actions, and tells what else is withheld", async () => {
    const goalId = await newGoal(leisure);
    const actionId = idOf(await newAction(leisure, { goalId }));
    const cells = [{ fromId: alva.agency('SOCIAL_SERVICES'), toId: alva.agency('LEISURE'), categories: ['PLAN'] }];
    idOf(await change(young, 'block', 'BlockInput', { caseId: alva.id, cells }));

    const { data, withheld, errors } = await read(leisure);
    expect(errors).toBeUndefined();
    const plan = data.case.plan!;
    expect([plan.id, plan.overallResponsible]).toEqual([null, null]);
    expect(plan.goals).toEqual(expect.arrayContaining([{ id: goalId, actions: [{ id: actionId }] }]));
    expect(plan.progress.total).toBeGreaterThan(0);
    expect(plan.history.edges.map(({ node }) => node.partId)).toEqual(expect.arrayContaining([goalId, actionId]));
    const frame = [{ holder: alva.agency('SOCIAL_SERVICES'), category: 'PLAN' }];
    const closed = { path: ['case', 'plan'], reason: 'NO_CONSENT', extent: 'ALL', cells: frame };
    expect(withheld).toContainEqual(expect.objectContaining(closed));
    expect(withheld.map(({ path }) => path.join('.'))).toContain('case.plan.goals');
    // More can be added where nothing but one's own is seen.
    const added = idOf(await newAction(leisure, { caseId: alva.id, category: 'LEISURE' }));
    expect((await read(leisure)).data.case.plan!.actions).toContainEqual({ id: added });
  });
});
