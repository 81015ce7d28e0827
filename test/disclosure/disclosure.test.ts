import { randomUUID } from 'node:crypto';
import { asOwner } from '../storage/viewing.js';
import { startTestApp } from '../support/app.js';
import type { Persona, TestApp } from '../support/app.js';
import { disclose, inDays, known, received, report } from '../support/disclosing.js';
import { situationVersion } from '../support/read-versions.js';
import { refusalOf } from '../support/refusals.js';
import { caseOf } from '../support/demo-case.js';
import type { YoungCase } from '../support/demo-case.js';
import { rowsOf } from '../support/piece-rows.js';

let app: TestApp;
const statements: string[] = [];
let alva: YoungCase;
let young: Persona;
let principal: Persona;
let unitManager: Persona;
let police: Persona;
let coordinator: Persona;
let guardian: Persona;

beforeAll(async () => {
  app = await startTestApp({ onStatement: (name) => void statements.push(name) });
  young = app.persona({ municipality: 'Uddevalla', name: 'Alva' });
  alva = await caseOf(app, young.token);
  principal = app.persona({ municipality: 'Uddevalla', profession: 'PRINCIPAL' });
  unitManager = app.persona({ municipality: 'Uddevalla', profession: 'UNIT_MANAGER' });
  police = app.persona({ municipality: 'Uddevalla', profession: 'POLICE_OFFICER' });
  coordinator = app.persona({ municipality: 'Uddevalla', capacity: 'COORDINATOR' });
  guardian = app.personas.find(({ id }) => alva.guardianIds.includes(id))!;
});
afterAll(() => app.stop());
beforeEach(() => inDatabase('truncate statutory_disclosure cascade'));

const inDatabase = <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  asOwner(app.database.login, async (client) => (await client.query<Row>(sql, values)).rows);
const reported = (more: object = {}): object => report(alva.id, unitManager, more);
async function disclosed(more: object = {}, by = principal): Promise<string> {
  const { data, errors } = await disclose(app, by, reported(more));
  expect(errors).toBeUndefined();
  return data.discloseWithoutConsent!.id;
}
async function copiesOf(persona: Persona): Promise<string[]> {
  const { data } = await received(app, persona);
  return data.receivedDisclosures.edges.flatMap(({ node }) =>
    node.pieces.flatMap(({ content }) => content.map(({ text }) => text)),
  );
}

describe('a disclosure without consent', () => {
  it('gives one named recipient, who does not know the case, a copy of what was named, and nothing else', async () => {
    const cases = '{ cases { totalCount } }';
    const before = await app.ask(unitManager.token, cases);
    const { data, errors } = await disclose(app, principal, reported());
    expect(errors).toBeUndefined();
    expect(data.discloseWithoutConsent).toMatchObject({
      ground: 'SOL_19_1',
      paragraph: 'SoL 19 kap. 1 §',
      sfs: '2025:400',
      categories: ['SCHOOL_ATTENDANCE'],
      reasons: 'Skolan är skyldig att anmäla.',
      holder: { kind: 'SCHOOL' },
      recipientAgency: { kind: 'SOCIAL_SERVICES' },
    });
    const { data: got } = await received(app, unitManager);
    expect(got.receivedDisclosures).toMatchObject({
      totalCount: 1,
      edges: [
        {
          node: {
            about: 'Alva Lindqvist, 9 C',
            holder: { kind: 'SCHOOL' },
            pieces: [
              {
                kind: 'SITUATION',
                category: 'SCHOOL_ATTENDANCE',
                content: [{ name: 'attendancePercent', text: '71' }],
              },
            ],
          },
        },
      ],
    });
    expect(refusalOf(await known(app, unitManager, alva.id))).toBe('NOT_FOUND caseNotFound');
    expect(await app.ask(unitManager.token, cases)).toEqual(before);
  });

  it('is known to the own agency with its reasons, to the family without them, and to nobody else', async () => {
    const id = await disclosed();
    const tell = async (persona: Persona): Promise<string | null | undefined> => {
      const { data } = await known(app, persona, alva.id);
      return data.case?.disclosures.find((one) => one.id === id)?.reasons;
    };
    expect([await tell(principal), await tell(young), await tell(guardian)]).toEqual([
      'Skolan är skyldig att anmäla.',
      null,
      null,
    ]);
    expect([await tell(coordinator), await tell(police)]).toEqual([undefined, undefined]);
    const seers: string[] = [];
    for (const persona of app.personas) {
      const text = (await known(app, persona, alva.id)).text + (await received(app, persona)).text;
      if (text.includes(id)) seers.push(persona.name);
    }
    const family = app.personas.filter(({ id: own }) => own === young.id || alva.guardianIds.includes(own));
    expect(seers.toSorted()).toEqual([principal, unitManager, ...family].map(({ name }) => name).toSorted());
  });

  it('tells the family no sooner than decided, nor of who read the copy', async () => {
    await disclosed({ tellFamilyFrom: inDays(30), delayReason: 'Utredningen skulle skadas.' });
    await copiesOf(unitManager);
    const reads = `query ($id: ID!) { case(id: $id) { disclosures { id } accessRecords(first: 100) { edges { node { entries { basis } } } } } }`;
    const told = async (): Promise<string> => (await app.ask(young.token, reads, { id: alva.id })).text;
    const before = await told();
    expect(before).toContain('"disclosures":[]');
    expect(before).not.toContain('DISCLOSURE');
    await inDatabase('update statutory_disclosure set told_from = decided_at');
    expect(await told()).toContain('{"basis":"DISCLOSURE"}');
  });

  it('is kept from a guardian from whom one of its pieces is kept', async () => {
    await inDatabase(
      `update piece set hidden_from_ids = array[$2::uuid] where id in (select id from ${rowsOf('SITUATION')} s where case_id = $1 and category = 'SCHOOL_ATTENDANCE')`,
      [alva.id, guardian.id],
    );
    const id = await disclosed();
    await inDatabase(
      `update piece set hidden_from_ids = '{}' where id in (select id from ${rowsOf('SITUATION')} s where case_id = $1)`,
      [alva.id],
    );
    expect((await known(app, guardian, alva.id)).text).not.toContain(id);
    expect((await known(app, young, alva.id)).text).toContain(id);
    expect(await copiesOf(unitManager)).toEqual(['71']);
    const reads = `query ($id: ID!) { case(id: $id) { accessRecords(first: 100) { edges { node { entries { basis } } } } } }`;
    const told = async ({ token }: Persona): Promise<number> =>
      (await app.ask(token, reads, { id: alva.id })).text.split('"DISCLOSURE"').length - 1;
    expect([await told(young), await told(guardian)]).toEqual([1, 0]);
    // The record says by itself from whom it is kept: the disclosure need not.
    await inDatabase(`update statutory_disclosure set kept_from_ids = '{}' where id = $1`, [id]);
    expect((await known(app, guardian, alva.id)).text).toContain(id);
    expect([await told(young), await told(guardian)]).toEqual([1, 0]);
  });

  it('is a copy: it opens no cell, stays as it was, and survives what becomes of piece and consent', async () => {
    const before = await app.ask(police.token, `{ case(id: "${alva.id}") { access { readable } } }`);
    await disclosed({ recipientId: police.id, ground: 'LAG_2025_170_7' });
    expect(await app.ask(police.token, `{ case(id: "${alva.id}") { access { readable } } }`)).toEqual(before);
    const [opening] = await inDatabase<{ count: string }>(`select count(*) from opening where case_id = $1`, [alva.id]);
    await app.ask(young.token, `mutation { withdrawConsent(caseId: "${alva.id}") { id } }`);
    const write = `mutation ($input: RecordSituationInput!) { recordSituation(input: $input) { id } }`;
    const expectedVersion = await situationVersion(app, principal.token, alva.id);
    const school = { requestId: randomUUID(), caseId: alva.id, expectedVersion, attendancePercent: 12 };
    expect(refusalOf(await app.ask(principal.token, write, { input: school }))).toBe('');
    expect(await copiesOf(police)).toEqual(['71']);
    const [left] = await inDatabase<{ count: string }>(`select count(*) from opening where case_id = $1`, [alva.id]);
    expect(Number(opening!.count)).toBeGreaterThan(Number(left!.count));
  });

  it('ends with its end date, half-open, and at once when the holder ends it', async () => {
    const id = await disclosed();
    const end = (by: Persona, disclosureId = id): ReturnType<TestApp['ask']> =>
      app.ask(by.token, 'mutation ($input: EndDisclosureInput!) { endDisclosure(input: $input) { endedAt } }', {
        input: { requestId: randomUUID(), caseId: alva.id, disclosureId },
      });
    expect(refusalOf(await end(coordinator))).toBe('NOT_FOUND nodeNotFound');
    expect(refusalOf(await end(principal, randomUUID()))).toBe('NOT_FOUND nodeNotFound');
    expect(refusalOf(await end(young))).toBe('FORBIDDEN capacityMayNot');
    expect(await copiesOf(unitManager)).toHaveLength(1);
    expect((await end(principal)).errors).toBeUndefined();
    expect(await copiesOf(unitManager)).toEqual([]);
    expect(refusalOf(await end(principal))).toBe('INVALID_STATE disclosureOver');
  });

  it('is recorded when it is read, by the recipient alone, on its own basis', async () => {
    const id = await disclosed();
    await inDatabase('truncate access_record');
    await copiesOf(unitManager);
    await received(app, police);
    const rows = await inDatabase<object>('select case_id, viewer_id, entries from access_record');
    expect(rows).toEqual([
      {
        ...{ case_id: alva.id, viewer_id: unitManager.id },
        entries: [
          {
            holderId: alva.agency('SCHOOL'),
            category: 'SCHOOL_ATTENDANCE',
            basis: { kind: 'DISCLOSURE', disclosureId: id },
          },
        ],
      },
    ]);
  });

  it('tells no subscriber and no change feed', async () => {
    const outbox = (): Promise<object[]> => inDatabase('select id from outbox order by id');
    const before = await outbox();
    await disclosed();
    expect(await outbox()).toEqual(before);
  });

  it('takes a piece that its own holder holds back, and a note with what is said against it', async () => {
    const [note] = await inDatabase<{ id: string; holder: string }>(
      `select n.id from ${rowsOf('NOTE')} n join agency a on a.id = n.holder_id join ${rowsOf('OBJECTION')} o on o.parent_id = n.id
        where n.case_id = $1 and a.kind = 'SOCIAL_SERVICES' limit 1`,
      [alva.id],
    );
    await inDatabase('update piece set held_back = true where id = $1', [note!.id]);
    const worker = app.persona({ municipality: 'Uddevalla', profession: 'SOCIAL_WORKER' });
    const about = { recipientId: police.id, ground: 'OSL_10_18_A', pieceIds: [note!.id], situations: [] };
    await disclosed(about, worker);
    const copies = await copiesOf(police);
    expect(copies.some((text) => text.startsWith('Alva följer planen'))).toBe(true);
    expect(copies.some((text) => text.startsWith('Det har jag inte sagt'))).toBe(true);
  });

  it('is written once for a request that is sent twice, and both ways when two are sent at once', async () => {
    const input = reported();
    const [one, two] = await Promise.all([disclose(app, principal, input), disclose(app, principal, input)]);
    expect(one.data.discloseWithoutConsent?.id).toBe(two.data.discloseWithoutConsent?.id);
    expect((await disclose(app, principal, input)).data.discloseWithoutConsent?.id).toBe(
      one.data.discloseWithoutConsent?.id,
    );
    expect(refusalOf(await disclose(app, principal, { ...input, about: 'Någon annan' }))).toBe(
      'CONFLICT requestIdReused',
    );
    await Promise.all([disclose(app, principal, reported()), disclose(app, principal, reported())]);
    expect((await received(app, unitManager)).data.receivedDisclosures.totalCount).toBe(3);
  });

  it('takes as many statements to read one as to read many', async () => {
    const counted = async (): Promise<string[]> => {
      statements.length = 0;
      await Promise.all([received(app, unitManager), known(app, principal, alva.id)]);
      return statements.toSorted();
    };
    await disclosed();
    const one = await counted();
    await Promise.all(Array.from({ length: 6 }, () => disclosed()));
    expect((await received(app, unitManager)).data.receivedDisclosures.totalCount).toBe(7);
    expect(await counted()).toEqual(one);
  });

  it('comes in pages, newest first', async () => {
    const ids = [await disclosed(), await disclosed(), await disclosed()];
    const first = (await received(app, unitManager, { first: 2 })).data.receivedDisclosures;
    const rest = (await received(app, unitManager, { first: 2, after: first.edges[1]!.cursor })).data
      .receivedDisclosures;
    expect([...first.edges, ...rest.edges].map(({ node }) => node.id)).toEqual(ids.toReversed());
    expect(refusalOf(await received(app, police, { after: first.edges[0]!.cursor }))).toMatch('BAD_USER_INPUT');
  });
});

it('closes a copy that tells where somebody is as soon as that person is protected', async () => {
  const worker = app.persona({ municipality: 'Uddevalla', profession: 'SOCIAL_WORKER' });
  await disclosed({ recipientId: police.id, ground: 'LAG_2025_170_4', situations: [], contact: true }, worker);
  expect(await copiesOf(police)).not.toEqual([]);
  await inDatabase(
    `insert into protection (id, case_id, person_id, level, handler_ids, valid_from, recorded_at)
      select gen_random_uuid(), $1, $2, 'CONFIDENTIALITY_MARKING', '{}', '2020-01-01', '2020-01-01'`,
    [alva.id, alva.youngPersonId],
  );
  expect((await received(app, police)).data.receivedDisclosures).toMatchObject({ totalCount: 0, edges: [] });
  const again = { recipientId: police.id, ground: 'LAG_2025_170_4', situations: [], contact: true };
  expect(refusalOf(await disclose(app, worker, reported(again)))).toBe('INVALID_STATE protectedNotDisclosed');
  await inDatabase('delete from protection where case_id = $1', [alva.id]);
});

it('shows the law with its dates, so that a frontend offers what is in force', async () => {
  const text = `{ viewer { municipality { disclosureGrounds {
    ground sfs from until holders recipients categories belowAge } } } }`;
  interface Law {
    viewer: { municipality: { disclosureGrounds: { ground: string; categories: string[] }[] } };
  }
  const { data } = await app.ask<Law>(principal.token, text);
  const { disclosureGrounds } = data.viewer.municipality;
  expect(disclosureGrounds.find(({ ground }) => ground === 'LAG_2025_170_4')).toEqual({
    ...{ ground: 'LAG_2025_170_4', sfs: '2025:170', from: '2025-04-01', until: null, belowAge: null },
    ...{ holders: ['SOCIAL_SERVICES', 'SCHOOL', 'LEISURE', 'POLICE'], recipients: ['POLICE'], categories: ['CONTACT'] },
  });
  expect(disclosureGrounds.find(({ ground }) => ground === 'OSL_10_15_A')?.categories).not.toContain('STUDENT_HEALTH');
});
