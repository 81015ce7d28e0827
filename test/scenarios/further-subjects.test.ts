import { localDate } from '../../src/core/calendar.js';
import { randomUUID } from 'node:crypto';
import { startTestApp } from '../support/app.js';
import type { Answer, Persona, TestApp } from '../support/app.js';
import { refusalOf } from '../support/refusals.js';
import { caseOf } from '../support/demo-case.js';
import type { YoungCase } from '../support/demo-case.js';

let app: TestApp;
let alva: YoungCase;
let coordinator: Persona;
let leisure: Persona;
let police: Persona;

beforeAll(async () => {
  app = await startTestApp();
  const persona = (wanted: object): Persona => app.persona({ municipality: 'Uddevalla', ...wanted });
  alva = await caseOf(app, persona({ name: 'Alva' }).token);
  coordinator = persona({ capacity: 'COORDINATOR' });
  leisure = persona({ profession: 'LEISURE_LEADER' });
  police = persona({ profession: 'POLICE_OFFICER' });
});
afterAll(() => app.stop());

interface Subject {
  id: string;
  givenName: string;
  birthDate: string;
  custody: { guardianId: string; until: string | null }[];
}
const ADD =
  'mutation ($input: AddSubjectInput!) { addSubject(input: $input) { id givenName birthDate custody { guardianId until } } }';
function add(more: object = {}): Promise<Answer<{ addSubject: Subject | null }>> {
  const guardians = [{ givenName: 'Ingrid', familyName: 'Lind' }];
  const friend = { givenName: 'Vide', familyName: 'Lind', birthDate: '2012-03-04', guardians };
  return app.ask(coordinator.token, ADD, { input: { requestId: randomUUID(), caseId: alva.id, ...friend, ...more } });
}
async function consents(subjectId: string, personId: string, decision = 'GRANTED'): Promise<void> {
  const RECORD = 'mutation ($input: RecordConsentInput!) { recordConsent(input: $input) { id } }';
  const evidence = { method: 'WRITTEN', formVersion: '1', language: 'sv', informedById: coordinator.id };
  const { errors } = await app.ask(coordinator.token, RECORD, {
    input: {
      ...{ requestId: randomUUID(), caseId: alva.id, subjectId, purpose: 'Gemensam fritid', evidence },
      signers: [{ personId, decision }],
      grants: [{ fromId: alva.agency('LEISURE'), toId: alva.agency('POLICE'), categories: ['LEISURE'] }],
    },
  });
  expect(errors).toBeUndefined();
}
async function writes(subjectIds: string[]): Promise<string> {
  const WRITE = 'mutation ($input: WriteNoteInput!) { writeNote(input: $input) { id } }';
  const input = { requestId: randomUUID(), caseId: alva.id, category: 'LEISURE', text: 'De spelar ihop', subjectIds };
  return (await app.ask<{ writeNote: { id: string } }>(leisure.token, WRITE, { input })).data.writeNote.id;
}
const reads = async ({ token }: Persona, id: string): Promise<boolean> =>
  (await app.ask<{ node: object | null }>(token, 'query ($id: ID!) { node(id: $id) { id } }', { id })).data.node !==
  null;
const custody = (field: string, type: string, input: object): Promise<Answer<unknown>> =>
  app.ask(coordinator.token, `mutation ($input: ${type}!) { ${field}(input: $input) { id } }`, {
    input: { requestId: randomUUID(), caseId: alva.id, ...input },
  });

interface Seen {
  case: { subjects: Subject[]; guardians: { givenName: string | null }[] };
}
const seenBy = async ({ token }: Persona): Promise<Seen['case']> =>
  (
    await app.ask<Seen>(
      token,
      'query ($id: ID!) { case(id: $id) { subjects { id givenName birthDate custody { guardianId until } } guardians { givenName } } }',
      { id: alva.id },
    )
  ).data.case;

it('a friend has signers of their own, and what is about both opens only when all of both say yes', async () => {
  const vide = (await add()).data.addSubject!;
  const ingrid = vide.custody[0]!.guardianId;
  expect(vide).toMatchObject({ givenName: 'Vide', birthDate: '2012-03-04' });
  for (const personId of [alva.youngPersonId, ...alva.guardianIds]) await consents(alva.youngPersonId, personId);
  const [aboutAlva, aboutBoth] = [await writes([alva.youngPersonId]), await writes([alva.youngPersonId, vide.id])];
  const seen = async (): Promise<boolean[]> => Promise.all([aboutAlva, aboutBoth].map((id) => reads(police, id)));
  expect(await seen()).toEqual([true, false]);
  await consents(vide.id, vide.id);
  expect(await seen()).toEqual([true, false]);
  await consents(vide.id, ingrid);
  expect(await seen()).toEqual([true, true]);
  const no = 'mutation ($c: ID!, $s: ID!, $x: ID!) { withdrawConsent(caseId: $c, subjectId: $s, signerId: $x) { id } }';
  await app.ask(leisure.token, no, { c: alva.id, s: vide.id, x: ingrid });
  expect(await seen()).toEqual([true, false]);
});

it('custody, prevention and its end work for a friend as for the young person', async () => {
  const mira = (await add({ givenName: 'Mira' })).data.addSubject!;
  const [guardian] = mira.custody;
  const note = await writes([mira.id]);
  await consents(mira.id, mira.id);
  expect(await reads(police, note)).toBe(false);
  const day = (days: number): string => localDate(Date.now() + days * 86_400_000);
  const theirs = { subjectId: mira.id, guardianId: guardian!.guardianId };
  // One who is prevented is not asked; but below 18 somebody who has custody must sign.
  await custody('recordPrevention', 'CustodyInput', { ...theirs, from: day(0) });
  expect(await reads(police, note)).toBe(false);
  const [mother] = alva.guardianIds;
  await custody('recordCustody', 'CustodyInput', { subjectId: mira.id, guardianId: mother, from: day(-1) });
  await consents(mira.id, mother!);
  expect(await reads(police, note)).toBe(true);
  await custody('endCustody', 'EndCustodyInput', { subjectId: mira.id, guardianId: mother, until: day(-0) });
  expect(await reads(police, note)).toBe(false);
  const seen = (await seenBy(coordinator)).subjects.find(({ id }) => id === mira.id);
  expect(seen?.custody.map(({ until }) => until)).toEqual([null, day(0)]);
});

it('who a friend is, and whose child, is for the coordinator’s agency and nobody else', async () => {
  const tova = (await add({ givenName: 'Tova', guardians: [{ givenName: 'Siv', familyName: 'Berg' }] })).data;
  const siv = tova.addSubject!.custody[0]!.guardianId;
  const named = async (who: Persona): Promise<boolean[]> => {
    const { subjects, guardians } = await seenBy(who);
    // She is no guardian of the young person.
    expect(guardians.map(({ givenName }) => givenName)).not.toContain('Siv');
    return [subjects.some(({ givenName }) => givenName === 'Tova'), await reads(who, siv)];
  };
  expect(await named(coordinator)).toEqual([true, true]);
  const family = [
    app.persona({ name: 'Alva' }),
    app.personas.find(({ id }) => alva.guardianIds.includes(id))!,
    police,
    leisure,
  ];
  for (const who of family) expect(await named(who)).toEqual([false, false]);
});

it('refuses what cannot be, and says what to do', async () => {
  expect(refusalOf(await add({ birthDate: '2099-01-01' }))).toBe('BAD_USER_INPUT birthDateAhead');
  expect(refusalOf(await add({ guardians: [{ givenName: 'Siv' }] }))).toBe('BAD_USER_INPUT guardianOneWay');
  const unknown = [{ personId: alva.youngPersonId }];
  expect(refusalOf(await add({ guardians: unknown }))).toBe('BAD_USER_INPUT guardianUnknown');
  const twice = [1, 2].map(() => ({ personId: alva.guardianIds[0] }));
  expect(refusalOf(await add({ guardians: twice }))).toBe('CONFLICT custodyOverlaps');
  expect(refusalOf(await add({ givenName: ' ' }))).toMatch(/^BAD_USER_INPUT/);
});
