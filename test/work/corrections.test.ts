import { randomUUID } from 'node:crypto';
import { startTestApp } from '../support/app.js';
import type { Answer, TestApp } from '../support/app.js';
import { refusalOf } from '../support/refusals.js';
import { caseOf } from '../support/demo-case.js';
import type { YoungCase } from '../support/demo-case.js';

let app: TestApp;
let alva: YoungCase;
const token = (profession: string): string => app.persona({ municipality: 'Uddevalla', profession }).token;
const alvas = (): string => app.persona({ municipality: 'Uddevalla', name: 'Alva' }).token;

const NOTE = '{ id text correctsId correctedById objections { text role } }';
interface Note {
  id: string;
  text: string;
  correctsId: string | null;
  correctedById: string | null;
  objections: { text: string; role: string }[];
}
async function change(as: string, field: string, type: string, input: object): Promise<Answer<{ made: Note | null }>> {
  const document = `mutation ($input: ${type}!) { made: ${field}(input: $input) ${NOTE} }`;
  return app.ask(as, document, { input: { requestId: randomUUID(), ...input } });
}
const write = async (as: string, more: object = {}): Promise<Note> =>
  (await change(as, 'writeNote', 'WriteNoteInput', { caseId: alva.id, category: 'PLAN', text: 'Först', ...more })).data
    .made!;
const correct = (as: string, noteId: string, text = 'Rättat'): Promise<Answer<{ made: Note | null }>> =>
  change(as, 'correctNote', 'CorrectNoteInput', { noteId, text });
const objectTo = (as: string, noteId: string, text = 'Så var det inte'): Promise<Answer<{ made: Note | null }>> =>
  change(as, 'object', 'ObjectInput', { noteId, text });
const seen = async (as: string, id: string): Promise<Note | null> =>
  (await app.ask<{ node: Note | null }>(as, `query ($id: ID!) { node(id: $id) { ... on Note ${NOTE} } }`, { id })).data
    .node;

beforeAll(async () => {
  app = await startTestApp();
  alva = await caseOf(app, alvas());
});
afterAll(() => app.stop());

describe('a correction', () => {
  it('is a note of its own beside the one that it corrects, with what was said against that one', async () => {
    const first = await write(token('LEISURE_LEADER'));
    await objectTo(alvas(), first.id);
    const { made } = (await correct(token('LEISURE_LEADER'), first.id)).data;
    expect(made).toMatchObject({ text: 'Rättat', correctsId: first.id, objections: [] });
    expect(await seen(alvas(), first.id)).toMatchObject({
      ...{ text: 'Först', correctedById: made!.id },
      objections: [{ text: 'Så var det inte' }],
    });
  });

  it('is refused to other agencies, and of what was corrected already', async () => {
    const first = await write(token('LEISURE_LEADER'));
    expect(refusalOf(await correct(token('POLICE_OFFICER'), first.id))).toBe('FORBIDDEN onlyOwnAgency');
    expect(refusalOf(await correct(token('LEISURE_LEADER'), randomUUID()))).toBe('NOT_FOUND nodeNotFound');
    expect(refusalOf(await correct(token('LEISURE_LEADER'), first.id, ' '))).toBe('BAD_USER_INPUT textEmpty');
    const both = await Promise.all(['ena', 'andra'].map((text) => correct(token('LEISURE_LEADER'), first.id, text)));
    expect(both.map(refusalOf).toSorted()).toEqual(['', 'CONFLICT noteCorrected']);
  });

  it('is kept from the same people as what it corrects', async () => {
    const first = await write(token('LEISURE_LEADER'));
    const { errors } = await app.ask(token('LEISURE_LEADER'), `mutation { holdBack(pieceId: "${first.id}") { id } }`);
    expect(errors).toBeUndefined();
    const { made } = (await correct(token('LEISURE_LEADER'), first.id)).data;
    expect(await seen(alvas(), made!.id)).toBeNull();
    expect(await seen(token('POLICE_OFFICER'), made!.id)).toBeNull();
  });
});

describe('an objection', () => {
  it('is shown with its note to whoever sees the note', async () => {
    const first = await write(token('LEISURE_LEADER'));
    expect((await objectTo(alvas(), first.id)).data.made?.objections).toEqual([
      { text: 'Så var det inte', role: 'YOUNG_PERSON' },
    ]);
    expect((await seen(token('POLICE_OFFICER'), first.id))?.objections).toHaveLength(1);
  });

  it('is refused to professionals, and of a note that the family may not see, as of none', async () => {
    const first = await write(token('LEISURE_LEADER'));
    const hidden = await write(token('LEISURE_LEADER'), { category: 'OFFENDING' });
    expect(refusalOf(await objectTo(token('LEISURE_LEADER'), first.id))).toBe('FORBIDDEN capacityMayNot');
    const [one, none] = await Promise.all([hidden.id, randomUUID()].map((id) => objectTo(alvas(), id)));
    expect([refusalOf(one!), one!.errors?.[0]?.message]).toEqual([
      'NOT_FOUND nodeNotFound',
      none!.errors?.[0]?.message,
    ]);
  });
});

describe('a mapping of needs', () => {
  const MAP = `mutation ($input: RecordMappingInput!) { made: recordMapping(input: $input) { id category needs strengths holder { kind } } }`;
  const map = (as: string, more: object): Promise<Answer<{ made: object | null }>> =>
    app.ask(as, MAP, { input: { requestId: randomUUID(), caseId: alva.id, area: 'LEISURE', ...more } });

  it("is the own agency's, and the earlier one stays", async () => {
    await map(token('LEISURE_LEADER'), { needs: 'Något att göra', strengths: 'Musikalisk' });
    const { data } = await map(token('LEISURE_LEADER'), { needs: 'En egen grupp' });
    expect(data.made).toMatchObject({ category: 'LEISURE', needs: 'En egen grupp', holder: { kind: 'LEISURE' } });
    const query = `query ($id: ID!, $newest: Boolean!) { case(id: $id) { mappings(category: LEISURE, newestOnly: $newest) { edges { node { needs } } } } }`;
    const ask = async (newest: boolean): Promise<string> =>
      (await app.ask(token('POLICE_OFFICER'), query, { id: alva.id, newest })).text;
    expect(await ask(false)).toContain('Något att göra');
    expect(await ask(false)).toContain('En egen grupp');
  });

  it.each([
    ['without words', {}, 'BAD_USER_INPUT mappingWithoutText'],
    ['with blanks', { needs: ' ' }, 'BAD_USER_INPUT textEmpty'],
    ['about a stranger', { needs: 'x', subjectIds: [randomUUID()] }, 'BAD_USER_INPUT subjectUnknown'],
  ])('is refused %s', async (_, more, expected) => {
    expect(refusalOf(await map(token('LEISURE_LEADER'), more))).toBe(expected);
    expect(refusalOf(await map(alvas(), { needs: 'x' }))).toBe('FORBIDDEN capacityMayNot');
  });
});
