/** An opening is a set of cells: every cell of it is judged. */
import { FAMILY, JudgedOpenings, NOT_COVERED } from './judged-openings.js';
import type { Written } from './judged-openings.js';
import { createWorld, type World } from './world.js';

let world: World;
let judged: JudgedOpenings;
beforeAll(async () => {
  world = await createWorld();
  judged = new JudgedOpenings(world);
}, 60_000);
afterAll(() => world.drop());

const commit = (...written: readonly Written[]) => judged.commit(...written);
const granted = (row: object = {}) => judged.granted(row);
const opening = (row: object = {}) => judged.opening(row);

describe('every cell of a set is judged', () => {
  const parties = () => [world.social, world.school, world.police];
  const CATEGORIES = [FAMILY, 'HEALTH', 'LEISURE'];
  const openly = () => [{ fromIds: parties(), toIds: parties(), categories: CATEGORIES }];
  const all = (row: object = {}) =>
    opening({ holder_ids: parties(), recipient_ids: parties(), categories: CATEGORIES, ...row });
  const one = (category: string) => [{ fromIds: [world.school], toIds: [world.police], categories: [category] }];
  const no = (decision: string) => ({ decision, until: null, grants: one('LEISURE') });
  const statement = (row: object) =>
    ['consent_statement', world.statement(5, world.guardian, { applies_from: '2026-05-01', ...row })] as const;
  const block = (row: object) =>
    [
      'block',
      {
        ...{ case_id: world.case, subject_id: world.youngPerson, by_signer_id: world.guardian },
        ...{ valid_from: '2026-05-01', recorded_at: '2026-05-01', ...row },
      },
    ] as const;

  test('one that its signers granted as a whole passes, and so does what several grants name together', async () => {
    await expect(commit(...granted({ grants: openly() }), all())).resolves.toBeUndefined();
    const inParts = [
      ...CATEGORIES.map((category) => ({ fromIds: parties(), toIds: [world.school], categories: [category] })),
      { fromIds: parties(), toIds: [world.social, world.police], categories: CATEGORIES },
    ];
    await expect(commit(...granted({ grants: inParts }), all())).resolves.toBeUndefined();
  });

  test('what nobody need grant is no cell: nobody is a recipient of their own', async () => {
    const fromOthers = { fromIds: [world.school], toIds: [world.social], categories: CATEGORIES };
    const toOthers = { fromIds: [world.social], toIds: [world.school], categories: CATEGORIES };
    const row = { holder_ids: [world.social, world.school], recipient_ids: [world.social, world.school] };
    await expect(commit(...granted({ grants: [fromOthers, toOthers] }), all(row))).resolves.toBeUndefined();
    const alone = { holder_ids: [world.social], recipient_ids: [world.social] };
    await expect(commit(...granted({ grants: openly() }), all(alone))).rejects.toThrow('opening_check');
  });

  test.each([
    ['holder', () => [{ fromIds: [world.social, world.school], toIds: parties(), categories: CATEGORIES }]],
    ['recipient', () => [{ fromIds: parties(), toIds: [world.school, world.police], categories: CATEGORIES }]],
    ['category', () => [{ fromIds: parties(), toIds: parties(), categories: [FAMILY, 'HEALTH'] }]],
    [
      'single cell',
      () => [
        { fromIds: parties(), toIds: parties(), categories: [FAMILY, 'HEALTH'] },
        { fromIds: [world.social, world.school], toIds: parties(), categories: ['LEISURE'] },
        { fromIds: [world.police], toIds: [world.social], categories: ['LEISURE'] },
      ],
    ],
  ])('one with a %s that one of the signers did not grant is refused', async (_what, grants) => {
    const [of, ...rest] = granted({ grants: openly() });
    const less = ['consent_statement', world.statement(4, world.youngPerson, { grants: grants() })] as const;
    expect(rest).toHaveLength(1);
    await expect(commit(of, less, all())).rejects.toThrow(NOT_COVERED);
  });

  const asHolder = () => ({ by_signer_id: null, by_holder_id: world.school });
  test.each([
    ['a withdrawal', (from: string) => statement({ ...no('WITHDRAWN'), applies_from: from }), NOT_COVERED],
    ['a refusal', (from: string) => statement({ ...no('REFUSED'), applies_from: from }), NOT_COVERED],
    ['another yes', (from: string) => statement({ ...no('GRANTED'), applies_from: from }), NOT_COVERED],
    ['a block', (from: string) => block({ grants: one('LEISURE'), valid_from: from }), 'overlaps a block'],
    ['a block by its holder', (from: string) => block({ ...asHolder(), valid_from: from }), 'overlaps a block'],
  ] as const)(
    'one of which %s names a single cell is refused, unless it begins after it',
    async (_, naming, message) => {
      const beginning = (from: string) => commit(...granted({ grants: openly() }), naming(from), all());
      await expect(beginning('2026-05-01')).rejects.toThrow(message);
      await expect(beginning('2026-12-01')).resolves.toBeUndefined();
    },
  );

  test('the rest passes beside what a withdrawal or a block takes out of it', async () => {
    const rest = [
      all({ categories: [FAMILY, 'HEALTH'] }),
      all({ categories: ['LEISURE'], holder_ids: [world.social, world.police] }),
      all({ categories: ['LEISURE'], holder_ids: [world.school], recipient_ids: [world.social] }),
    ];
    const withdrawn = statement({ decision: 'WITHDRAWN', until: null, grants: one('LEISURE') });
    await expect(commit(...granted({ grants: openly() }), withdrawn, ...rest)).resolves.toBeUndefined();
    await expect(
      commit(...granted({ grants: openly() }), block({ grants: one('LEISURE') }), ...rest),
    ).resolves.toBeUndefined();
    await expect(commit(...granted({ grants: openly() }), withdrawn, all(), ...rest)).rejects.toThrow(NOT_COVERED);
  });

  test('a block that meets it only where nobody is a recipient of their own leaves it', async () => {
    const own = block({ grants: [{ fromIds: [world.school], toIds: [world.school], categories: CATEGORIES }] });
    await expect(commit(...granted({ grants: openly() }), own, all())).resolves.toBeUndefined();
  });

  test('no person is a holder or a recipient: a person is told, and has no scope', async () => {
    const grants = [{ fromIds: parties(), toIds: [...parties(), world.sibling], categories: CATEGORIES }];
    const outside = 'An opening leaves the municipality';
    await expect(commit(...granted({ grants }), all())).resolves.toBeUndefined();
    const recipient_ids = [...parties(), world.sibling];
    await expect(commit(...granted({ grants }), all({ recipient_ids }))).rejects.toThrow(outside);
    await expect(commit(...granted({ grants }), all({ holder_ids: [world.sibling] }))).rejects.toThrow(outside);
  });

  test('no side of it is empty', async () => {
    for (const none of [{ holder_ids: [] }, { recipient_ids: [] }, { categories: [] }])
      await expect(commit(...granted({ grants: openly() }), all(none))).rejects.toThrow('violates check constraint');
  });
});
