import pg from 'pg';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { caseOf } from '../support/demo-case.js';
import { rowsOf } from '../support/piece-rows.js';

/** A read of a category of which everything is kept from one guardian tells that guardian that there is something. */
let app: TestApp;
let superuser: pg.Client;
beforeAll(async () => {
  app = await startTestApp();
  superuser = new pg.Client(app.database.login);
  await superuser.connect();
});
afterAll(async () => {
  await superuser.end();
  await app.stop();
});

const RECORDS = `query ($id: ID!) { case(id: $id) { accessRecords(first: 50) { edges { node { id agency { kind } entries { holder { id } category } } } } } }`;
interface Told {
  case: {
    accessRecords: {
      edges: { node: { agency: { kind: string }; entries: { holder: { id: string }; category: string }[] } }[];
    };
  };
}

test('what is kept from a guardian is not told to have been read, to that guardian alone', async () => {
  const young = app.persona({ municipality: 'Uddevalla', name: 'Alva' });
  const alva = await caseOf(app, young.token);
  const [mother, father] = app.personas.filter(({ id }) => alva.guardianIds.includes(id));
  const police = app.persona({ municipality: 'Uddevalla', profession: 'POLICE_OFFICER' });
  const school = alva.agency('SCHOOL');
  const cell = `case_id = $1 and holder_id = $2 and category = 'SCHOOL_ATTENDANCE'`;
  const kept = await superuser.query(
    `update sig.piece set hidden_from_ids = array[$3::uuid] where id in (select id from ${rowsOf('NOTE')} n where ${cell})`,
    [...[alva.id, school], father!.id],
  );
  expect(kept.rowCount).toBeGreaterThan(0);

  const toldTo = async (token: string): Promise<number> => {
    const { data } = await app.ask<Told>(token, RECORDS, { id: alva.id });
    const ofPolice = data.case.accessRecords.edges.filter(({ node }) => node.agency.kind === 'POLICE');
    const entries = ofPolice.flatMap(({ node }) => node.entries);
    return entries.filter(({ holder, category }) => holder.id === school && category === 'SCHOOL_ATTENDANCE').length;
  };
  const read = (fields: string): Promise<unknown> =>
    app.ask(police.token, `query ($id: ID!) { case(id: $id) { ${fields} } }`, { id: alva.id });
  const everybody = async (): Promise<number[]> => {
    const told: number[] = [];
    for (const { token } of [young, mother!, father!]) told.push(await toldTo(token));
    return told;
  };

  const [before = 0, , beforeFather = 0] = await everybody();
  await read('notes(category: SCHOOL_ATTENDANCE, first: 50) { edges { node { id } } }');
  expect(await everybody()).toEqual([before + 1, before + 1, beforeFather]);
  // Together with something of the same cell that is kept from nobody, it tells the father no more than that.
  await read(
    'situation { schools { attendancePercent } } notes(category: SCHOOL_ATTENDANCE, first: 50) { edges { node { id } } }',
  );
  expect(await everybody()).toEqual([before + 2, before + 2, beforeFather + 1]);
});
