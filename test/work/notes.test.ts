import { randomUUID } from 'node:crypto';
import { asOwner } from '../storage/viewing.js';
import { startTestApp } from '../support/app.js';
import type { Answer, TestApp } from '../support/app.js';
import { refusalOf } from '../support/refusals.js';
import { caseOf } from '../support/demo-case.js';
import { situationVersion } from '../support/read-versions.js';
import type { YoungCase } from '../support/demo-case.js';

let app: TestApp;
let alva: YoungCase;
const token = (profession: string): string => app.persona({ municipality: 'Uddevalla', profession }).token;

const WRITE = `mutation ($input: WriteNoteInput!) {
  writeNote(input: $input) { id text category holder { kind } author { name } }
}`;
const NOTES = `query ($id: ID!) { case(id: $id) { notes(first: 100) { edges { node { id text } } } } }`;
interface Written {
  writeNote: { id: string; text: string; category: string; holder: { kind: string } } | null;
}
interface Notes {
  case: { notes: { edges: { node: { id: string; text: string } }[] } };
}

const note = (more: object = {}): { requestId: string } => ({
  requestId: randomUUID(),
  ...{ caseId: alva.id, category: 'LEISURE', text: 'Kom till fritidsgården i dag.' },
  ...more,
});
const write = (as: string, input: object): Promise<Answer<Written>> => app.ask<Written>(as, WRITE, { input });
async function textsFor(as: string): Promise<string[]> {
  const { data } = await app.ask<Notes>(as, NOTES, { id: alva.id });
  return data.case.notes.edges.map(({ node }) => node.text);
}

beforeAll(async () => {
  app = await startTestApp();
  alva = await caseOf(app, app.persona({ name: 'Alva' }).token);
});
afterAll(() => app.stop());

describe('a note', () => {
  it("is held by the writer's agency and read where consent reaches, sealed in its table", async () => {
    const text = 'Spelade innebandy hela kvällen.';
    const { data, errors } = await write(token('LEISURE_LEADER'), note({ text: ` ${text} ` }));
    expect(errors).toBeUndefined();
    expect(data.writeNote).toMatchObject({ text, category: 'LEISURE', holder: { kind: 'LEISURE' } });
    expect(await textsFor(token('POLICE_OFFICER'))).toContain(text);
    const { rows } = await asOwner(app.database.login, (client) =>
      client.query<{ sealed: Buffer; kind: string }>(
        `select n.sealed, o.kind from piece n join outbox o on o.ids ? n.id::text where n.id = $1`,
        [data.writeNote!.id],
      ),
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['PIECE_CHANGED']);
    expect(rows[0]!.sealed.includes(Buffer.from('innebandy'))).toBe(false);
  });

  it('is held back from all others where the rules hold its category back', async () => {
    const pack = (heldBack: string[]): Promise<unknown> =>
      asOwner(app.database.login, (client) =>
        client.query(`update rule_pack set rules = rules || $1::jsonb`, [
          JSON.stringify({ heldBackCategories: heldBack }),
        ]),
      );
    await pack(['OFFENDING']);
    const [back, open] = ['Hålls tillbaka.', 'Hålls inte tillbaka.'];
    const police = token('POLICE_OFFICER');
    expect((await write(police, note({ category: 'OFFENDING', text: back }))).data.writeNote?.text).toBe(back);
    await write(police, note({ category: 'LEISURE', text: open }));
    await pack([]);
    const others = await textsFor(token('PRINCIPAL'));
    expect([others.includes(back), others.includes(open)]).toEqual([false, true]);
  });

  it('is written once for a request that is sent twice', async () => {
    const input = note({ text: 'Skickad två gånger.' });
    const [first, second] = [await write(token('LEISURE_LEADER'), input), await write(token('LEISURE_LEADER'), input)];
    expect(second.text).toBe(first.text);
    expect((await textsFor(token('LEISURE_LEADER'))).filter((text) => text === 'Skickad två gånger.')).toHaveLength(1);
  });

  it.each([
    ['without words', { text: ' \n' }, 'BAD_USER_INPUT textEmpty'],
    ['about nobody', { subjectIds: [] }, 'BAD_USER_INPUT subjectUnknown'],
    ['about somebody else', { subjectIds: [randomUUID()] }, 'BAD_USER_INPUT subjectUnknown'],
    ['in no case', { caseId: randomUUID() }, 'NOT_FOUND nodeNotFound'],
  ])('%s is refused', async (_, more, expected) => {
    expect(refusalOf(await write(token('LEISURE_LEADER'), note(more)))).toBe(expected);
  });

  it('is refused to the family, in another municipality, and in a case that is closed', async () => {
    const elsewhere = app.persona({ municipality: 'Vellinge', profession: 'LEISURE_LEADER' }).token;
    expect(refusalOf(await write(app.persona({ name: 'Alva' }).token, note()))).toBe('FORBIDDEN capacityMayNot');
    expect(refusalOf(await write(elsewhere, note()))).toBe('NOT_FOUND nodeNotFound');
    const status = (to: string): Promise<unknown> =>
      asOwner(app.database.login, (client) =>
        client.query('update case_file set status = $2 where id = $1', [alva.id, to]),
      );
    await status('CLOSED');
    const answer = await write(token('LEISURE_LEADER'), note());
    await status('ACTIVE');
    expect(refusalOf(answer)).toBe('INVALID_STATE statusForbids');
  });
});

describe('a situation', () => {
  const RECORD = `mutation ($input: RecordSituationInput!) { recordSituation(input: $input) { id } }`;
  const READ = `query ($id: ID!) { case(id: $id) { situation {
    schools { agency { id } attendancePercent passingGrades } socialServices { openInquiry measures } } } }`;
  interface Situation {
    case: {
      situation: {
        schools: { agency: { id: string }; attendancePercent: number | null; passingGrades: boolean | null }[];
        socialServices: { openInquiry: boolean | null; measures: string[] | null };
      };
    };
  }
  const record = async (as: string, input: object): Promise<Answer<unknown>> => {
    const expectedVersion = await situationVersion(app, as, alva.id);
    return app.ask(as, RECORD, { input: { requestId: randomUUID(), caseId: alva.id, expectedVersion, ...input } });
  };
  const readAs = async (as: string): Promise<Situation['case']['situation']> =>
    (await app.ask<Situation>(as, READ, { id: alva.id })).data.case.situation;

  it('states one category anew and leaves the others as they were', async () => {
    expect(refusalOf(await record(token('PRINCIPAL'), { attendancePercent: 88 }))).toBe('');
    const { schools } = await readAs(token('POLICE_OFFICER'));
    const school = schools.find(
      ({ agency }) => agency.id === app.persona({ municipality: 'Uddevalla', profession: 'PRINCIPAL' }).agency!.id,
    );
    expect(school).toMatchObject({ attendancePercent: 88, passingGrades: false });
  });

  it('no longer records what is left out of a category', async () => {
    expect(refusalOf(await record(token('SOCIAL_WORKER'), { openInquiry: true }))).toBe('');
    const { socialServices } = await readAs(token('SOCIAL_WORKER'));
    expect(socialServices).toMatchObject({ openInquiry: true, measures: null });
  });

  it.each([
    ["another agency's field", 'PRINCIPAL', { concern: 'Oro' }, 'BAD_USER_INPUT situationOfOthers'],
    ['nothing', 'PRINCIPAL', {}, 'BAD_USER_INPUT nothingToChange'],
    ['more than all of the time', 'PRINCIPAL', { attendancePercent: 101 }, 'BAD_USER_INPUT percentOutside'],
  ])('with %s is refused', async (_, profession, input, expected) => {
    expect(refusalOf(await record(token(profession), input))).toBe(expected);
  });
});
