import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { askAt } from '../support/app.js';
import type { Persona } from '../support/app.js';
import { createTestDatabase } from '../support/database.js';
import { startServerProcess } from '../support/server-processes.js';
import type { ServerProcess } from '../support/server-processes.js';

const ROUNDS = 30;
const NOTES = `query ($id: ID!) { case(id: $id) { notes(first: 200) { edges { node { id category holder { id } } } } } }`;
const CASES = '{ cases { edges { node { id youngPerson { id } } } } }';
const WITHDRAW = 'mutation ($id: ID!) { withdrawConsent(caseId: $id) { id } }';
const WRITE = 'mutation ($input: WriteNoteInput!) { writeNote(input: $input) { id } }';

interface Note {
  readonly id: string;
  readonly category: string;
  readonly holder: { readonly id: string };
}

/** Two server processes over one database, the clock of the second half a second ahead of the first's. */
let servers: ServerProcess[];
let personas: Persona[];
let owner: pg.Client;
let drop: () => Promise<void>;
beforeAll(async () => {
  const database = await createTestDatabase({ demo: true });
  drop = database.drop;
  servers = await Promise.all([0, 500].map((ahead) => startServerProcess(database, ahead)));
  personas = (await (await fetch(`${servers[0]!.url}/dev/personas`)).json()) as Persona[];
  owner = new pg.Client(database.login);
  await owner.connect();
  await owner.query('set session_replication_role = replica');
}, 120_000);
afterAll(async () => {
  await owner.end();
  await Promise.all(servers.map((server) => server.stop()));
  await drop();
});

async function done<Data>(server: number, token: string, document: string, variables: object): Promise<Data> {
  const { data, errors } = await askAt<Data>(servers[server]!.url, token, document, variables);
  if (errors !== undefined) throw new Error(`${document}: ${errors[0]?.message ?? ''}`);
  return data;
}

/** The notes of other agencies that the reader is shown. */
async function foreignNotes(server: number, { token, agency }: Persona, id: string): Promise<Note[]> {
  const { case: shown } = await done<{ case: { notes: { edges: { node: Note }[] } } }>(server, token, NOTES, { id });
  return shown.notes.edges.map(({ node }) => node).filter(({ holder }) => holder.id !== agency?.id);
}

/** The case of which the reader is shown most, its young person, and somebody who can write what the reader is shown. */
async function open(reader: Persona) {
  const { cases } = await done<{ cases: { edges: { node: { id: string; youngPerson: { id: string } } }[] } }>(
    ...([0, reader.token, CASES, {}] as const),
  );
  const all = await Promise.all(
    cases.edges.map(async ({ node }) => ({ ...node, foreign: await foreignNotes(0, reader, node.id) })),
  );
  const [most] = all.sort((a, b) => b.foreign.length - a.foreign.length);
  const [note] = most!.foreign;
  const young = personas.find(({ id }) => id === most!.youngPerson.id);
  const writer = personas.find(({ agency }) => agency !== null && agency.id === note?.holder.id);
  return { caseId: most!.id, young: young!, writer: writer!, category: note!.category };
}

test('no answer that starts after the commit of a withdrawal shows the data, on any server process, nor does any show what came after it', async () => {
  const reader = personas.find(
    ({ municipality, profession }) => municipality.name.startsWith('Uddevalla') && profession === 'LEISURE_LEADER',
  )!;
  const { caseId, young, writer, category } = await open(reader);
  await owner.query('create temporary table kept as select * from sig.opening where case_id = $1', [caseId]);
  const { rows: last } = await owner.query<{ max: number }>(
    'select max(sequence) from sig.consent_statement where case_id = $1',
    [caseId],
  );
  const write = async (server: number): Promise<string> => {
    const input = { requestId: randomUUID(), caseId, category, text: 'Hemligt' };
    return (await done<{ writeNote: { id: string } }>(server, writer.token, WRITE, { input })).writeNote.id;
  };
  const before = await write(0);
  expect((await foreignNotes(1, reader, caseId)).map(({ id }) => id)).toContain(before);
  const shown = { during: 0, after: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    const [here, there] = [round % 2, (round + 1) % 2];
    const racing = [0, 1, 0, 1].map((server) => foreignNotes(server, reader, caseId));
    await done(here, young.token, WITHDRAW, { id: caseId });
    // Both begin now; the "new enemy" is what is written after the withdrawal, for those who are still in.
    const after = [0, 1].map((server) => foreignNotes(server, reader, caseId));
    const secret = await write(there);
    after.push(...[0, 1].map((server) => foreignNotes(server, reader, caseId)));
    for (const notes of await Promise.all(racing)) {
      if (notes.length > 0) shown.during += 1;
      expect(notes.map(({ id }) => id)).not.toContain(secret);
    }
    for (const notes of await Promise.all(after)) shown.after += notes.length;
    // As if neither had been.
    await owner.query('delete from sig.piece where id = $1', [secret]);
    await owner.query('delete from sig.consent_statement where case_id = $1 and sequence > $2', [caseId, last[0]!.max]);
    await owner.query('delete from sig.opening where case_id = $1', [caseId]);
    await owner.query('insert into sig.opening select * from kept');
  }
  expect(shown.after).toBe(0);
  expect(shown.during).toBeGreaterThan(0);
}, 120_000);
