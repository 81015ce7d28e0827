import { asOwner } from '../storage/viewing.js';
import { startTestApp } from '../support/app.js';
import type { Answer, Persona, TestApp } from '../support/app.js';
import { refusalOf } from '../support/refusals.js';
import { caseOf } from '../support/demo-case.js';
import type { YoungCase } from '../support/demo-case.js';

let app: TestApp;
let alva: YoungCase;
let principal: Persona;
let police: Persona;
let coordinator: Persona;
let young: Persona;

beforeAll(async () => {
  app = await startTestApp();
  const persona = (wanted: object): Persona => app.persona({ municipality: 'Uddevalla', ...wanted });
  young = persona({ name: 'Alva' });
  alva = await caseOf(app, young.token);
  principal = persona({ profession: 'PRINCIPAL' });
  police = persona({ profession: 'POLICE_OFFICER' });
  coordinator = persona({ capacity: 'COORDINATOR' });
});
afterAll(() => app.stop());

type Change = 'holdBack' | 'release';
const byCategory = (change: Change, { token }: Persona, category: string): Promise<Answer<unknown>> =>
  app.ask(token, `mutation ($c: ID!, $k: InformationCategory!) { ${change}(caseId: $c, category: $k) { id } }`, {
    c: alva.id,
    k: category,
  });
const byId = (change: Change, { token }: Persona, pieceId: string): Promise<Answer<unknown>> =>
  app.ask(token, `mutation ($id: ID!) { ${change}(pieceId: $id) { id } }`, { id: pieceId });

const SEEN = `query ($id: ID!) { case(id: $id) {
  youngPerson { givenName phone } situation { schools { attendancePercent passingGrades } } guardians { id givenName }
  otherImportantPersons { id } outcomes { id } mappings(first: 100) { edges { node { id } } }
} }`;
interface Seen {
  case: {
    youngPerson: { givenName: string | null };
    situation: { schools: { attendancePercent: number | null; passingGrades: boolean | null }[] };
  };
}
const seenBy = ({ token }: Persona): Promise<Answer<Seen>> => app.ask<Seen>(token, SEEN, { id: alva.id });
const attendance = ({ data }: Answer<Seen>): (number | null)[] =>
  data.case.situation.schools.map(({ attendancePercent }) => attendancePercent);

it('a situation is held back and released by its category, and others are told nothing of it', async () => {
  const [before, own] = [await seenBy(police), await seenBy(principal)];
  expect(attendance(before)).toContain(71);
  expect(refusalOf(await byCategory('holdBack', principal, 'SCHOOL_ATTENDANCE'))).toBe('');
  const held = await seenBy(police);
  expect(attendance(held)).not.toContain(71);
  expect(held.withheld).toEqual(before.withheld);
  expect(held.data).toEqual(JSON.parse(JSON.stringify(before.data).replace('71', 'null')));
  expect((await seenBy(principal)).text).toBe(own.text);
  await byCategory('release', principal, 'SCHOOL_ATTENDANCE');
  expect((await seenBy(police)).text).toBe(before.text);
});

it('who the young person is, by the coordinator’s agency alone', async () => {
  const before = await seenBy(police);
  expect(before.data.case.youngPerson.givenName).toBe('Alva');
  expect(refusalOf(await byCategory('holdBack', principal, 'IDENTITY'))).toBe('NOT_FOUND nodeNotFound');
  expect(refusalOf(await byCategory('holdBack', coordinator, 'IDENTITY'))).toBe('');
  expect((await seenBy(police)).data.case.youngPerson.givenName).toBeNull();
  await byCategory('release', coordinator, 'IDENTITY');
  expect((await seenBy(police)).text).toBe(before.text);
});

it('everything else that has an id is held by it, whatever kind it is', async () => {
  const named = ['MAPPING', 'EVALUATION', 'IMPORTANT_PERSON', 'OUTCOME', 'MEETING_DECISION', 'AGENDA_ITEM', 'GUARDIAN'];
  // A guardian is known to clients by the person's id.
  const known = `coalesce(p.plain ->> 'personId', p.id::text)`;
  const rows = await asOwner(app.database.login, async (client) => {
    const text = `select k.name as kind, ${known} as id, p.holder_id as "holderId" from piece p join piece_kind k on k.number = p.kind
      where p.case_id = $1 and not p.held_back and k.name = any($2)`;
    return (await client.query<{ kind: string; id: string; holderId: string }>(text, [alva.id, named])).rows;
  });
  const kinds = Map.groupBy(rows, ({ kind }) => kind);
  expect([...kinds.keys()].toSorted()).toEqual(named.toSorted());
  for (const [kind, [piece]] of kinds) {
    const holder = app.personas.find(
      ({ agency, capacity }) => agency?.id === piece!.holderId && ['PROFESSIONAL', 'COORDINATOR'].includes(capacity),
    )!;
    const before = (await seenBy(young)).text;
    expect([kind, refusalOf(await byId('holdBack', holder, piece!.id))]).toEqual([kind, '']);
    const held = await asOwner(app.database.login, async (client) => {
      const text = `select p.held_back as "heldBack" from piece p join piece_kind k on k.number = p.kind where k.name = $2 and ${known} = $1`;
      return (await client.query<{ heldBack: boolean }>(text, [piece!.id, kind])).rows[0]!.heldBack;
    });
    expect([kind, held]).toEqual([kind, true]);
    await byId('release', holder, piece!.id);
    expect((await seenBy(young)).text).toBe(before);
  }
});

it('says what to name', async () => {
  const nothing = await app.ask(principal.token, 'mutation { holdBack { id } }');
  expect(refusalOf(nothing)).toBe('BAD_USER_INPUT holdWhat');
  const half = 'mutation ($c: ID!) { holdBack(caseId: $c) { id } }';
  expect(refusalOf(await app.ask(principal.token, half, { c: alva.id }))).toBe('BAD_USER_INPUT holdWhat');
});
