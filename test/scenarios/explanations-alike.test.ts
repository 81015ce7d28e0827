import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { consentStory } from '../support/consent-story.js';
import type { ConsentStory, NamedCell } from '../support/consent-story.js';

/** P11: why a cell is closed is told to signers and the coordinator; to all others only that consent is missing. */
let app: TestApp;
let melvin: ConsentStory;
let everyone: Record<string, 'GRANTED'>;
let father: string;
let now: number;

const CELL: NamedCell = ['LEISURE', 'POLICE', 'HEALTH'];

beforeAll(async () => {
  app = await startTestApp();
  melvin = await consentStory(app, 'Uddevalla', 'Melvin');
  father = melvin.young.guardianIds[1]!;
  everyone = Object.fromEntries(
    [melvin.young.youngPersonId, ...melvin.young.guardianIds].map((id) => [id, 'GRANTED' as const]),
  );
  now = Date.now();
});
afterAll(() => app.stop());

const DETAIL = 'detail { obstacles explanations blockIds waitsSince signers { answer signer { personId } } }';
const ASKED = `query ($id: ID!) { case(id: $id) { id number status
  access { holder { id } category readable reason until ${DETAIL} } sharing { open ${DETAIL} } consents { id } blocks { id }
  upcoming { at } notes(first: 50) { totalCount edges { node { id text } } } } }`;

const policeAre = async (): Promise<string> => (await melvin.ask({ profession: 'POLICE_OFFICER' }, ASKED)).text;

interface Why {
  obstacles: string[];
  explanations: string[];
}
async function toldTo(who: object, language: string): Promise<Why> {
  interface Sharing {
    case: { sharing: { from: { id: string }; to: { id: string }; category: string; detail: Why }[] };
  }
  const query = `query ($id: ID!) { case(id: $id) { sharing { from { id } to { id } category ${DETAIL} } } }`;
  const { sharing } = (await melvin.ask<Sharing>(who, query, {}, language)).data.case;
  const [from, to, category] = CELL;
  return sharing.find(
    (cell) =>
      cell.from.id === melvin.young.agency(from) &&
      cell.to.id === melvin.young.agency(to) &&
      cell.category === category,
  )!.detail;
}

/** What is done, and what signers and coordinator are then told of it. */
const STATES: readonly (readonly [string, () => Promise<unknown>, string])[] = [
  ['nobody has said anything', () => Promise.resolve(), 'SIGNATURE_MISSING'],
  ['a guardian has refused', () => melvin.form({ ...everyone, [father]: 'REFUSED' }, [CELL]), 'SIGNER_REFUSED'],
  [
    'a guardian has taken it back',
    async () => {
      await melvin.form(everyone, [CELL]);
      expect(await melvin.isOpen(CELL)).toBe(true);
      await melvin.takesBack({ name: 'Jörgen' }, [CELL]);
    },
    'SIGNER_WITHDREW',
  ],
  [
    'the young person says no',
    () => melvin.form({ ...everyone, [melvin.young.youngPersonId]: 'REFUSED' }, [CELL]),
    'SUBJECT_SAYS_NO',
  ],
  [
    'the time of the consent is over',
    async () => {
      await melvin.form(everyone, [CELL], { until: new Date(now + 120_000).toISOString() });
      expect(await melvin.isOpen(CELL)).toBe(true);
      await melvin.at(now + 130_000);
    },
    'CONSENT_EXPIRED',
  ],
];

it('for others the explanation is the same, byte for byte, whatever closes the cell', async () => {
  const answers: string[] = [];
  for (const [state, happens, obstacle] of STATES) {
    await happens();
    answers.push(await policeAre());
    expect([state, answers.at(-1) === answers[0]]).toEqual([state, true]);
    for (const who of [{ capacity: 'COORDINATOR' }, { name: 'Melvin' }, { name: 'Carina' }]) {
      const { obstacles } = await toldTo(who, 'sv');
      expect([state, obstacles.includes(obstacle)]).toEqual([state, true]);
    }
    const [swedish, english] = [
      await toldTo({ capacity: 'COORDINATOR' }, 'sv'),
      await toldTo({ capacity: 'COORDINATOR' }, 'en'),
    ];
    expect(swedish.explanations).toHaveLength(swedish.obstacles.length);
    expect(swedish.explanations).not.toEqual(english.explanations);
    // Each says what to do about it, or that a no is to be respected.
    expect(english.explanations.join(' ')).toMatch(/form|respected|new|Ask/);
  }
  expect(answers).toHaveLength(STATES.length);
  expect(answers[0]).toContain('NO_CONSENT');
});

it('and where a block is in the way', async () => {
  const before = await policeAre();
  await melvin.ask({ name: 'Carina' }, 'mutation ($input: BlockInput!) { block(input: $input) { id } }', {
    input: {
      requestId: 'a-block-of-one-cell',
      caseId: melvin.young.id,
      cells: [{ fromId: melvin.young.agency('LEISURE'), toId: melvin.young.agency('POLICE'), categories: ['HEALTH'] }],
    },
  });
  await melvin.form(everyone, [CELL]);
  expect(await policeAre()).toBe(before);
  expect((await toldTo({ capacity: 'COORDINATOR' }, 'en')).obstacles).toEqual(['BLOCKED']);
});
