/** A data period that has ended: every way out says the same, of what is recorded now and of what was recorded then. */
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { consentStory } from '../support/consent-story.js';
import type { ConsentStory, NamedCell } from '../support/consent-story.js';

const DAY = 86_400_000;
const CELL: NamedCell = ['LEISURE', 'POLICE', 'LEISURE'];

let app: TestApp;
let story: ConsentStory;
beforeAll(async () => {
  app = await startTestApp();
  story = await consentStory(app, 'Uddevalla', 'Elias');
});
afterAll(() => app.stop());

interface Told {
  case: {
    access: { holder: { id: string }; category: string; readable: boolean; readableEarlier: string }[];
    notes: { edges: { node: { id: string } }[] };
  };
}

it('what was recorded in it is shown, what is recorded now is not, and nothing contradicts that', async () => {
  const { youngPersonId, guardianIds, id } = story.young;
  const now = Date.now();
  const iso = (instant: number): string => new Date(instant).toISOString();
  const signers = Object.fromEntries([youngPersonId, ...guardianIds].map((one) => [one, 'GRANTED' as const]));
  const dataPeriods = [{ from: iso(now - 100 * DAY), until: iso(now + DAY) }];
  expect((await story.form(signers, [CELL], { dataPeriods })).errors).toBeUndefined();
  const then = await story.note();
  await story.at(now + 3 * DAY);
  const later = await story.note();

  const query = `query ($id: ID!) { case(id: $id) { access { holder { id } category readable readableEarlier }
    notes(first: 50, category: LEISURE) { edges { node { id } } } } }`;
  const { data, withheld } = await story.ask<Told>({ profession: 'POLICE_OFFICER' }, query);
  const notes = data.case.notes.edges.map(({ node }) => node.id);
  expect([notes.includes(then), notes.includes(later)]).toEqual([true, false]);
  const holder = story.young.agency('LEISURE');
  const cell = data.case.access.find((one) => one.holder.id === holder && one.category === 'LEISURE');
  expect(cell).toMatchObject({ readable: false, readableEarlier: 'SOME' });
  const told = withheld.filter(({ cells }) => cells.some((one) => one.holder === holder));
  expect(told).toMatchObject([{ path: ['case', 'notes'], reason: 'NO_CONSENT', extent: 'NOW', caseIds: [id] }]);

  interface Shared {
    case: {
      sharing: { from: { id: string }; to: { id: string }; category: string; open: boolean; openEarlier: string }[];
      couldRead: { readable: boolean; readableEarlier: string };
    };
  }
  const asked = `query ($id: ID!, $holder: ID!, $officer: ID!, $at: DateTime!) { case(id: $id) {
    sharing { from { id } to { id } category open openEarlier }
    couldRead(professionalId: $officer, holderId: $holder, category: LEISURE, at: $at) { readable readableEarlier } } }`;
  const officer = app.persona({ municipality: 'Uddevalla', profession: 'POLICE_OFFICER' }).id;
  const at = iso(now + 3 * DAY);
  const answer = await story.ask<Shared>({ capacity: 'COORDINATOR' }, asked, { holder, officer, at });
  expect(answer.errors).toBeUndefined();
  const shared = answer.data.case.sharing.find(
    ({ from, to, category }) => from.id === holder && to.id === story.young.agency('POLICE') && category === 'LEISURE',
  );
  expect(shared).toMatchObject({ open: false, openEarlier: 'SOME' });
  expect(answer.data.case.couldRead).toEqual({ readable: false, readableEarlier: 'SOME' });
});
