/** What is stated about somebody is told to those who speak for them, and to the coordinator. */
import { randomUUID } from 'node:crypto';
import { startTestApp } from '../support/app.js';
import type { Answer, Persona, TestApp } from '../support/app.js';
import { refusalOf } from '../support/refusals.js';
import { caseOf } from '../support/demo-case.js';
import type { YoungCase } from '../support/demo-case.js';

let app: TestApp;
let alva: YoungCase;
let coordinator: Persona;
let young: Persona;
let mother: Persona;
let father: Persona;
let friendId: string;
let friendsMotherId: string;

const ADD = 'mutation ($input: AddSubjectInput!) { made: addSubject(input: $input) { id custody { guardianId } } }';
const RECORD =
  'mutation ($input: RecordConsentInput!) { made: recordConsent(input: $input) { id subjectId sequence } }';
const BLOCK = 'mutation ($input: BlockInput!) { made: block(input: $input) { id subjectId } }';
const READ = `query ($id: ID!) { case(id: $id) { guardians { id } blocks { id subjectId }
  consents { id subjectId sequence decision purpose } } viewer { notifications(first: 50) { totalCount } } }`;

interface Read {
  case: {
    guardians: { id: string }[];
    blocks: { id: string; subjectId: string }[];
    consents: { id: string; subjectId: string; sequence: number }[];
  };
  viewer: { notifications: { totalCount: number } };
}
interface Stated {
  made: { id: string; subjectId: string; sequence: number }[];
}
const read = ({ token }: Persona): Promise<Answer<Read>> => app.ask<Read>(token, READ, { id: alva.id });
const cells = (): object[] => [
  { fromId: alva.agency('LEISURE'), toId: alva.agency('POLICE'), categories: ['LEISURE'] },
];

async function states(subjectId: string, personId: string, decision: string): Promise<Stated['made'][number]> {
  const evidence = { method: 'WRITTEN', formVersion: '1', language: 'sv', informedById: coordinator.id };
  const said = { subjectId, signers: [{ personId, decision }], purpose: 'Om gemensam fritid', evidence };
  const input = { requestId: randomUUID(), caseId: alva.id, ...said, grants: cells() };
  return (await app.ask<Stated>(coordinator.token, RECORD, { input })).data.made[0]!;
}

beforeAll(async () => {
  app = await startTestApp();
  const persona = (wanted: object): Persona => app.persona({ municipality: 'Uddevalla', ...wanted });
  young = persona({ name: 'Alva' });
  alva = await caseOf(app, young.token);
  coordinator = persona({ capacity: 'COORDINATOR' });
  [mother, father] = alva.guardianIds.map((id) => app.personas.find((one) => one.id === id)!) as [Persona, Persona];
  const friend = { givenName: 'Vide', familyName: 'Lind', birthDate: '2012-03-04' };
  const guardians = [{ givenName: 'Ingrid', familyName: 'Lind' }, { personId: mother.id }];
  const input = { requestId: randomUUID(), caseId: alva.id, ...friend, guardians };
  const { data } = await app.ask<{ made: { id: string; custody: { guardianId: string }[] } }>(coordinator.token, ADD, {
    input,
  });
  friendId = data.made.id;
  friendsMotherId = data.made.custody.find(({ guardianId }) => guardianId !== mother.id)!.guardianId;
});
afterAll(() => app.stop());

it("a half-brother's refusal is told to his mother and the coordinator, and to nobody else of the family", async () => {
  const before = await Promise.all([young, father].map(read));
  const said = await states(friendId, friendsMotherId, 'REFUSED');
  for (const who of [coordinator, mother])
    expect((await read(who)).data.case.consents.map(({ id }) => id)).toContain(said.id);
  const after = await Promise.all([young, father].map(read));
  expect(after.map(({ text }) => text)).toEqual(before.map(({ text }) => text));
  for (const { token } of [young, father]) {
    const node = await app.ask(token, 'query ($id: ID!) { node(id: $id) { id } }', { id: said.id });
    const receipt = await app.ask(token, 'query ($id: ID!) { consentReceipt(consentId: $id) { document } }', {
      id: said.id,
    });
    expect([refusalOf(node), refusalOf(receipt)]).toEqual(['NOT_FOUND nodeNotFound', 'NOT_FOUND nodeNotFound']);
  }
  // The numbers of those who are told of Alva's statements alone do not count it.
  const next = await states(alva.youngPersonId, alva.youngPersonId, 'GRANTED');
  const { consents } = (await read(father)).data.case;
  expect(consents.map(({ sequence }) => sequence)).toEqual(consents.map((_, index) => index + 1));
  expect(consents.at(-1)).toMatchObject({ id: next.id, sequence: next.sequence });
});

it('a block says whom it is about, and is told like a statement', async () => {
  const blocked = async (subjectId: string, bySignerId: string): Promise<{ id: string; subjectId: string }> => {
    const input = { requestId: randomUUID(), caseId: alva.id, subjectId, bySignerId, cells: cells() };
    return (await app.ask<{ made: { id: string; subjectId: string } }>(coordinator.token, BLOCK, { input })).data.made;
  };
  const about = await blocked(friendId, friendsMotherId);
  const own = await blocked(alva.youngPersonId, alva.youngPersonId);
  expect([about.subjectId, own.subjectId]).toEqual([friendId, alva.youngPersonId]);
  const told = async (who: Persona): Promise<boolean[]> => {
    const ids = (await read(who)).data.case.blocks.map(({ id }) => id);
    return [about, own].map(({ id }) => ids.includes(id));
  };
  expect(await Promise.all([coordinator, mother, father, young].map(told))).toEqual([
    ...[
      [true, true],
      [true, true],
    ],
    ...[
      [false, true],
      [false, true],
    ],
  ]);
});

it("the guardians of a case are the young person's", async () => {
  for (const who of [coordinator, young, mother, father]) {
    const ids = (await read(who)).data.case.guardians.map(({ id }) => id);
    expect(ids.toSorted()).toEqual(alva.guardianIds.toSorted());
  }
});
