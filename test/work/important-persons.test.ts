import { randomUUID } from 'node:crypto';
import { startTestApp } from '../support/app.js';
import type { Answer, Persona, TestApp } from '../support/app.js';
import { refusalOf } from '../support/refusals.js';
import { caseOf } from '../support/demo-case.js';
import type { YoungCase } from '../support/demo-case.js';

let app: TestApp;
let alva: YoungCase;
let elias: YoungCase;
let coordinator: Persona;
const someone = (wanted: object): Persona => app.persona({ municipality: 'Uddevalla', ...wanted });
const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

beforeAll(async () => {
  app = await startTestApp();
  alva = await caseOf(app, someone({ name: 'Alva' }).token);
  elias = await caseOf(app, someone({ name: 'Elias' }).token);
  coordinator = someone({ capacity: 'COORDINATOR' });
});
afterAll(() => app.stop());

interface Shown {
  id: string;
  name: string;
  relation: string;
  contact: string | null;
  from: string;
  until: string | null;
}
const FIELDS = 'id name relation contact from until';
const send = (type: string, field: string, input: object, as = coordinator): Promise<Answer<{ it: Shown | null }>> =>
  app.ask(as.token, `mutation ($input: ${type}!) { it: ${field}(input: $input) { ${FIELDS} } }`, {
    input: { requestId: randomUUID(), ...input },
  });
const named = (caseId: string, more: object = {}): ReturnType<typeof send> =>
  send('AddImportantPersonInput', 'addImportantPerson', {
    ...{ caseId, name: ' Berit Sandell ', relation: 'Farmor', contact: '070-174 06 02', from: day(-30) },
    ...more,
  });
const ended = (importantPersonId: string, more: object = {}): ReturnType<typeof send> =>
  send('EndImportantPersonInput', 'endImportantPerson', { importantPersonId, ...more });
async function shownTo(who: object, { id }: YoungCase, personId: string): Promise<Shown | undefined> {
  const document = `{ case(id: "${id}") { otherImportantPersons { ${FIELDS} } } }`;
  const { data } = await app.ask<{ case: { otherImportantPersons: Shown[] } }>(someone(who).token, document);
  return data.case.otherImportantPersons.find((person) => person.id === personId);
}

it('is read by the family by right, and by others where the consents cover the family', async () => {
  const ofElias = (await named(elias.id)).data.it!;
  expect(ofElias).toMatchObject({ name: 'Berit Sandell', contact: '070-174 06 02', from: day(-30), until: null });
  expect(await shownTo({ name: 'Elias' }, elias, ofElias.id)).toEqual(ofElias);
  expect(await shownTo({ profession: 'POLICE_OFFICER' }, elias, ofElias.id)).toBeUndefined();
  const ofAlva = (await named(alva.id)).data.it!;
  expect(await shownTo({ profession: 'POLICE_OFFICER' }, alva, ofAlva.id)).toEqual(ofAlva);
});

it.each([
  ['A\u030asa   O\u0308berg\n', 'Åsa Öberg'],
  ['Al\u00adma Påhittad\u200b', 'Alma Påhittad'],
])('has a name in one form, however it was pasted: %j', async (name, kept) => {
  expect((await named(elias.id, { name })).data.it).toMatchObject({ name: kept });
});

it.each([
  ['\u200b\u200d\u2060', 'textEmpty'],
  ['Alma\u202egnaT', 'nameTurned'],
  ['Alma\nPåhittad', 'nameOfLines'],
])('has no name that hides something: %j', async (name, reason) => {
  const answer = await named(elias.id, { name });
  expect(refusalOf(answer)).toBe(`BAD_USER_INPUT ${reason}`);
  expect(answer.errors?.[0]?.extensions).toMatchObject({ argument: 'input.name' });
});

it('can be held back by its holder, and kept from one guardian', async () => {
  const { id } = (await named(alva.id)).data.it!;
  const mother = someone({ name: 'Jenny' });
  const hold = 'mutation ($id: ID!, $request: ID!) { holdBack(pieceId: $id, requestId: $request) { id } }';
  const keep = `mutation ($id: ID!, $of: ID!, $request: ID!) {
    keepFromGuardian(pieceId: $id, guardianId: $of, requestId: $request) { id }
  }`;
  const ask = async (document: string, more = {}): Promise<void> => {
    const { errors } = await app.ask(coordinator.token, document, { id, request: randomUUID(), ...more });
    expect(errors).toBeUndefined();
  };
  expect(await shownTo({ name: 'Jenny' }, alva, id)).toBeDefined();
  await ask(keep, { of: mother.id });
  expect(await shownTo({ name: 'Jenny' }, alva, id)).toBeUndefined();
  expect(await shownTo({ profession: 'POLICE_OFFICER' }, alva, id)).toBeDefined();
  await ask(hold);
  expect(await shownTo({ profession: 'POLICE_OFFICER' }, alva, id)).toBeUndefined();
});

it('stays readable when it ends, and is called in no more', async () => {
  const { id } = (await named(alva.id)).data.it!;
  const meeting = await app.ask<{ it: { id: string } }>(
    coordinator.token,
    'mutation ($input: ScheduleMeetingInput!) { it: scheduleMeeting(input: $input) { id } }',
    {
      input: {
        ...{ requestId: randomUUID(), caseId: alva.id, kind: 'FOLLOW_UP' },
        ...{ startsAt: `${day(10)}T10:00:00Z`, endsAt: `${day(10)}T11:00:00Z` },
      },
    },
  );
  const invite = (): Promise<Answer<unknown>> =>
    app.ask(coordinator.token, 'mutation ($input: InviteInput!) { invite(input: $input) { id } }', {
      input: { requestId: randomUUID(), meetingId: meeting.data.it.id, invitees: [{ personId: id }] },
    });
  expect((await ended(id, { endsOn: day(5) })).data.it).toMatchObject({ id, until: day(5) });
  expect(refusalOf(await invite())).toBe('');
  const over = (await named(alva.id, { until: day(-1) })).data.it!;
  expect(await shownTo({ profession: 'POLICE_OFFICER' }, alva, over.id)).toEqual(over);
  const { errors } = await app.ask(
    coordinator.token,
    'mutation ($input: InviteInput!) { invite(input: $input) { id } }',
    {
      input: { requestId: randomUUID(), meetingId: meeting.data.it.id, invitees: [{ personId: over.id }] },
    },
  );
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

it('an end is told once, never before the first day, and on that day takes back a mistake', async () => {
  const { id } = (await named(alva.id)).data.it!;
  expect(refusalOf(await ended(id, { endsOn: day(-31) }))).toBe('BAD_USER_INPUT endBeforeStart');
  expect((await ended(id, { endsOn: day(-30) })).data.it?.until).toBe(day(-30));
  expect(refusalOf(await ended(id))).toBe('INVALID_STATE importantPersonEnded');
  expect(refusalOf(await named(alva.id, { until: day(-40) }))).toBe('BAD_USER_INPUT periodEmpty');
});
