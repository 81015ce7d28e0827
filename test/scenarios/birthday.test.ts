import { midnightOf, localDate } from '../../src/core/calendar.js';
import { setClock } from '../../src/storage/clock.js';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';

const DAY = 86_400_000;
let app: TestApp;
let midnight: number;

beforeAll(async () => {
  app = await startTestApp();
  midnight = midnightOf(localDate(Date.now() + DAY));
});
afterAll(() => app.stop());

/** The answers to one query ten seconds before and after midnight; nothing is written in between. */
async function beforeAndAfter<Data>(token: () => Promise<string>, query: string): Promise<[Data, Data]> {
  await setClock(app.database.login, midnight - 10_000);
  const before = await app.ask<Data>(await token(), query);
  await setClock(app.database.login, midnight + 10_000);
  const after = await app.ask<Data>(await token(), query);
  await setClock(app.database.login, Date.now());
  expect([before.errors, after.errors]).toEqual([undefined, undefined]);
  return [before.data, after.data];
}

interface Named {
  cases: { edges: { node: { number: string; status: string; youngPerson: { age: number | null } } }[] };
}

const AGES = '{ cases(first: 50) { edges { node { number status youngPerson { age } } } } }';

async function tokenOf(wanted: Parameters<TestApp['persona']>[0]): Promise<string> {
  const personas = (await (await fetch(`${app.url}/dev/personas`)).json()) as TestApp['personas'];
  return personas.find(({ id }) => id === app.persona(wanted).id)!.token;
}

describe('Ella in Vellinge turns 15 at midnight and has not signed herself', () => {
  it('closes what her guardians had opened', async () => {
    const [before, after] = await beforeAndAfter<Named>(
      () => tokenOf({ municipality: 'Vellinge', profession: 'PRINCIPAL', name: 'Camilla' }),
      AGES,
    );
    const number = before.cases.edges.find(({ node }) => node.youngPerson.age === 14)?.node.number;
    expect(number).toBeDefined();
    const own = after.cases.edges.find(({ node }) => node.number === number)!;
    expect(own.node).toMatchObject({ status: 'PAUSED', youngPerson: { age: null } });
  });
});

describe('Melvin in Uddevalla turns 18 at midnight', () => {
  it('ends what his guardians see', async () => {
    const [before, after] = await beforeAndAfter<Named>(
      () => tokenOf({ municipality: 'Uddevalla', name: 'Carina' }),
      AGES,
    );
    expect(before.cases.edges).toHaveLength(1);
    expect(after.cases.edges).toEqual([]);
  });

  it('opens nothing to anybody', async () => {
    const access = '{ cases(first: 50) { edges { node { number access { holder { id } category readable } } } } }';
    interface Access {
      cases: {
        edges: {
          node: { number: string; access: { holder: { id: string }; category: string; readable: boolean }[] };
        }[];
      };
    }
    const open = ({ cases }: Access): Set<string> =>
      new Set(
        cases.edges.flatMap(({ node }) =>
          node.access
            .filter(({ readable }) => readable)
            .map(({ holder, category }) => `${node.number} ${holder.id} ${category}`),
        ),
      );
    for (const profession of ['SOCIAL_WORKER', 'PRINCIPAL', 'LEISURE_LEADER', 'POLICE_OFFICER']) {
      const [before, after] = await beforeAndAfter<Access>(
        () => tokenOf({ municipality: 'Uddevalla', profession }),
        access,
      );
      expect([...open(after)].filter((cell) => !open(before).has(cell))).toEqual([]);
    }
  });
});
