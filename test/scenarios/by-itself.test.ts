import { randomUUID } from 'node:crypto';
import { localDate, midnightOf } from '../../src/core/calendar.js';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { consentStory } from '../support/consent-story.js';
import type { ConsentStory, NamedCell } from '../support/consent-story.js';

/** Everything that takes effect at its instant with nobody writing anything, announced ahead: what closes, and what an act opens. */
let app: TestApp;
let alva: ConsentStory;
let everyone: Record<string, 'GRANTED'>;
let father: string;
let start: number;

const DAY = 86_400_000;
const inDays = (days: number): number => start + days * DAY;
const day = (days: number): string => localDate(inDays(days));
const iso = (instant: number): string => new Date(instant).toISOString();
const about = (category: string): NamedCell => ['LEISURE', 'POLICE', category];

beforeAll(async () => {
  app = await startTestApp();
  alva = await consentStory(app, 'Uddevalla', 'Alva');
  father = alva.young.guardianIds[1]!;
  const signers = [alva.young.youngPersonId, ...alva.young.guardianIds];
  everyone = Object.fromEntries(signers.map((id) => [id, 'GRANTED' as const]));
  start = Math.floor(Date.now() / 1000) * 1000;
});
afterAll(() => app.stop());

async function sends(field: string, type: string, input: object): Promise<void> {
  const { errors } = await alva.ask(
    { capacity: 'COORDINATOR' },
    `mutation ($input: ${type}!) { ${field}(input: $input) { __typename } }`,
    { input: { requestId: randomUUID(), caseId: alva.young.id, ...input } },
  );
  expect(errors).toBeUndefined();
}
const cellsOf = (category: string): object[] => [
  { fromId: alva.young.agency('LEISURE'), toId: alva.young.agency('POLICE'), categories: [category] },
];

interface Ahead {
  case: {
    upcoming: { at: string; causes: string[]; closes: { categories: string[] }[]; opens: { categories: string[] }[] }[];
  };
}
async function announced(at: number): Promise<Ahead['case']['upcoming'][number] | undefined> {
  const query =
    'query ($id: ID!) { case(id: $id) { upcoming { at causes closes { categories } opens { categories } } } }';
  const { data } = await alva.ask<Ahead>({ name: 'Alva' }, query);
  return data.case.upcoming.find((change) => Date.parse(change.at) === at);
}

type Turn = readonly [what: string, category: string, at: () => number, cause: string, before: boolean, after: boolean];
/** In time order: the clock only runs forward. */
const TURNS: readonly Turn[] = [
  ['a consent that applies from a later day', 'HEALTH', () => inDays(2), 'STATEMENT_APPLIES', false, true],
  ['a block that ends', 'SUBSTANCE_USE', () => inDays(3), 'BLOCK_CHANGES', false, true],
  [
    'a guardian who is prevented from a later day',
    'EMPLOYMENT',
    () => midnightOf(day(4)),
    'CUSTODY_CHANGES',
    false,
    true,
  ],
  ['the prevention that ends', 'EMPLOYMENT', () => midnightOf(day(6)), 'CUSTODY_CHANGES', true, false],
  ['a consent that expires', 'HEALTH', () => inDays(7), 'CONSENT_EXPIRES', true, false],
  ['the custody of the one who had said no', 'EMPLOYMENT', () => midnightOf(day(9)), 'CUSTODY_CHANGES', false, false],
];

it('is arranged today', async () => {
  await alva.form({ [father]: 'REFUSED' }, [about('HEALTH')]);
  await alva.form(everyone, [about('HEALTH')], { appliesFrom: iso(inDays(2)), until: iso(inDays(7)) });
  await alva.form(everyone, [about('SUBSTANCE_USE')]);
  await sends('block', 'BlockInput', {
    ...{ bySignerId: alva.young.youngPersonId, cells: cellsOf('SUBSTANCE_USE'), until: iso(inDays(3)) },
  });
  await alva.form({ ...everyone, [father]: 'REFUSED' }, [about('EMPLOYMENT')]);
  await sends('recordPrevention', 'CustodyInput', { guardianId: father, from: day(4), until: day(6) });
  await sends('endCustody', 'EndCustodyInput', { guardianId: father, until: day(9) });
  expect(await alva.isOpen(about('SUBSTANCE_USE'))).toBe(false);
});

it.each(TURNS)('%s (%s) is announced, and turns at its instant', async (_what, category, at, cause, before, after) => {
  const change = await announced(at());
  expect(change?.causes).toContain(cause);
  const named = (grants: readonly { categories: string[] }[] = []): boolean =>
    grants.some(({ categories }) => categories.includes(category));
  expect([named(change?.opens), named(change?.closes)]).toEqual([!before && after, before && !after]);
  await alva.at(at() - 30_000);
  expect(await alva.isOpen(about(category))).toBe(before);
  await alva.at(at());
  expect(await alva.isOpen(about(category))).toBe(after);
});
