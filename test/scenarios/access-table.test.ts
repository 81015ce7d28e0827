import { decide } from '../../src/core/decide.js';
import { cellsToldTo } from '../../src/core/access-cells.js';
import type { CaseFacts } from '../../src/core/case-facts.js';
import type { InformationCategory } from '../../src/core/information-category.js';
import type { AgencyId } from '../../src/core/ids.js';
import type { Viewer } from '../../src/core/viewer.js';
import { startTestApp } from '../support/app.js';
import type { Answer, Persona, TestApp } from '../support/app.js';
import { readablePieces, storedDemo } from '../support/demo-oracle.js';
import type { DemoCase, StoredDemo } from '../support/demo-oracle.js';
import { FULL_LIST } from '../support/documents.js';
import { modelReadable } from '../support/reference-model.js';
import { shownPieces } from '../support/shown-pieces.js';
import type { Shown } from '../support/shown-pieces.js';

interface List {
  cases: { totalCount: number; edges: { node: Shown & { id: string; number: string } }[] };
}
interface Cell {
  holder: { id: string };
  category: string;
  readable: boolean;
}

const CAPACITIES = ['PROFESSIONAL', 'COORDINATOR', 'YOUNG_PERSON', 'GUARDIAN', 'STEERING_MEMBER', 'ADMINISTRATOR'];

let app: TestApp;
let demo: StoredDemo;
let at: number;
const answers = new Map<Persona, Answer<List>>();

beforeAll(async () => {
  app = await startTestApp();
  demo = await storedDemo(app.database.login);
  at = Date.now();
  for (const persona of app.personas) answers.set(persona, await app.ask<List>(persona.token, FULL_LIST));
}, 60_000);
afterAll(() => app.stop());

const viewerOf = ({ id }: Persona): Viewer => demo.viewers.get(id)!;
const answerOf = (persona: Persona, { number, facts }: DemoCase): List['cases']['edges'][number]['node'] | undefined =>
  answers.get(persona)!.data.cases.edges.find(({ node }) => node.number === number && node.id === facts.caseId)?.node;

/** What every (capacity, case) of the table comes to, category by category. */
function table(cell: (persona: Persona, one: DemoCase) => readonly string[]): Map<string, ReadonlySet<string>> {
  const lines = new Map<string, ReadonlySet<string>>();
  for (const persona of app.personas) {
    for (const one of demo.cases)
      lines.set(`${persona.capacity} ${persona.name}: ${one.number} ${one.facts.caseId}`, new Set(cell(persona, one)));
  }
  return lines;
}

/** What differs is told in a line each, not in a diff of everything. */
function differences(expected: Map<string, ReadonlySet<string>>, found: Map<string, ReadonlySet<string>>): string[] {
  return [...expected].flatMap(([key, wanted]) => {
    const shown = found.get(key) ?? new Set<string>();
    const only = (verb: string, these: ReadonlySet<string>, those: ReadonlySet<string>): string[] =>
      [...these].filter((name) => !those.has(name)).map((name) => `${key} ${verb} ${name}`);
    return [...only('shows', shown, wanted), ...only('lacks', wanted, shown)];
  });
}

/** Something that an agency records now about the young person, judged by the reference model. */
function modelCell(facts: CaseFacts, viewer: Viewer, holderId: AgencyId, category: InformationCategory): boolean {
  const kind = category === 'CONTACT' ? 'CONTACT' : 'SITUATION';
  const about = { subjectIds: [facts.youngPersonId], heldBack: false, hiddenFromIds: [] };
  return modelReadable(facts, viewer, { kind, holderId, category, recordedAt: at, ...about }, at);
}

it('answers every persona without an error, and there are some of every capacity', () => {
  expect(new Set(app.personas.map(({ capacity }) => capacity))).toEqual(new Set(CAPACITIES));
  const failed = [...answers].filter(([, { status, errors }]) => status !== 200 || errors !== undefined);
  expect(failed.map(([{ name }, { errors }]) => `${name}: ${errors?.[0]?.message}`)).toEqual([]);
  expect(demo.cases).toHaveLength(32);
});

it('lists to everybody the cases that they know by the ledger, and no other', () => {
  const listed = table((persona, one) => [String(answerOf(persona, one) !== undefined)]);
  const known = table((persona, { facts }) => [String(decide(facts, viewerOf(persona), at).knowsCase)]);
  expect(differences(known, listed)).toEqual([]);
  for (const [{ name }, { data }] of answers)
    expect([name, data.cases.totalCount]).toEqual([name, data.cases.edges.length]);
  const offices = [...answers].filter(([{ capacity }]) => ['STEERING_MEMBER', 'ADMINISTRATOR'].includes(capacity));
  expect(offices.flatMap(([, { data }]) => data.cases.edges)).toEqual([]);
});

it('gives by its id what it lists, and to nobody anything else', async () => {
  const asked = CAPACITIES.flatMap((capacity) =>
    ['Uddevalla', 'Vellinge'].map((municipality) => app.persona({ municipality, capacity })),
  );
  for (const persona of asked) {
    for (let start = 0; start < demo.cases.length; start += 8) {
      const eight = demo.cases.slice(start, start + 8);
      const query = `{ ${eight.map(({ facts }, index) => `c${index}: case(id: "${facts.caseId}") { number }`).join(' ')} }`;
      const { data, errors = [] } = await app.ask<Record<string, { number: string } | null>>(persona.token, query);
      const expected = eight.map((one) => (answerOf(persona, one) === undefined ? null : { number: one.number }));
      expect([persona.name, Object.values(data)]).toEqual([persona.name, expected]);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(
        expected.filter((one) => one === null).map(() => 'NOT_FOUND'),
      );
    }
  }
});

it('tells of every cell what the core and the reference model make of the ledger', () => {
  const told = table((persona, one) => {
    const cells = (answerOf(persona, one)?.['access'] ?? []) as unknown as readonly Cell[];
    return cells.map(({ holder, category, readable }) => `${holder.id.slice(0, 6)} ${category} ${readable}`);
  });
  const judged = (
    cell: (facts: CaseFacts, viewer: Viewer, holder: AgencyId, category: InformationCategory) => boolean,
  ) =>
    table((persona, { facts }) => {
      const viewer = viewerOf(persona);
      const cells = decide(facts, viewer, at).knowsCase ? cellsToldTo(viewer, facts) : [];
      return cells.map(
        ({ holderId, category }) => `${holderId.slice(0, 6)} ${category} ${cell(facts, viewer, holderId, category)}`,
      );
    });
  expect(
    differences(
      judged((facts, viewer, holder, category) => decide(facts, viewer, at).cell(holder, category).open),
      told,
    ),
  ).toEqual([]);
  expect(differences(judged(modelCell), told)).toEqual([]);
});

it('shows of every category exactly the pieces that the reference model opens', () => {
  const shown = table((persona, one) => {
    const answer = answerOf(persona, one);
    const agencyId = (wanted: string): string | undefined =>
      one.facts.agencies.find(({ kind, parentId }) => kind === wanted && parentId === null)?.id;
    return answer === undefined ? [] : [...shownPieces(answer, agencyId)];
  });
  const readable = table((persona, one) => readablePieces(one, viewerOf(persona), at).map(({ name }) => name));
  expect(differences(readable, shown)).toEqual([]);
});

it('holds something open and something closed in most columns that a capacity has', () => {
  const columns = new Map<string, Set<boolean>>();
  for (const persona of app.personas) {
    for (const one of demo.cases.filter((each) => answerOf(persona, each) !== undefined)) {
      const open = new Set(readablePieces(one, viewerOf(persona), at));
      for (const piece of one.pieces) {
        const column = `${persona.capacity} ${piece.category}`;
        columns.set(column, (columns.get(column) ?? new Set()).add(open.has(piece)));
      }
    }
  }
  const both = (capacity: string): number =>
    [...columns].filter(([column, found]) => column.startsWith(capacity) && found.size === 2).length;
  expect(both('PROFESSIONAL')).toBeGreaterThan(12);
  for (const capacity of ['COORDINATOR', 'YOUNG_PERSON', 'GUARDIAN']) expect(both(capacity)).toBeGreaterThan(7);
  for (const capacity of ['STEERING_MEMBER', 'ADMINISTRATOR']) expect(both(capacity)).toBe(0);
});
