import { randomUUID } from 'node:crypto';
import { asOwner } from '../storage/viewing.js';
import { startTestApp } from '../support/app.js';
import type { Answer, Persona, TestApp } from '../support/app.js';
import { caseOf } from '../support/demo-case.js';
import type { YoungCase } from '../support/demo-case.js';

let app: TestApp;
let young: Persona;
let police: Persona;
let coordinator: Persona;
let alva: YoungCase;

beforeAll(async () => {
  app = await startTestApp();
  young = app.persona({ municipality: 'Uddevalla', name: 'Alva' });
  alva = await caseOf(app, young.token);
  police = app.persona({ municipality: 'Uddevalla', profession: 'POLICE_OFFICER' });
  coordinator = app.persona({ municipality: 'Uddevalla', capacity: 'COORDINATOR' });
});
afterAll(() => app.stop());

interface Grants {
  from: { id: string };
  to: { id: string };
  categories: string[];
}
const cellsOf = (grants: Grants[]): Set<string> =>
  new Set(
    grants.flatMap(({ from, to, categories }) => categories.map((category) => `${from.id} ${to.id} ${category}`)),
  );

const WHAT_IF = `query ($id: ID!, $change: WhatIfInput!) { whatIf(caseId: $id, change: $change) {
  opens { from { id } to { id } categories } closes { from { id } to { id } categories } statusNow statusThen } }`;
interface WhatIf {
  whatIf: { opens: Grants[]; closes: Grants[]; statusNow: string; statusThen: string } | null;
}
const whatIf = (who: Persona, change: object): Promise<Answer<WhatIf>> =>
  app.ask<WhatIf>(who.token, WHAT_IF, { id: alva.id, change });

async function openCells(): Promise<Set<string>> {
  interface Sharing {
    case: { sharing: { from: { id: string }; to: { id: string }; category: string; open: boolean }[] };
  }
  const query = 'query ($id: ID!) { case(id: $id) { sharing { from { id } to { id } category open } } }';
  const { data } = await app.ask<Sharing>(young.token, query, { id: alva.id });
  return new Set(
    data.case.sharing.filter(({ open }) => open).map(({ from, to, category }) => `${from.id} ${to.id} ${category}`),
  );
}

describe('"what closes if I withdraw this?"', () => {
  it('answers with exactly what closes when it is done, and writes nothing', async () => {
    const scope = [
      { fromId: alva.agency('SCHOOL'), toId: alva.agency('POLICE'), categories: ['LEISURE', 'SCHOOL_ATTENDANCE'] },
    ];
    const signers = [{ personId: alva.youngPersonId, decision: 'WITHDRAWN' }];
    const before = await openCells();
    const counted = (): Promise<unknown> =>
      asOwner(app.database.login, async (client) => {
        const { rows: found } = await client.query<object>('select count(*) from sig.consent_statement');
        return found;
      });
    const rows = await counted();
    const imagined = await whatIf(young, { signers, grants: scope });
    expect([imagined.errors, await counted(), await openCells()]).toEqual([undefined, rows, before]);
    await app.ask(
      young.token,
      'mutation ($id: ID!, $scope: [ConsentGrantInput!]) { withdrawConsent(caseId: $id, scope: $scope) { id } }',
      { id: alva.id, scope },
    );
    const after = await openCells();
    expect(cellsOf(imagined.data.whatIf!.closes)).toEqual(new Set([...before].filter((cell) => !after.has(cell))));
    expect(imagined.data.whatIf).toMatchObject({ opens: [], statusNow: 'ACTIVE', statusThen: 'ACTIVE' });
  });

  it('tells the coordinator that a guardian’s no would pause the case', async () => {
    const { data } = await whatIf(coordinator, { signers: [{ personId: alva.guardianIds[0], decision: 'REFUSED' }] });
    expect(data.whatIf).toMatchObject({ statusNow: 'ACTIVE', statusThen: 'PAUSED' });
  });

  it('is withheld from whoever does not see consents, and unknown cases stay unknown', async () => {
    const { data, withheld } = await whatIf(police, {});
    expect([data.whatIf, withheld]).toMatchObject([null, [{ path: ['whatIf'], reason: 'CAPACITY', cells: [] }]]);
    const unknown = await app.ask(young.token, WHAT_IF, { id: randomUUID(), change: {} });
    expect(unknown.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it.each([
    [
      'a yes to nothing',
      () => ({ signers: [{ personId: alva.youngPersonId, decision: 'GRANTED' }] }),
      'formNamesNothing',
    ],
    ['a signer who is none', () => ({ signers: [{ personId: randomUUID(), decision: 'REFUSED' }] }), 'notASigner'],
    ['the past', () => ({ at: '2020-01-01T00:00:00Z' }), 'whatIfPast'],
  ])('refuses %s', async (_, change, reason) => {
    expect((await whatIf(young, change())).errors?.[0]?.extensions.reason).toBe(reason);
  });
});

describe('explanations', () => {
  const DETAIL = `query ($id: ID!) { case(id: $id) {
    access { holder { id } category readable detail { obstacles explanations signers { answer signer { personId } } } }
    upcoming { at causes closes { from { id } } } } }`;
  interface Detail {
    obstacles: string[];
    explanations: string[];
    signers: { answer: string; signer: { personId: string } }[];
  }
  interface Details {
    case: {
      access: { holder: { id: string }; category: string; readable: boolean; detail: Detail | null }[];
      upcoming: { at: string; causes: string[]; closes: object[] }[] | null;
    };
  }
  const ask = ({ token }: Persona, language = 'sv'): Promise<Answer<Details>> =>
    app.ask<Details>(token, DETAIL, { id: alva.id }, { 'accept-language': language });

  it('tell the coordinator whose word is missing and what to do, in both languages', async () => {
    const scope = [{ fromId: alva.agency('POLICE'), toId: alva.agency('SOCIAL_SERVICES'), categories: ['OFFENDING'] }];
    await app.ask(
      young.token,
      'mutation ($id: ID!, $scope: [ConsentGrantInput!]) { withdrawConsent(caseId: $id, scope: $scope) { id } }',
      { id: alva.id, scope },
    );
    const [swedish, english] = [await ask(coordinator), await ask(coordinator, 'en')];
    const find = ({ data }: Answer<Details>): Detail =>
      data.case.access.find(({ holder, category }) => holder.id === alva.agency('POLICE') && category === 'OFFENDING')!
        .detail!;
    expect(find(swedish).obstacles).toEqual(['SIGNER_WITHDREW', 'SUBJECT_SAYS_NO']);
    expect(find(swedish).signers).toContainEqual({ answer: 'WITHDRAWN', signer: { personId: alva.youngPersonId } });
    expect(find(swedish).explanations[0]).toMatch(/^Någon har tagit tillbaka/);
    expect(find(english).explanations[0]).toMatch(/^Somebody has taken/);
  });

  it('tell others only that a consent is missing', async () => {
    const { data, withheld } = await ask(police);
    expect(data.case.upcoming).toBeNull();
    expect(data.case.access.every(({ detail }) => detail === null)).toBe(true);
    const closed = withheld.map(({ path, reason }) => `${path.join('.')} ${reason}`);
    expect(closed).toEqual(expect.arrayContaining(['case.access.detail CAPACITY', 'case.upcoming CAPACITY']));
  });

  it('announce to the young person when the consent ends', async () => {
    const { data } = await ask(young);
    const expiry = data.case.upcoming!.find(({ causes }) => causes.includes('CONSENT_EXPIRES'))!;
    expect(expiry.closes.length).toBeGreaterThan(0);
    expect(data.case.upcoming!.some(({ causes }) => causes.includes('GUARDIANS_SIGN_NO_MORE'))).toBe(true);
  });
});
