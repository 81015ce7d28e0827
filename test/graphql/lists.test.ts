import { randomUUID } from 'node:crypto';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { caseOf } from '../support/demo-case.js';
import type { YoungCase } from '../support/demo-case.js';

interface Page {
  totalCount?: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: { cursor: string; node: { id: string } }[];
}

let app: TestApp;
let alva: YoungCase;
beforeAll(async () => {
  app = await startTestApp();
  alva = await caseOf(app, app.persona({ municipality: 'Uddevalla', name: 'Alva' }).token);
});
afterAll(() => app.stop());

const tokenOf = (name: string): string => app.persona({ municipality: 'Uddevalla', name }).token;

/** Every list, by the fields that lead to it and what it is asked with beside the page. */
const LISTS: Readonly<Record<string, (field: (args: string) => string) => string>> = {
  cases: (field) => `cases${field('')}`,
  'cases(status)': (field) => `cases${field('status: [ACTIVE, PAUSED]')}`,
  'cases(search)': (field) => `cases${field('search: "SIG-"')}`,
  meetings: (field) => `meetings${field('')}`,
  'meetings(from)': (field) => `meetings${field('from: "2020-01-01T00:00:00Z"')}`,
  'Case.notes': (field) => inCase(`notes${field('')}`),
  'Case.notes(category)': (field) => inCase(`notes${field('category: OFFENDING')}`),
  'Case.meetings': (field) => inCase(`meetings${field('')}`),
  'Case.mappings': (field) => inCase(`mappings${field('')}`),
  'Plan.history': (field) => inCase(`plan { history${field('')} }`),
};
const inCase = (selection: string): string => `case(id: "${alva.id}") { ${selection} }`;

/** One page of a list; the record of reads has no count and is asked for without one. */
async function page(name: string, token: string, first: number, after: string | null): Promise<Page> {
  const place = after === null ? '' : ` after: "${after}"`;
  const field = (args: string): string =>
    `(first: ${first}${place} ${args}) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id } } }`;
  const { data, errors } = await app.ask<Record<string, object>>(token, `{ ${LISTS[name]!(field)} }`);
  expect(errors).toBeUndefined();
  let found: object = data;
  while (!('edges' in found)) found = Object.values(found)[0] as object;
  return found as unknown as Page;
}

async function pages(name: string, token: string, first: number): Promise<Page[]> {
  const all: Page[] = [];
  for (let after: string | null = null; all.at(-1)?.pageInfo.hasNextPage !== false;) {
    all.push(await page(name, token, first, after));
    after = all.at(-1)!.pageInfo.endCursor;
    if (all.length > 60) throw new Error(`${name} does not end`);
  }
  return all;
}

describe.each(Object.keys(LISTS))('%s', (name) => {
  it.each(['Karin Stenvall', 'Yasmin Torell', 'Anders Kvarnlöf', 'Markus'])(
    'comes page by page to %s as it comes whole, each entry once, with the same cursors',
    async (who) => {
      const whole = await page(name, tokenOf(who), 200, null);
      expect(whole.totalCount).toBe(whole.edges.length);
      expect(whole.pageInfo.hasNextPage).toBe(false);
      const parts = await pages(name, tokenOf(who), Math.max(1, Math.ceil(whole.edges.length / 3)));
      expect(parts.flatMap(({ edges }) => edges)).toEqual(whole.edges);
      expect(new Set(parts.map(({ totalCount }) => totalCount))).toEqual(new Set([whole.totalCount]));
      expect(parts.map(({ pageInfo }) => pageInfo.endCursor)).toEqual(
        parts.map(({ edges }) => edges.at(-1)?.cursor ?? null),
      );
    },
  );
});

describe('a cursor', () => {
  it('is the same for the same place and tells nothing of it', async () => {
    const [one, other] = [
      await page('Case.notes', tokenOf('Karin'), 5, null),
      await page('Case.notes', tokenOf('Karin'), 3, null),
    ];
    expect(other.edges.map(({ cursor }) => cursor)).toEqual(one.edges.slice(0, 3).map(({ cursor }) => cursor));
    for (const { cursor, node } of one.edges) {
      const bytes = Buffer.from(cursor, 'base64url').toString('latin1');
      expect(bytes).not.toContain(node.id.slice(0, 8));
      expect(bytes).not.toMatch(/20\d\d-/);
    }
  });

  it('is of one viewer, however alike what two see', async () => {
    const karin = await page('Case.notes', tokenOf('Karin'), 5, null);
    const anders = await page('Case.notes', tokenOf('Anders'), 5, null);
    const cursorsOf = ({ edges }: Page): Map<string, string> =>
      new Map(edges.map(({ node, cursor }) => [node.id, cursor]));
    const both = [...cursorsOf(karin)].filter(([id]) => cursorsOf(anders).has(id));
    expect(both.length).toBeGreaterThan(0);
    for (const [id, cursor] of both) expect(cursorsOf(anders).get(id)).not.toBe(cursor);
  });
});

it('goes on where it was although something was written meanwhile', async () => {
  const before = await page('Case.notes', tokenOf('Karin'), 200, null);
  const first = await page('Case.notes', tokenOf('Karin'), 4, null);
  const write = 'mutation ($input: WriteNoteInput!) { writeNote(input: $input) { id } }';
  const input = { requestId: randomUUID(), caseId: alva.id, category: 'PLAN', text: 'Skriven mellan två sidor.' };
  const written = await app.ask<{ writeNote: { id: string } }>(tokenOf('Petra'), write, { input });
  expect(written.errors).toBeUndefined();
  const rest = await page('Case.notes', tokenOf('Karin'), 200, first.pageInfo.endCursor);
  const read = [...first.edges, ...rest.edges].map(({ node }) => node.id);
  expect(read.filter((id) => id !== written.data.writeNote.id)).toEqual(before.edges.map(({ node }) => node.id));
  expect(new Set(read).size).toBe(read.length);
  expect((await page('Case.notes', tokenOf('Karin'), 1, null)).totalCount).toBe(before.edges.length + 1);
});

describe('cases', () => {
  interface Cases {
    cases: {
      totalCount: number;
      edges: { node: { number: string; status: string; youngPerson: { givenName: string | null } } }[];
    };
  }
  const ask = async (token: string, args: string): Promise<Cases['cases']> => {
    const query = `{ cases(first: 100, ${args}) { totalCount edges { node { number status youngPerson { givenName } } } } }`;
    const { data, errors } = await app.ask<Cases>(token, query);
    expect(errors).toBeUndefined();
    return data.cases;
  };

  it('are counted by their status, derived or stored, and none is in two', async () => {
    const token = tokenOf('Yasmin');
    const all = await ask(token, 'search: ""');
    const counted = Map.groupBy(all.edges, ({ node }) => node.status);
    expect([...counted.keys()].sort()).toEqual(['ACTIVE', 'CLOSED', 'DECLINED', 'PAUSED', 'PROPOSED']);
    for (const [status, edges] of counted) {
      expect((await ask(token, `status: [${status}]`)).totalCount).toBe(edges.length);
    }
    expect((await ask(token, 'status: []')).totalCount).toBe(0);
    expect((await ask(token, `status: [${[...counted.keys()].join()}]`)).totalCount).toBe(all.totalCount);
  });

  it.each([
    ['a family name in capitals', 'RÖNNQVIST'],
    ['a letter made of two signs', 'Ro\\u0308nnqvist'],
    ['blanks round and within', '  elias   rönn '],
    ['a no-break space', 'elias\\u00a0rönnqvist'],
    ['the whole number of the case', 'SIG-YEAR-014'],
    ['the number in small letters', ' sig-year-014 '],
    ['the end of the number', '-014'],
  ])('are found by %s', async (_, text) => {
    const all = await ask(tokenOf('Petra'), 'search: ""');
    const number = all.edges.find(({ node }) => node.youngPerson.givenName === 'Elias')!.node.number;
    const found = await ask(tokenOf('Petra'), `search: "${text.replace(/year/i, number.slice(4, 8))}"`);
    expect(found.edges.map(({ node }) => node.youngPerson.givenName)).toEqual(['Elias']);
  });

  it.each([
    ['another letter than it is written with', 'ronnqvist'],
    ['what a note says', 'läxhjälp'],
    ['an address', 'gatan'],
    ['a wildcard', '%'],
    ['a pattern', '.*'],
  ])('are not found by %s', async (_, text) => {
    expect((await ask(tokenOf('Petra'), `search: "${text}"`)).totalCount).toBe(0);
  });

  it.each(['DATE-LAST', 'DATE LAST', 'DATELAST', 'SHORT-LAST', 'SHORT LAST', 'SHORT+LAST', 'DATE–LAST'])(
    'are found by an identity number written as %s',
    async (form) => {
      const number = '{ cases(search: "Elias") { edges { node { youngPerson { personalIdentityNumber } } } } }';
      interface Numbered {
        cases: { edges: { node: { youngPerson: { personalIdentityNumber: string } } }[] };
      }
      const { data } = await app.ask<Numbered>(tokenOf('Petra'), number);
      const digits = data.cases.edges[0]!.node.youngPerson.personalIdentityNumber.replace(/\D/g, '');
      const text = form
        .replace('DATE', digits.slice(0, 8))
        .replace('SHORT', digits.slice(2, 8))
        .replace('LAST', digits.slice(8));
      const found = await ask(tokenOf('Petra'), `search: " ${text} "`);
      expect(found.edges.map(({ node }) => node.youngPerson.givenName)).toEqual(['Elias']);
    },
  );
});
