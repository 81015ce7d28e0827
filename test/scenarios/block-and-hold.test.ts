import { randomUUID } from 'node:crypto';
import { startTestApp } from '../support/app.js';
import type { Answer, Persona, TestApp } from '../support/app.js';
import { caseOf } from '../support/demo-case.js';
import type { YoungCase } from '../support/demo-case.js';

let app: TestApp;
let alva: YoungCase;
let young: Persona;
let police: Persona;
let principal: Persona;
let coordinator: Persona;

beforeAll(async () => {
  app = await startTestApp();
  young = app.persona({ municipality: 'Uddevalla', name: 'Alva' });
  alva = await caseOf(app, young.token);
  police = app.persona({ municipality: 'Uddevalla', profession: 'POLICE_OFFICER' });
  principal = app.persona({ municipality: 'Uddevalla', profession: 'PRINCIPAL' });
  coordinator = app.persona({ municipality: 'Uddevalla', capacity: 'COORDINATOR' });
});
afterAll(() => app.stop());

const reasonOf = ({ errors }: Answer<unknown>): string | undefined => errors?.[0]?.extensions.reason;
const codeOf = ({ errors }: Answer<unknown>): string | undefined => errors?.[0]?.extensions.code;

const BLOCK = 'mutation ($input: BlockInput!) { block(input: $input) { id by { personId } holder { id } until } }';
const UNBLOCK = 'mutation ($id: ID!) { unblock(blockId: $id) { id until } }';
interface Blocked {
  block: { id: string; by: { personId: string } | null; holder: { id: string } | null } | null;
}

function block({ token }: Persona, more: object = {}): Promise<Answer<Blocked>> {
  return app.ask<Blocked>(token, BLOCK, {
    input: { requestId: randomUUID(), caseId: alva.id, cells: [toPolice('SCHOOL')], ...more },
  });
}
function toPolice(kind: string): object {
  return { fromId: alva.agency(kind), toId: alva.agency('POLICE'), categories: ['SCHOOL_ATTENDANCE'] };
}

/** The attendance that the police see: 71 while the cell is open. */
async function attendance(): Promise<number | null> {
  interface Schools {
    case: { situation: { schools: { attendancePercent: number | null }[] } };
  }
  const query = 'query ($id: ID!) { case(id: $id) { situation { schools { attendancePercent } } } }';
  const { data } = await app.ask<Schools>(police.token, query, { id: alva.id });
  return (
    data.case.situation.schools.find(({ attendancePercent }) => attendancePercent !== null)?.attendancePercent ?? null
  );
}

describe('a block', () => {
  it('of the young person beats every consent until it is lifted', async () => {
    expect(await attendance()).toBe(71);
    const { data, errors } = await block(young);
    expect([errors, data.block?.by?.personId]).toEqual([undefined, alva.youngPersonId]);
    expect(await attendance()).toBeNull();
    const byAnother = await app.ask(principal.token, UNBLOCK, { id: data.block!.id });
    expect([codeOf(byAnother), await attendance()]).toEqual(['FORBIDDEN', null]);
    await app.ask(young.token, UNBLOCK, { id: data.block!.id });
    expect(await attendance()).toBe(71);
    expect(reasonOf(await app.ask(young.token, UNBLOCK, { id: data.block!.id }))).toBe('blockOver');
  });

  it('of the holder is about its own information, and the coordinator sees it', async () => {
    expect(reasonOf(await block(police))).toBe('onlyOwnInformation');
    const { data, errors, withheld } = await block(principal);
    expect([errors, data.block]).toEqual([undefined, null]);
    expect(withheld).toContainEqual(expect.objectContaining({ path: ['block'], reason: 'CAPACITY', cells: [] }));
    expect(await attendance()).toBeNull();
    const blocks = 'query ($id: ID!) { case(id: $id) { blocks { id holder { id } until } } }';
    interface Blocks {
      case: { blocks: { id: string; holder: { id: string } | null; until: string | null }[] };
    }
    const told = await app.ask<Blocks>(coordinator.token, blocks, { id: alva.id });
    const own = told.data.case.blocks.find(
      ({ holder, until }) => holder?.id === alva.agency('SCHOOL') && until === null,
    )!;
    expect(codeOf(await app.ask(coordinator.token, UNBLOCK, { id: own.id }))).toBe('FORBIDDEN');
    expect(codeOf(await app.ask(principal.token, UNBLOCK, { id: own.id }))).toBeUndefined();
    expect(await attendance()).toBe(71);
  });

  it('on a signer’s word is taken by the coordinator and lifted on the same word', async () => {
    const { data } = await block(coordinator, { bySignerId: alva.guardianIds[0] });
    expect([data.block?.by?.personId, await attendance()]).toEqual([alva.guardianIds[0], null]);
    await app.ask(coordinator.token, UNBLOCK, { id: data.block!.id });
    expect(await attendance()).toBe(71);
  });

  it('speaks for nobody else', async () => {
    expect(reasonOf(await block(young, { bySignerId: alva.guardianIds[0] }))).toBe('onlyOwnStatements');
    expect(reasonOf(await block(coordinator, { bySignerId: randomUUID() }))).toBe('notASigner');
  });
});

describe('a piece that its holder holds back', () => {
  interface Notes {
    case: { notes: { totalCount: number; edges: { node: { id: string } }[] } };
  }
  const notesOf = async ({ token }: Persona): Promise<string[]> => {
    const query = 'query ($id: ID!) { case(id: $id) { notes(first: 100) { totalCount edges { node { id } } } } }';
    const { data } = await app.ask<Notes>(token, query, { id: alva.id });
    return data.case.notes.edges.map(({ node }) => node.id);
  };
  const change = (field: string, { token }: Persona, pieceId: string): Promise<Answer<unknown>> =>
    app.ask(token, `mutation ($pieceId: ID!) { ${field}(pieceId: $pieceId) { id } }`, { pieceId });

  it('leaves no trace for others, and comes back when it is released', async () => {
    const [own, before] = [await notesOf(principal), await notesOf(police)];
    const shared = own.find((id) => before.includes(id))!;
    const holderOf = 'query ($id: ID!) { node(id: $id) { ... on Note { holder { id } } } }';
    const ids = await Promise.all(
      before.map(async (id) => ({
        id,
        answer: await app.ask<{ node: { holder: { id: string } } | null }>(principal.token, holderOf, { id }),
      })),
    );
    const held = ids.find(({ answer }) => answer.data.node?.holder.id === alva.agency('SCHOOL'))!.id;
    expect(shared).toBeDefined();
    expect(codeOf(await change('holdBack', principal, held))).toBeUndefined();
    expect(await notesOf(police)).toEqual(before.filter((id) => id !== held));
    expect(await notesOf(principal)).toEqual(own);
    expect(codeOf(await change('release', police, held))).toBe('NOT_FOUND');
    await change('release', principal, held);
    expect(await notesOf(police)).toEqual(before);
    expect(reasonOf(await change('holdBack', police, held))).toBe('onlyOwnInformation');
    expect(codeOf(await change('holdBack', young, held))).toBe('FORBIDDEN');
  });

  it('is kept from one guardian and not from the young person', async () => {
    interface Goals {
      cases: { edges: { node: { plan: { goals: { actions: { id: string; status: string }[] }[] } | null } }[] };
    }
    const actionsOf = async ({ token }: Persona): Promise<string[]> => {
      const { data } = await app.ask<Goals>(
        token,
        '{ cases { edges { node { plan { goals { actions { id } } } } } } }',
      );
      return data.cases.edges[0]!.node.plan!.goals.flatMap(({ actions }) => actions.map(({ id }) => id));
    };
    const guardian = app.personas.find(({ id }) => alva.guardianIds.includes(id))!;
    const before = await actionsOf(guardian);
    const holders = app.personas.filter(
      ({ municipality, agency }) => municipality.name === 'Uddevalla' && agency !== null,
    );
    const keep =
      'mutation ($pieceId: ID!, $guardianId: ID!) { keepFromGuardian(pieceId: $pieceId, guardianId: $guardianId) { id } }';
    const variables = { pieceId: before[0], guardianId: guardian.id };
    const answers = await Promise.all(holders.map(({ token }) => app.ask(token, keep, variables)));
    expect(answers.some(({ errors }) => errors === undefined)).toBe(true);
    expect(answers.every(({ errors }) => errors?.[0]?.extensions.code !== 'INTERNAL')).toBe(true);
    expect(await actionsOf(guardian)).toEqual(before.slice(1));
    expect(await actionsOf(young)).toContain(before[0]);
  });
});
