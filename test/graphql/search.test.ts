import pg from 'pg';
import { demoRows } from '../storage/demo-world.js';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { createTestDatabase } from '../support/database.js';
import { proposing } from '../support/proposing.js';

interface Found {
  cases: {
    totalCount: number;
    edges: { node: { id: string; number: string; youngPerson: { givenName: string | null } } }[];
  };
}
interface Met {
  meetings: {
    totalCount: number;
    pageInfo: { endCursor: string | null; hasNextPage: boolean };
    edges: { node: { id: string; caseId: string; startsAt: string } }[];
  };
}

const SEARCH =
  'query ($search: String) { cases(first: 100, search: $search) { totalCount edges { node { id number youngPerson { givenName } } } } }';
const MEETINGS = `query ($from: DateTime, $to: DateTime, $first: Int! = 100, $after: Cursor) {
  meetings(from: $from, to: $to, first: $first, after: $after) { totalCount pageInfo { endCursor hasNextPage } edges { node { id caseId startsAt } } } }`;

const statements: string[] = [];
const stories = demoRows().municipalities.flatMap(({ cases }) => cases.map(({ story }) => story));
let app: TestApp;
let owner: pg.Client;

beforeAll(async () => {
  const database = await createTestDatabase({ demo: true });
  app = await startTestApp({ database, onStatement: (name) => statements.push(name) });
  owner = new pg.Client(database.login);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await app.stop();
});

const tokenOf = (name: string): string => app.persona({ name }).token;
const search = async (token: string, text: string): Promise<Found['cases']> => {
  const { data, errors } = await app.ask<Found>(token, SEARCH, { search: text });
  expect(errors).toBeUndefined();
  return data.cases;
};
const names = (found: Found['cases']): (string | null)[] => found.edges.map(({ node }) => node.youngPerson.givenName);

describe('search', () => {
  it.each(['Alva', 'nordfeldt', '  ALVA   Nord '])(
    'finds Alva by “%s” for the police, who may read her name',
    async (text) => {
      expect(names(await search(tokenOf('Karin Stenvall'), text))).toEqual(['Alva']);
    },
  );

  it('finds nothing by a name that the viewer may not read, and still all by the number of the case', async () => {
    const known = stories.slice(0, 6).map(({ youngPerson }) => youngPerson.givenName);
    const asking = ['Karin Stenvall', 'Jonas Ekeroth', 'Anders Kvarnlöf', 'Sofia Brantmo', 'Yasmin Torell', 'Jenny'];
    for (const { token, capacity } of asking.map((name) => app.persona({ municipality: 'Uddevalla', name }))) {
      const all = await search(token, '');
      const readable = new Set(names(all).filter((name) => name !== null));
      for (const given of known) {
        const found = names(await search(token, given));
        expect([capacity, given, found]).toEqual([capacity, given, readable.has(given) ? [given] : []]);
      }
      const { id, number } = all.edges[0]!.node;
      expect((await search(token, number)).edges.map(({ node }) => node.id)).toEqual([id]);
    }
  });

  it('finds by the whole personal identity number, however written, and by no part of it', async () => {
    const token = tokenOf('Petra Lundmark');
    const number = '{ cases(search: "Alva") { edges { node { youngPerson { personalIdentityNumber } } } } }';
    const { data } = await app.ask<{
      cases: { edges: { node: { youngPerson: { personalIdentityNumber: string } } }[] };
    }>(token, number);
    const whole = data.cases.edges[0]!.node.youngPerson.personalIdentityNumber;
    const digits = whole.replace(/\D/g, '');
    for (const text of [whole, digits, digits.slice(2), `${digits.slice(2, 8)}-${digits.slice(8)}`])
      expect(names(await search(token, text))).toEqual(['Alva']);
    for (const part of [digits.slice(0, 8), digits.slice(-4), digits.slice(-9)])
      expect(names(await search(token, part))).not.toContain('Alva');
  });

  it('does not find a protected person by name, other than for the agency that holds the identity', async () => {
    const { rows } = await owner.query<{ case_id: string; number: string }>(
      'select p.case_id, c.number from sig.protection p join sig.case_file c on c.id = p.case_id limit 1',
    );
    const { case_id: id, number } = rows[0]!;
    const staff = app.personas.filter(({ capacity }) => capacity === 'PROFESSIONAL');
    const outcome = new Set<string>();
    for (const { token, agency } of staff) {
      const shown = (await search(token, number)).edges.find(({ node }) => node.id === id);
      const name = shown?.node.youngPerson.givenName;
      if (name === null || name === undefined) continue;
      const found = (await search(token, name)).edges.some(({ node }) => node.id === id);
      outcome.add(`${agency!.kind === 'SOCIAL_SERVICES' ? 'social services' : 'others'}: ${found}`);
    }
    expect([...outcome].sort()).toEqual(['others: false', 'social services: true']);
  });

  it('records that a name was read where it was searched by name, and not where the number found the case', async () => {
    const token = tokenOf('Karin Stenvall');
    const entries = async (text: string): Promise<string[]> => {
      await owner.query('truncate sig.access_record cascade');
      await app.ask(token, `{ cases(search: "${text}") { edges { node { number } } } }`);
      const { rows } = await owner.query<{ entries: { category: string }[] }>('select entries from sig.access_record');
      return rows.flatMap((row) => row.entries.map(({ category }) => category));
    };
    expect(await entries('Alva')).toEqual(['IDENTITY']);
    expect(await entries('SIG-')).toEqual([]);
  });

  it('finds a name by its words in any order, as people write and paste them', async () => {
    const worker = app.persona({ municipality: 'Uddevalla', profession: 'FIELD_SECRETARY' }).token;
    const coordinator = app.persona({ municipality: 'Uddevalla', capacity: 'COORDINATOR' }).token;
    for (const [givenName, familyName] of [
      ['Anna-Karin', 'Ek-O\u0308stlund'],
      ['Zoë', 'O’Påhittad'],
      ['Åsa', 'Próvberg'],
    ]) {
      expect((await proposing(app, worker, { givenName, familyName })).errors).toBeUndefined();
    }
    const found = async (text: string): Promise<unknown> => names(await search(coordinator, text));
    for (const text of ['Ek-Östlund, Anna-Karin', 'anna karin', 'Anna\u2010Karin Östlund', 'karin ek'])
      expect([text, await found(text)]).toEqual([text, ['Anna-Karin']]);
    for (const text of ["zoe o'påhittad", 'O’PÅHITTAD Zoë']) expect([text, await found(text)]).toEqual([text, ['Zoë']]);
    for (const text of ['A\u030asa', 'provberg åsa']) expect([text, await found(text)]).toEqual([text, ['Åsa']]);
    for (const text of ['Asa Provberg', 'Anna Ostlund']) expect([text, await found(text)]).toEqual([text, []]);
  });

  it('refuses what is longer than any name, with the path', async () => {
    const { errors } = await app.ask(tokenOf('Karin Stenvall'), SEARCH, { search: 'x'.repeat(101) });
    expect(errors?.[0]).toMatchObject({
      path: ['cases'],
      extensions: { code: 'BAD_USER_INPUT', reason: 'searchTooLong' },
    });
  });
});

describe('meetings of all cases', () => {
  const ask = async (token: string, variables: object): Promise<Met['meetings']> => {
    const { data, errors } = await app.ask<Met>(token, MEETINGS, variables);
    expect(errors).toBeUndefined();
    return data.meetings;
  };

  it('are those that the cases show, in time order, within the period', async () => {
    const perCase =
      '{ cases(first: 100) { edges { node { meetings(first: 100) { edges { node { id startsAt } } } } } } }';
    for (const name of ['Karin Stenvall', 'Yasmin Torell', 'Petra Lundmark', 'Alva']) {
      const { data } = await app.ask<{
        cases: { edges: { node: { meetings: { edges: { node: { id: string; startsAt: string } }[] } } }[] };
      }>(tokenOf(name), perCase);
      const expected = data.cases.edges.flatMap(({ node }) => node.meetings.edges.map((edge) => edge.node));
      const all = (await ask(tokenOf(name), {})).edges.map(({ node }) => node);
      expect(all.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
      const times = all.map(({ startsAt }) => startsAt);
      expect(times).toEqual([...times].sort());
      const [from, to] = [times[1]!, times.at(-1)!];
      const within = await ask(tokenOf(name), { from, to });
      expect(within.totalCount).toBe(times.filter((at) => from <= at && at < to).length);
    }
  });

  it('come page by page, none twice', async () => {
    const seen: string[] = [];
    let page: Met['meetings'] | null = null;
    for (let round = 0; round < 30 && page?.pageInfo.hasNextPage !== false; round += 1) {
      const after = page?.pageInfo.endCursor ?? null;
      page = await ask(tokenOf('Yasmin Torell'), { first: 7, ...(after !== null && { after }) });
      seen.push(...page.edges.map(({ node }) => node.id));
    }
    expect(seen).toHaveLength(page?.totalCount ?? -1);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('take as many statements for one case as for many', async () => {
    const counted = async (token: string): Promise<string[]> => {
      statements.length = 0;
      await ask(token, {});
      return [...statements].sort();
    };
    expect(await counted(tokenOf('Yasmin Torell'))).toEqual(await counted(tokenOf('Alva')));
  });

  it('explain what is closed, and are empty for a steering member', async () => {
    const { withheld } = await app.ask(tokenOf('Karin Stenvall'), MEETINGS);
    expect(withheld.find(({ path }) => path.join('.') === 'meetings')).toMatchObject({ reason: 'NO_CONSENT' });
    const steering = app.persona({ municipality: 'Uddevalla', capacity: 'STEERING_MEMBER' });
    expect(await ask(steering.token, {})).toMatchObject({ totalCount: 0, edges: [] });
  });

  it('refuse a period that ends before it starts, with the path', async () => {
    const period = { from: '2026-02-01T00:00:00Z', to: '2026-01-01T00:00:00Z' };
    const { errors } = await app.ask(tokenOf('Karin Stenvall'), MEETINGS, period);
    expect(errors?.[0]).toMatchObject({ path: ['meetings'], extensions: { reason: 'periodReversed' } });
  });
});
