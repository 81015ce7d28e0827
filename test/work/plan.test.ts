import { randomUUID } from 'node:crypto';
import { asOwner } from '../storage/viewing.js';
import { rowsOf } from '../support/piece-rows.js';
import { startTestApp } from '../support/app.js';
import type { Answer, TestApp } from '../support/app.js';
import { refusalOf } from '../support/refusals.js';
import { caseOf } from '../support/demo-case.js';
import type { YoungCase } from '../support/demo-case.js';

let app: TestApp;
let alva: YoungCase;
let elias: YoungCase;
let young: string;
const token = (profession: string): string => app.persona({ municipality: 'Uddevalla', profession }).token;

const GOAL = '{ id version area inOwnWords inProfessionalWords holder { kind } }';
const ACTION = '{ id version category what status dueOn holder { kind } responsible { __typename } }';
const DOCUMENTS = {
  createPlan: `mutation ($input: CreatePlanInput!) { made: createPlan(input: $input) { id goals { id } } }`,
  addGoal: `mutation ($input: AddGoalInput!) { made: addGoal(input: $input) ${GOAL} }`,
  updateGoal: `mutation ($input: UpdateGoalInput!) { made: updateGoal(input: $input) ${GOAL} }`,
  addAction: `mutation ($input: AddActionInput!) { made: addAction(input: $input) ${ACTION} }`,
  updateAction: `mutation ($input: UpdateActionInput!) { made: updateAction(input: $input) ${ACTION} }`,
};
interface Made {
  made: { id: string; version: number; [field: string]: unknown } | null;
}
/** As a client sends it: again, under the same request id, where somebody else held the case for too long. */
async function change(as: string, mutation: keyof typeof DOCUMENTS, input: object): Promise<Answer<Made>> {
  const variables = { input: { requestId: randomUUID(), ...input } };
  let answer = await app.ask<Made>(as, DOCUMENTS[mutation], variables);
  while (refusalOf(answer) === 'CONFLICT changedMeanwhile')
    answer = await app.ask<Made>(as, DOCUMENTS[mutation], variables);
  return answer;
}

interface PlanRead {
  case: {
    plan: {
      id: string;
      progress: { total: number };
      goals: { id: string; version: number; actions: { id: string; what: string; version: number }[] }[];
    } | null;
  };
}
const PLAN = `query ($id: ID!) { case(id: $id) { plan { id progress { total } goals { id version actions { id what version } } } } }`;
const planOf = async (as: string, id = alva.id): Promise<NonNullable<PlanRead['case']['plan']>> =>
  (await app.ask<PlanRead>(as, PLAN, { id })).data.case.plan!;
interface Version {
  readonly version: number;
  readonly author: string | null;
  readonly changes: { field: string; from: string | null; to: string | null }[];
}
/** The versions of one goal or action that somebody may see, newest first. */
async function historyOf(partId: string, as = token('LEISURE_LEADER')): Promise<Version[]> {
  const { data } = await app.ask<{
    case: { plan: { history: { edges: { node: Version & { partId: string; author: { name: string } | null } }[] } } };
  }>(
    as,
    `query ($id: ID!) { case(id: $id) { plan { history(first: 200) { edges { node {
      partId version author { name } changes { field from to } } } } } } }`,
    { id: alva.id },
  );
  return data.case.plan.history.edges
    .map(({ node }) => node)
    .filter((node) => node.partId === partId)
    .toSorted((a, b) => b.version - a.version)
    .map(({ version, author, changes }) => ({ version, author: author?.name ?? null, changes }));
}
async function newGoal(as: string, area = 'LEISURE'): Promise<string> {
  const { id: planId } = await planOf(as);
  return (await change(as, 'addGoal', { planId, area, inProfessionalWords: 'Ett mål' })).data.made!.id;
}
async function newAction(as: string, more: object = {}): Promise<string> {
  const responsible = { agencyId: alva.agency('LEISURE') };
  const input = { goalId: await newGoal(as), what: 'Prova simning', responsible, ...more };
  return (await change(as, 'addAction', input)).data.made!.id;
}

beforeAll(async () => {
  app = await startTestApp();
  young = app.persona({ name: 'Alva' }).token;
  alva = await caseOf(app, young);
  elias = await caseOf(app, app.persona({ municipality: 'Uddevalla', name: 'Elias' }).token);
});
afterAll(() => app.stop());

describe('a plan', () => {
  it("is made once, by the coordinator's agency", async () => {
    const [coordinator, input] = [token('COORDINATOR'), { caseId: elias.id }];
    expect(refusalOf(await change(coordinator, 'createPlan', input))).toBe('INVALID_STATE planExists');
    await asOwner(app.database.login, async (client) => {
      for (const kind of ['EVALUATION', 'MEETING_DECISION', 'ACTION', 'GOAL', 'PLAN'])
        await client.query(`delete from piece where id in (select id from ${rowsOf(kind)} x where case_id = $1)`, [
          elias.id,
        ]);
    });
    expect(refusalOf(await change(token('PRINCIPAL'), 'createPlan', input))).toBe('FORBIDDEN onlyOwnAgency');
    const requestId = randomUUID();
    const { data, text } = await change(coordinator, 'createPlan', { ...input, requestId });
    expect(data.made).toMatchObject({ goals: [] });
    expect((await change(coordinator, 'createPlan', { ...input, requestId })).text).toBe(text);
    expect((await planOf(coordinator, elias.id)).id).toBe(data.made!.id);
  });
});

describe('a goal', () => {
  it("is held by the writer's agency, and the young person changes own words", async () => {
    const goalId = await newGoal(token('LEISURE_LEADER'));
    const own = await change(young, 'updateGoal', { goalId, expectedVersion: 1, inOwnWords: 'Jag vill simma' });
    expect(own.data.made).toMatchObject({ version: 2, inOwnWords: 'Jag vill simma', holder: { kind: 'LEISURE' } });
    const input = { goalId, expectedVersion: 2, inProfessionalWords: 'Simmar varje vecka' };
    expect(refusalOf(await change(young, 'updateGoal', input))).toBe('FORBIDDEN capacityMayNot');
    expect(refusalOf(await change(token('POLICE_OFFICER'), 'updateGoal', input))).toBe('FORBIDDEN onlyOwnAgency');
    expect((await change(token('LEISURE_LEADER'), 'updateGoal', input)).data.made).toMatchObject({
      ...{ version: 3, inOwnWords: 'Jag vill simma', inProfessionalWords: 'Simmar varje vecka' },
    });
    const [, second] = await historyOf(goalId);
    expect(second).toEqual({
      ...{ version: 2, author: null, changes: [{ field: 'inOwnWords', from: null, to: 'Jag vill simma' }] },
    });
  });

  it('needs words, and a plan that the writer may see', async () => {
    const [as, { id: planId }] = [token('LEISURE_LEADER'), await planOf(token('LEISURE_LEADER'))];
    expect(refusalOf(await change(as, 'addGoal', { planId, area: 'LEISURE' }))).toBe('BAD_USER_INPUT goalWithoutText');
    const elsewhere = app.persona({ municipality: 'Vellinge', profession: 'LEISURE_LEADER' }).token;
    const input = { area: 'LEISURE', inOwnWords: 'Ord' };
    const [foreign, unknown] = await Promise.all(
      [planId, randomUUID()].map((id) => change(elsewhere, 'addGoal', { ...input, planId: id })),
    );
    expect(refusalOf(foreign!)).toBe('NOT_FOUND nodeNotFound');
    expect(foreign!.text).toBe(unknown!.text);
  });
});

describe('an action', () => {
  it('takes its category from its goal and is carried forward by whoever is responsible', async () => {
    const responsible = { agencyId: alva.agency('POLICE') };
    const actionId = await newAction(token('LEISURE_LEADER'), { responsible });
    const forward = { actionId, expectedVersion: 1, status: 'IN_PROGRESS' };
    expect(refusalOf(await change(token('PRINCIPAL'), 'updateAction', forward))).toBe('FORBIDDEN onlyResponsible');
    expect((await change(token('POLICE_OFFICER'), 'updateAction', forward)).data.made).toMatchObject({
      ...{ version: 2, status: 'IN_PROGRESS', category: 'LEISURE', holder: { kind: 'LEISURE' } },
    });
    const rewritten = { actionId, expectedVersion: 2, what: 'Något annat' };
    expect(refusalOf(await change(token('POLICE_OFFICER'), 'updateAction', rewritten))).toBe('FORBIDDEN onlyOwnAgency');
    const leisure = await change(token('LEISURE_LEADER'), 'updateAction', { ...rewritten, dueOn: '2027-03-01' });
    expect(leisure.data.made).toMatchObject({ version: 3, what: 'Något annat', dueOn: '2027-03-01' });
    const done = await change(token('COORDINATOR'), 'updateAction', { actionId, expectedVersion: 3, status: 'DONE' });
    expect(done.data.made).toMatchObject({ version: 4, status: 'DONE', dueOn: '2027-03-01' });
    const cancelled = { actionId, expectedVersion: 4, status: 'CANCELLED' };
    expect(refusalOf(await change(token('COORDINATOR'), 'updateAction', cancelled))).toBe('INVALID_STATE actionMayNot');
  });

  it('is evaluated by whoever answers for it, and each evaluation stays', async () => {
    const actionId = await newAction(token('LEISURE_LEADER'));
    const evaluate = `mutation ($input: EvaluateActionInput!) { made: evaluateAction(input: $input) { evaluations { text holder { kind } } } }`;
    const ask = (as: string, text: string): Promise<Answer<{ made: { evaluations: { text: string }[] } | null }>> =>
      app.ask(as, evaluate, { input: { requestId: randomUUID(), actionId, text } });
    await ask(token('LEISURE_LEADER'), 'Gick bra första gången');
    const { data } = await ask(token('COORDINATOR'), 'Fortsätter av sig själv');
    expect(data.made?.evaluations.map(({ text }) => text).toSorted()).toEqual([
      'Fortsätter av sig själv',
      'Gick bra första gången',
    ]);
    expect(refusalOf(await ask(token('POLICE_OFFICER'), 'Ord'))).toBe('FORBIDDEN onlyResponsible');
    expect(refusalOf(await ask(young, 'Ord'))).toBe('FORBIDDEN onlyResponsible');
    expect(refusalOf(await ask(token('LEISURE_LEADER'), ' '))).toBe('BAD_USER_INPUT textEmpty');
  });

  it('of the young person is carried forward by the young person, and no other one is', async () => {
    const responsible = { personId: alva.youngPersonId };
    const own = await newAction(token('LEISURE_LEADER'), { responsible });
    const others = await newAction(token('LEISURE_LEADER'));
    const done = (actionId: string): object => ({ actionId, expectedVersion: 1, status: 'DONE' });
    expect((await change(young, 'updateAction', done(own))).data.made?.['status']).toBe('DONE');
    expect(refusalOf(await change(young, 'updateAction', done(others)))).toBe('FORBIDDEN onlyResponsible');
    const mother = app.persona({ municipality: 'Uddevalla', capacity: 'GUARDIAN', name: 'Jenny' }).token;
    expect(refusalOf(await change(mother, 'updateAction', done(others)))).toBe('FORBIDDEN capacityMayNot');
  });

  it('of the young person is evaluated by the young person too, and no other one is', async () => {
    const leisure = token('LEISURE_LEADER');
    const evaluate = (actionId: string): Promise<Answer<{ made: object }>> =>
      app.ask(
        young,
        `mutation ($input: EvaluateActionInput!) { made: evaluateAction(input: $input) {
          evaluations { text category holder { kind } author { name } } } }`,
        { input: { requestId: randomUUID(), actionId, text: 'Det var roligare än jag trodde' } },
      );
    const own = await newAction(leisure, { responsible: { personId: alva.youngPersonId } });
    const text = 'Det var roligare än jag trodde';
    expect((await evaluate(own)).data.made).toEqual({
      evaluations: [{ text, category: 'LEISURE', holder: { kind: 'LEISURE' }, author: null }],
    });
    expect(refusalOf(await evaluate(await newAction(leisure)))).toBe('FORBIDDEN onlyResponsible');
  });

  it('kept from somebody is not there for them to change, in the words for what does not exist', async () => {
    const actionId = await newAction(token('LEISURE_LEADER'));
    await asOwner(app.database.login, (client) =>
      client.query('update piece set held_back = true where id = $1', [actionId]),
    );
    const police = (id: string): Promise<Answer<Made>> =>
      change(token('POLICE_OFFICER'), 'updateAction', { actionId: id, expectedVersion: 7, status: 'DONE' });
    const [hidden, unknown] = [await police(actionId), await police(randomUUID())];
    expect(refusalOf(hidden)).toBe('NOT_FOUND nodeNotFound');
    expect(hidden.text).toBe(unknown.text);
  });

  it.each([
    ['nobody', {}, 'BAD_USER_INPUT responsibleOnce'],
    ['somebody unknown', { personId: randomUUID() }, 'BAD_USER_INPUT responsibleUnknown'],
    ['an unknown agency', { agencyId: randomUUID() }, 'BAD_USER_INPUT responsibleUnknown'],
  ])('of %s is refused', async (_, responsible, expected) => {
    const as = token('LEISURE_LEADER');
    const input = { goalId: await newGoal(as), what: 'Prova simning', responsible };
    expect(refusalOf(await change(as, 'addAction', input))).toBe(expected);
  });

  it('of somebody whom the writer does not know to take part is refused as if there were nobody', async () => {
    const as = token('LEISURE_LEADER');
    const input = (profession: string): object => ({
      ...{ goalId: undefined, what: 'Prova simning' },
      responsible: { professionalId: app.persona({ municipality: 'Uddevalla', profession }).id },
    });
    const goalId = await newGoal(as);
    expect(refusalOf(await change(as, 'addAction', { ...input('POLICE_OFFICER'), goalId }))).toBe(
      'BAD_USER_INPUT responsibleUnknown',
    );
    expect(refusalOf(await change(as, 'addAction', { ...input('LEISURE_LEADER'), goalId }))).toBe('');
    expect(refusalOf(await change(token('COORDINATOR'), 'addAction', { ...input('POLICE_OFFICER'), goalId }))).toBe('');
  });
});

describe('a lost race', () => {
  it('is a CONFLICT that carries the action as it is, and its reading is recorded', async () => {
    const leisure = token('LEISURE_LEADER');
    const actionId = await newAction(leisure);
    await change(leisure, 'updateAction', { actionId, expectedVersion: 1, what: 'Simskola på tisdagar' });
    const where = `viewer_id = '${app.persona({ municipality: 'Uddevalla', profession: 'COORDINATOR' }).id}'`;
    const before = await recordsOf(where);
    const lost = await change(token('COORDINATOR'), 'updateAction', { actionId, expectedVersion: 1, status: 'DONE' });
    expect(refusalOf(lost)).toBe('CONFLICT versionPassed');
    expect((lost.errors![0]!.extensions as { current?: object }).current).toEqual({
      ...{ id: actionId, version: 2, what: 'Simskola på tisdagar', dueOn: null, status: 'PLANNED' },
      responsible: { __typename: 'Agency', id: alva.agency('LEISURE') },
    });
    const after = await recordsOf(where);
    expect(after.length).toBe(before.length + 1);
    expect(after.at(-1)).toContain('LEISURE');
  });

  async function recordsOf(where: string): Promise<string[]> {
    return asOwner(app.database.login, async (client) => {
      const { rows } = await client.query<{ entries: unknown }>(
        `select entries from access_record where ${where} order by at, id`,
      );
      return rows.map(({ entries }) => JSON.stringify(entries));
    });
  }

  it('loses nothing when fifty edit one plan: what was accepted is there once, the rest had a CONFLICT', async () => {
    const leisure = token('LEISURE_LEADER');
    const [actionId, goalId] = [await newAction(leisure), await newGoal(leisure)];
    const responsible = { agencyId: alva.agency('LEISURE') };
    const editors = ['LEISURE_LEADER', 'COORDINATOR', 'SOCIAL_WORKER', 'POLICE_OFFICER', 'PRINCIPAL'].map(token);
    const by = (index: number): string => editors[index % editors.length]!;
    // The text is its holder's to change, the status also the coordinator's.
    const same = Array.from({ length: 25 }, (_, index) =>
      index % 2 === 0
        ? ([leisure, { actionId, expectedVersion: 1, what: `Ändring ${index}` }] as const)
        : ([token('COORDINATOR'), { actionId, expectedVersion: 1, status: 'IN_PROGRESS' }] as const),
    );
    const other = Array.from({ length: 25 }, (_, index) => ({ goalId, what: `Åtgärd ${index}`, responsible }));
    const [edits, additions] = await Promise.all([
      Promise.all(same.map(([editor, input]) => change(editor, 'updateAction', input))),
      Promise.all(other.map((input, index) => change(by(index), 'addAction', input))),
    ]);
    expect(additions.map(refusalOf)).toEqual(other.map(() => ''));
    const refusals = edits.map(refusalOf);
    expect(refusals.filter((refusal) => refusal === '')).toHaveLength(1);
    expect(refusals.filter((refusal) => refusal === 'CONFLICT versionPassed')).toHaveLength(24);
    const accepted = edits.find(({ errors }) => errors === undefined)!.data.made!;
    const [latest, ...earlier] = await historyOf(actionId);
    const isText = accepted['what'] !== 'Prova simning';
    const changes = isText
      ? [{ field: 'what', from: 'Prova simning', to: accepted['what'] }]
      : [{ field: 'status', from: 'PLANNED', to: 'IN_PROGRESS' }];
    expect(latest).toEqual({ version: 2, author: isText ? 'Jonas Ekeroth' : 'Yasmin Torell', changes });
    expect(earlier.map(({ version }) => version)).toEqual([1]);
    const { goals } = await planOf(leisure);
    const actions = goals.flatMap((goal) => goal.actions);
    expect(actions.find(({ id }) => id === actionId)).toMatchObject({ version: 2, what: accepted['what'] });
    const added = goals.find(({ id }) => id === goalId)!.actions.map(({ what }) => what);
    expect(added.toSorted()).toEqual(other.map(({ what }) => what).toSorted());
    const { rows } = await asOwner(app.database.login, (client) =>
      client.query<{ count: string }>(
        `select count(*) from outbox where kind = 'ACTION_CHANGED' and (ids ? $1 or ids ?| $2::text[])`,
        [actionId, additions.map(({ data }) => data.made!.id)],
      ),
    );
    // The first one is the action's own making.
    expect(Number(rows[0]!.count)).toBe(2 + other.length);
  });

  it('ends when everybody reads again: ten who each merge and retry all get their turn', async () => {
    const leisure = token('LEISURE_LEADER');
    const actionId = await newAction(leisure);
    const persevere = async (index: number): Promise<void> => {
      for (let expectedVersion = 1; ;) {
        const input = { actionId, expectedVersion, what: `Rad ${index}` };
        const answer = await change(leisure, 'updateAction', input);
        if (answer.errors === undefined) return;
        expect(refusalOf(answer)).toBe('CONFLICT versionPassed');
        expectedVersion = (answer.errors[0]!.extensions as unknown as { current: { version: number } }).current.version;
      }
    };
    await Promise.all(Array.from({ length: 10 }, (_, index) => persevere(index)));
    const { goals } = await planOf(leisure);
    expect(goals.flatMap(({ actions }) => actions).find(({ id }) => id === actionId)?.version).toBe(11);
    const history = await historyOf(actionId);
    expect(history.map(({ version }) => version)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    const written = history.slice(0, -1).map(({ changes }) => changes[0]!.to);
    expect(new Set(written).size).toBe(10);
    expect(history.slice(0, -2).map(({ changes }) => changes[0]!.from)).toEqual(written.slice(1));
  });
});
