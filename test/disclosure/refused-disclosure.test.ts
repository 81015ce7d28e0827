import { randomUUID } from 'node:crypto';
import { asOwner } from '../storage/viewing.js';
import { startTestApp } from '../support/app.js';
import type { Persona, TestApp } from '../support/app.js';
import { disclose, inDays, report } from '../support/disclosing.js';
import { refusalOf } from '../support/refusals.js';
import { caseOf } from '../support/demo-case.js';
import type { YoungCase } from '../support/demo-case.js';
import { rowsOf } from '../support/piece-rows.js';

let app: TestApp;
let alva: YoungCase;
let young: Persona;
let principal: Persona;
let unitManager: Persona;
let police: Persona;
let coordinator: Persona;

beforeAll(async () => {
  app = await startTestApp();
  young = app.persona({ municipality: 'Uddevalla', name: 'Alva' });
  alva = await caseOf(app, young.token);
  principal = app.persona({ municipality: 'Uddevalla', profession: 'PRINCIPAL' });
  unitManager = app.persona({ municipality: 'Uddevalla', profession: 'UNIT_MANAGER' });
  police = app.persona({ municipality: 'Uddevalla', profession: 'POLICE_OFFICER' });
  coordinator = app.persona({ municipality: 'Uddevalla', capacity: 'COORDINATOR' });
});
afterAll(() => app.stop());

const inDatabase = <Row extends object>(sql: string, values: unknown[]): Promise<Row[]> =>
  asOwner(app.database.login, async (client) => (await client.query<Row>(sql, values)).rows);
const reported = (more: object): object => report(alva.id, unitManager, more);

describe('a disclosure is refused', () => {
  const denied = async (by: Persona, more: object): Promise<string> =>
    refusalOf(await disclose(app, by, reported(more)));

  it('to whoever has no such right', async () => {
    const leisure = app.persona({ municipality: 'Uddevalla', profession: 'LEISURE_LEADER' });
    const elsewhere = app.persona({ municipality: 'Vellinge', profession: 'PRINCIPAL' });
    expect([await denied(young, {}), await denied(leisure, {}), await denied(coordinator, {})]).toEqual([
      'FORBIDDEN capacityMayNot',
      'FORBIDDEN roleMayNotDisclose',
      'FORBIDDEN roleMayNotDisclose',
    ]);
    expect([await denied(elsewhere, {}), await denied(unitManager, {})]).toEqual([
      'NOT_FOUND nodeNotFound',
      'NOT_FOUND nodeNotFound',
    ]);
  });

  it('for a recipient who is unknown, of another municipality, of the own agency or no professional, alike where told', async () => {
    const to = (recipient: { id: string }): Promise<string> => denied(principal, { recipientId: recipient.id });
    const vellinge = app.persona({ municipality: 'Vellinge', profession: 'UNIT_MANAGER' });
    const steering = app.persona({ municipality: 'Uddevalla', capacity: 'STEERING_MEMBER' });
    expect(new Set([await to(vellinge), await to({ id: randomUUID() }), await to(young), await to(steering)])).toEqual(
      new Set(['BAD_USER_INPUT recipientUnknown']),
    );
    expect(await to(principal)).toBe('BAD_USER_INPUT recipientOfHolder');
  });

  it("for pieces that are another agency's, another case's, withheld or nothing by themselves", async () => {
    const ids = async (sql: string): Promise<string> => {
      const [row] = await inDatabase<{ id: string }>(sql, [alva.id]);
      return row!.id;
    };
    const named = (pieceId: string): Promise<string> => denied(principal, { pieceIds: [pieceId], situations: [] });
    const elsewhere = await ids(
      `select n.id from ${rowsOf('NOTE')} n join agency a on a.id = n.holder_id where n.case_id <> $1 and a.kind = 'SCHOOL' limit 1`,
    );
    const foreign = await ids(`select n.id from ${rowsOf('PLAN')} n where n.case_id = $1`);
    const withheld = await ids(
      `select n.id from ${rowsOf('NOTE')} n join agency a on a.id = n.holder_id where n.case_id = $1 and a.kind = 'SOCIAL_SERVICES' limit 1`,
    );
    await inDatabase('update piece set held_back = true where id = $1', [withheld]);
    expect([await named(elsewhere), await named(withheld), await named(randomUUID())]).toEqual(
      Array.from({ length: 3 }, () => 'NOT_FOUND disclosedPieceNotFound'),
    );
    expect(['FORBIDDEN onlyOwnInformation', 'NOT_FOUND disclosedPieceNotFound']).toContain(await named(foreign));
    expect(await denied(principal, { situations: [] })).toBe('BAD_USER_INPUT disclosedPieces');
    expect(await denied(principal, { situations: ['LEISURE'] })).toBe('NOT_FOUND disclosedPieceNotFound');
    expect(await denied(principal, { pieceIds: ['x'] })).toBe('BAD_USER_INPUT idMalformed');
    const worker = app.persona({ municipality: 'Uddevalla', profession: 'SOCIAL_WORKER' });
    const toPolice = { recipientId: police.id, ground: 'OSL_10_2', pieceIds: [foreign], situations: [] };
    expect(await denied(worker, toPolice)).toBe('BAD_USER_INPUT pieceNotDisclosable');
  });

  it('for a time that is past, too long, or a delay without its reason', async () => {
    expect([
      await denied(principal, { until: inDays(-1) }),
      await denied(principal, { until: inDays(91) }),
      await denied(principal, { tellFamilyFrom: inDays(3) }),
      await denied(principal, { delayReason: 'Därför.' }),
      await denied(principal, { tellFamilyFrom: inDays(-1), delayReason: 'Därför.' }),
      await denied(principal, { tellFamilyFrom: inDays(400), delayReason: 'Därför.' }),
      await denied(principal, { reasons: ' ' }),
      await denied(principal, { about: '' }),
    ]).toEqual([
      'BAD_USER_INPUT disclosureEndPast',
      'BAD_USER_INPUT disclosureEndTooFar',
      'BAD_USER_INPUT delayNeedsReason',
      'BAD_USER_INPUT delayNeedsReason',
      'BAD_USER_INPUT delayOutside',
      'BAD_USER_INPUT delayOutside',
      'BAD_USER_INPUT textEmpty',
      'BAD_USER_INPUT textEmpty',
    ]);
  });

  it('for a ground that does not reach so far', async () => {
    expect(await denied(principal, { ground: 'OSL_10_18_A' })).toBe('BAD_USER_INPUT groundNotForHolder');
    expect(await denied(principal, { recipientId: police.id })).toBe('BAD_USER_INPUT groundNotForRecipient');
    const { errors } = await disclose(app, principal, reported({ ground: 'OSL_10_18_A' }));
    expect(errors![0]!.message).toMatch(/^OSL 10 kap. 18 a § gäller inte/);
  });
});
