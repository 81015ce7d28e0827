import { randomUUID } from 'node:crypto';
import { asOwner } from '../storage/viewing.js';
import { writeFacts } from '../support/bring-in-line.js';
import { startTestApp } from '../support/app.js';
import type { Answer, Persona, TestApp } from '../support/app.js';
import { refusalOf } from '../support/refusals.js';
import { caseOf } from '../support/demo-case.js';
import type { YoungCase } from '../support/demo-case.js';

interface Proof {
  case: { couldRead: { readable: boolean; reason: string | null; basis: string | null; statements: number[] } | null };
}
const COULD_READ = `query ($id: ID!, $professionalId: ID!, $holderId: ID!, $at: DateTime!, $knownAt: DateTime) { case(id: $id) {
  couldRead(professionalId: $professionalId, holderId: $holderId, category: SCHOOL_ATTENDANCE, at: $at, knownAt: $knownAt) {
    readable reason basis statements until holder { kind } } } }`;

let app: TestApp;
let alva: YoungCase;
let young: Persona;
let police: Persona;
let coordinator: Persona;
let principal: Persona;

beforeAll(async () => {
  app = await startTestApp();
  young = app.persona({ municipality: 'Uddevalla', name: 'Alva' });
  alva = await caseOf(app, young.token);
  police = app.persona({ municipality: 'Uddevalla', profession: 'POLICE_OFFICER' });
  principal = app.persona({ municipality: 'Uddevalla', profession: 'PRINCIPAL' });
  coordinator = app.persona({ municipality: 'Uddevalla', capacity: 'COORDINATOR' });
});
afterAll(() => app.stop());

/** The clock of the database, past whatever was written before. */
async function now(): Promise<string> {
  const [row] = await asOwner(app.database.login, async (client) => {
    await client.query('select pg_sleep(0.005)');
    return (await client.query<{ at: Date }>('select sig.now() as at')).rows;
  });
  return row!.at.toISOString();
}
const ask = (at: string, knownAt: string | null = null, by = coordinator, who = police.id): Promise<Answer<Proof>> =>
  app.ask<Proof>(by.token, COULD_READ, {
    ...{ id: alva.id, professionalId: who, holderId: alva.agency('SCHOOL'), at, knownAt },
  });
async function readable(at: string, knownAt: string | null = null): Promise<boolean | undefined> {
  return (await ask(at, knownAt)).data.case.couldRead?.readable;
}
const toPolice = (): object => ({
  fromId: alva.agency('SCHOOL'),
  toId: alva.agency('POLICE'),
  categories: ['SCHOOL_ATTENDANCE'],
});
const mutate = (by: Persona, document: string, input: object): Promise<Answer<unknown>> =>
  app.ask(by.token, document, { input: { requestId: randomUUID(), caseId: alva.id, ...input } });

it('answers for an instant by what was recorded then, whatever is written afterwards', async () => {
  const open = await now();
  expect((await ask(open, open)).data.case.couldRead).toMatchObject({
    ...{ readable: true, reason: null, basis: 'CONSENT', holder: { kind: 'SCHOOL' } },
  });
  const block = 'mutation ($input: BlockInput!) { block(input: $input) { id } }';
  const until = new Date(Date.now() + 30 * 86_400_000).toISOString();
  const blocked = await mutate(young, block, { cells: [toPolice()], until });
  const closed = await now();
  const { block: made } = blocked.data as { block: { id: string } };
  await app.ask(young.token, `mutation { unblock(blockId: "${made.id}") { id } }`);
  const again = await now();
  const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString();
  expect([await readable(open), await readable(closed), await readable(again)]).toEqual([true, false, true]);
  // While it was blocked, nobody knew that the block would be lifted before its time.
  expect([await readable(inAWeek, open), await readable(inAWeek, closed), await readable(inAWeek)]).toEqual([
    true,
    false,
    true,
  ]);
});

it('keeps the answer of then when custody, protection, assignment and role are written again', async () => {
  const then = await now();
  const before = (await ask(then, then)).text;
  const owner = (sql: string, values: unknown[]): Promise<unknown> =>
    asOwner(app.database.login, (client) => client.query(sql, values));
  await owner(`update role_term set valid_until = $2 where id = $1`, [police.id, then]);
  expect((await ask(then)).data.case.couldRead).toMatchObject({ readable: false, reason: 'NOT_ASSIGNED' });
  await owner(`update role_term set valid_until = null where id = $1`, [police.id]);
  await owner(`update assignment set valid_until = $3 where case_id = $1 and role_term_id = $2`, [
    alva.id,
    police.id,
    then,
  ]);
  expect((await ask(then)).data.case.couldRead).toMatchObject({ readable: false, reason: 'NOT_ASSIGNED' });
  await owner(`update assignment set valid_until = null where case_id = $1 and role_term_id = $2`, [
    alva.id,
    police.id,
  ]);
  const custody = (until: string | null): Promise<void> =>
    writeFacts(app.database.login, alva.id, 'update custody set valid_until = $2 where case_id = $1', [alva.id, until]);
  await custody('2026-01-01');
  expect((await ask(then)).data.case.couldRead).toMatchObject({ readable: false, reason: 'NO_CONSENT' });
  expect((await ask(then, then)).text).toBe(before);
  await custody(null);
});

it('is told to signers and coordinator, and to nobody else', async () => {
  const at = await now();
  const guardian = app.personas.find(({ id }) => alva.guardianIds.includes(id))!;
  const told = await Promise.all(
    [coordinator, young, guardian, police, principal].map(async (by) => {
      const { data } = await ask(at, null, by);
      return data.case.couldRead?.readable ?? null;
    }),
  );
  expect(told).toEqual([true, true, true, null, null]);
  const { withheld } = await ask(at, null, principal);
  expect(withheld).toContainEqual(
    expect.objectContaining({ path: ['case', 'couldRead'], reason: 'CAPACITY', cells: [] }),
  );
});

it('refuses what nobody can know, and whom the municipality does not know', async () => {
  const at = await now();
  const ahead = new Date(Date.now() + 86_400_000).toISOString();
  const vellinge = app.persona({ municipality: 'Vellinge', profession: 'POLICE_OFFICER' });
  expect(refusalOf(await ask(at, ahead))).toBe('BAD_USER_INPUT knownAtAhead');
  expect(refusalOf(await ask(at, null, coordinator, vellinge.id))).toBe('BAD_USER_INPUT professionalUnknown');
  expect(refusalOf(await ask(at, null, coordinator, randomUUID()))).toBe('BAD_USER_INPUT professionalUnknown');
});

it('says of an instant before the case that nobody was assigned', async () => {
  const { data } = await ask('2020-01-01T00:00:00Z', '2020-01-01T00:00:00Z');
  expect(data.case.couldRead).toMatchObject({ readable: false, reason: 'NOT_ASSIGNED', statements: [] });
});
