import { JudgedOpenings, MISSING, NOT_COVERED, sql } from './judged-openings.js';
import type { Written } from './judged-openings.js';
import { asOwner } from './viewing.js';
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
const grants = () => judged.grants();

test('an opening that both signers’ grants cover passes, whichever is written first', async () => {
  await expect(commit(...granted(), opening())).resolves.toBeUndefined();
  await expect(commit(opening(), ...granted())).resolves.toBeUndefined();
});

test('a shorter one is refused, unless what it leaves out has passed', async () => {
  await expect(commit(...granted())).rejects.toThrow(MISSING);
  await expect(commit(...granted(), opening({ valid: '[2026-03-01,2026-09-01)' }))).rejects.toThrow(MISSING);
  await expect(commit(...granted(), opening({ valid: '[2026-06-02,2026-12-01)' }))).rejects.toThrow(MISSING);
  await expect(commit(...granted(), opening({ valid: '[2026-04-01,2026-12-01)' }))).resolves.toBeUndefined();
});

test('one that reaches other data than its grants is refused, be it more or less', async () => {
  const data_periods = '{[2025-01-01,2026-01-01),[2026-03-01,2026-04-01)}';
  const reaching = (data: string) => commit(...granted({ data_periods }), opening({ data }));
  await expect(reaching(data_periods)).resolves.toBeUndefined();
  await expect(reaching('{(,2026-04-01)}')).rejects.toThrow('An opening reaches data outside its grants');
  for (const less of ['{}', '{[2026-03-01,2026-04-01)}'])
    await expect(reaching(less)).rejects.toThrow('An opening leaves out data that its grants reach');
});

test.each([
  ['in a category that nobody granted', () => opening({ categories: ['HEALTH'] }), NOT_COVERED],
  ['to another agency', () => opening({ recipient_ids: [world.police] }), NOT_COVERED],
  ['in the other direction', () => opening({ recipient_ids: [world.social], holder_ids: [world.school] }), NOT_COVERED],
  ['about another subject', () => opening({ subject_id: world.sibling }), /is not covered|is missing/],
  ['before the grants apply', () => opening({ valid: '[2026-02-28,2026-12-01)' }), NOT_COVERED],
  ['after they have expired', () => opening({ valid: '[2026-03-01,)' }), NOT_COVERED],
  ['on statements that do not exist', () => opening({ statements: [3, 4, 99] }), NOT_COVERED],
  ['on statements about other cells', () => opening({ statements: [1, 2] }), NOT_COVERED],
  ['on the guardian’s grant alone', () => opening({ statements: [3] }), 'An opening lacks the grant of its subject'],
  ['on the young person’s grant alone', () => opening({ statements: [4] }), 'An opening lacks the grant of a guardian'],
  [
    'to an agency of another municipality',
    () => opening({ recipient_ids: [world.neighbourSchool] }),
    'An opening leaves the municipality',
  ],
  [
    'on data recorded after the grants end',
    () => opening({ data: '{(,)}' }),
    'An opening reaches data outside its grants',
  ],
] as const)('an opening %s is refused', async (_name, wrong, message) => {
  await expect(commit(...granted(), wrong())).rejects.toThrow(message);
});

/** As if nothing had ever been said. */
const afresh = [sql('delete from sig.opening'), sql('delete from sig.consent_statement')];

test.each([
  // The opening starts and ends at midnight UTC, so at one o'clock in Sweden.
  ['2011-12-02', [3], null],
  ['2011-12-01', [3], 'An opening lacks the grant of its subject'],
  ['2008-03-01', [4], null],
  ['2008-03-02', [4], 'An opening lacks the grant of a guardian'],
])('of a young person born on %s an opening rests on the statements %j', async (birth, statements, message) => {
  const born = sql('update sig.person set birth_date = $2 where id = $1', world.youngPerson, birth);
  const commits = commit(born, ...afresh, ...granted(), opening({ statements }));
  await expect(
    commits.then(
      () => null,
      (error: unknown) => (error as Error).message,
    ),
  ).resolves.toBe(message);
});

describe('what closes a cell is refused beside an opening of it', () => {
  const withdrawal = (row: object = {}) =>
    [
      'consent_statement',
      world.statement(5, world.guardian, {
        decision: 'WITHDRAWN',
        grants: null,
        applies_from: '2026-05-01',
        until: null,
        ...row,
      }),
    ] as const;

  test('a withdrawal of all cells, of this cell, and the withdrawal of the subject', async () => {
    for (const row of [{}, { grants: grants() }, { signer_id: world.youngPerson }, { decision: 'REFUSED' }]) {
      await expect(commit(...granted(), opening(), withdrawal(row))).rejects.toThrow(NOT_COVERED);
    }
  });

  test('but not one of another cell, nor one that applies when the opening has ended', async () => {
    const other = [{ fromIds: [world.social], toIds: [world.school], categories: ['HEALTH'] }];
    await expect(commit(...granted(), opening(), withdrawal({ grants: other }))).resolves.toBeUndefined();
    // The standing opening of SOCIAL_SUPPORT runs until December, so a withdrawal of everything only fits after it.
    await expect(commit(...granted(), opening(), withdrawal({ applies_from: '2026-12-01' }))).resolves.toBeUndefined();
    await expect(
      commit(...granted(), opening({ valid: '[2026-03-01,2026-05-01)' }), withdrawal({ grants: grants() })),
    ).resolves.toBeUndefined();
  });

  test('a later grant speaks in the place of a withdrawal', async () => {
    const again = [
      [
        'consent_statement',
        world.statement(6, world.guardian, { grants: grants(), applies_from: '2026-05-15' }),
      ] as const,
      opening({
        ...{ valid: '[2026-05-15,2026-12-01)', statements: [4, 6] },
        data: '{(,2026-05-01),[2026-05-15,2026-12-01)}',
      }),
    ];
    await expect(commit(...granted(), withdrawal({ grants: grants() }), ...again)).resolves.toBeUndefined();
    await expect(
      commit(...granted(), withdrawal({ grants: grants() }), ...again, opening({ valid: '[2026-04-01,2026-05-02)' })),
    ).rejects.toThrow(NOT_COVERED);
  });

  test('what was recorded before the opening it closed opens again, and not what was recorded in the gap', async () => {
    const again = world.statement(6, world.guardian, { grants: grants(), applies_from: '2026-05-15' });
    const opens = (data: string) =>
      commit(
        ...granted(),
        withdrawal({ grants: grants() }),
        ['consent_statement', again],
        opening({ valid: '[2026-05-15,2026-12-01)', statements: [4, 6], data }),
      );
    await expect(opens('{(,2026-12-01)}')).rejects.toThrow('reaches data outside its grants');
    await expect(opens('{[2026-05-15,2026-12-01)}')).rejects.toThrow('leaves out data that its grants reach');
  });

  test('a narrower grant of the same signer ends the wider one before it', async () => {
    const narrower = [
      'consent_statement',
      world.statement(5, world.guardian, { grants: grants(), applies_from: '2026-04-01', until: '2026-05-01' }),
    ] as const;
    await expect(commit(...granted(), narrower, opening())).rejects.toThrow(NOT_COVERED);
  });

  test('a no of the subject, who need not sign yet', async () => {
    const no = world.statement(5, world.sibling, {
      subject_id: world.sibling,
      decision: 'REFUSED',
      grants: null,
      applies_from: '2026-05-01',
      until: null,
    });
    const yes = world.statement(3, world.guardian, { subject_id: world.sibling, grants: grants() });
    const about = opening({ subject_id: world.sibling, statements: [3] });
    await expect(commit(['consent_statement', yes], about)).resolves.toBeUndefined();
    await expect(commit(['consent_statement', yes], ['consent_statement', no], about)).rejects.toThrow(
      'overlaps a no of its subject',
    );
  });

  test('a block of the cell or of all cells, by a signer or by the holder, and not by another holder', async () => {
    const block = (row: object) =>
      [
        'block',
        {
          case_id: world.case,
          subject_id: world.youngPerson,
          valid_from: '2026-05-01',
          recorded_at: '2026-05-01',
          ...row,
        },
      ] as const;
    await expect(commit(...granted(), opening(), block({ by_signer_id: world.guardian }))).rejects.toThrow(
      'overlaps a block',
    );
    await expect(
      commit(...granted(), opening(), block({ by_holder_id: world.social, grants: grants() })),
    ).rejects.toThrow('overlaps a block');
    await expect(commit(...granted(), opening(), block({ by_holder_id: world.police }))).resolves.toBeUndefined();
    await expect(
      commit(...granted(), opening(), block({ by_signer_id: world.guardian, valid_from: '2026-12-01' })),
    ).resolves.toBeUndefined();
  });
});

test('a withdrawal or a block alone does not leave a committed opening behind', async () => {
  const withdrawn = world.statement(3, world.guardian, {
    ...{ decision: 'WITHDRAWN', grants: null, applies_from: '2026-05-01', until: null },
  });
  const block = { case_id: world.case, subject_id: world.youngPerson, by_signer_id: world.guardian };
  const blocked = { ...block, valid_from: '2026-05-01', recorded_at: '2026-05-01' };
  await expect(commit(['consent_statement', withdrawn])).rejects.toThrow(NOT_COVERED);
  await expect(commit(['block', blocked])).rejects.toThrow('overlaps a block');
});

test('an opening that was wrong within the transaction and is gone at its end passes', async () => {
  await asOwner(world.login, async (client) => {
    await client.query('begin');
    const { text, values } = world.insertion('opening', world.opening({ categories: ['HEALTH'] }));
    await client.query(text, values);
    await client.query(`delete from sig.opening where 'HEALTH' = any(categories)`);
    const { command } = await client.query('commit');
    expect(command).toBe('COMMIT');
  });
});

test('an update cannot make an opening wrong', async () => {
  const update = asOwner(world.login, (client) => client.query(`update sig.opening set valid = '(,)'`));
  await expect(update).rejects.toThrow(NOT_COVERED);
});

describe('all openings of a subject are checked at once', () => {
  const many = () =>
    [world.police, world.school].flatMap((recipient) =>
      ['FAMILY', 'HEALTH', 'LEISURE', 'EMPLOYMENT'].map((category) => ({
        recipient_ids: [recipient],
        categories: [category],
      })),
    );
  const wide = () => {
    const categories = ['FAMILY', 'HEALTH', 'LEISURE', 'EMPLOYMENT'];
    return [world.police, world.school].map((toId) => ({ fromIds: [world.social], toIds: [toId], categories }));
  };
  const unchecked = () =>
    asOwner(world.login, async (client) => (await client.query('select from opening_unchecked')).rowCount);

  test('and one wrong one among right ones is found', async () => {
    const right = many().map((row) => opening(row));
    const wrong = opening({ recipient_ids: [world.police], categories: ['SUBSTANCE_USE'] });
    await expect(commit(...granted({ grants: wide() }), ...right)).resolves.toBeUndefined();
    await expect(commit(...granted({ grants: wide() }), ...right, wrong)).rejects.toThrow(NOT_COVERED);
  });

  test('and a block of one cell leaves the others', async () => {
    const cells = [{ fromIds: [world.social], toIds: [world.police], categories: ['HEALTH'] }];
    const who = { case_id: world.case, subject_id: world.youngPerson, by_signer_id: world.guardian };
    const block = ['block', { ...who, grants: cells, valid_from: '2026-05-01', recorded_at: '2026-05-01' }] as const;
    const others = many().filter((cell) => cell.recipient_ids[0] !== world.police || cell.categories[0] !== 'HEALTH');
    await expect(commit(...granted({ grants: wide() }), ...others.map((row) => opening(row)), block)).resolves.toBe(
      undefined,
    );
    await expect(commit(...granted({ grants: wide() }), ...many().map((row) => opening(row)), block)).rejects.toThrow(
      'overlaps a block',
    );
  });

  test('and what is written after a check that was asked for early is checked again', async () => {
    const hostile = asOwner(world.login, async (client) => {
      await client.query('begin');
      for (const [table, row] of [...granted(), opening()]) {
        const { text, values } = world.insertion(table, { ...row });
        await client.query(text, values);
      }
      await client.query('set constraints all immediate');
      await client.query('set constraints all deferred');
      const { text, values } = world.insertion('opening', world.opening({ categories: ['HEALTH'] }));
      await client.query(text, values);
      await client.query('commit');
    });
    await expect(hostile).rejects.toThrow(NOT_COVERED);
    expect(await unchecked()).toBe(0);
  });

  test.each([
    'delete from sig.opening_unchecked',
    'insert into sig.opening_unchecked (case_id, subject_id) select gen_random_uuid(), gen_random_uuid()',
    'alter table sig.opening disable trigger all',
    'set session_replication_role = replica',
    'select sig.openings_fault(gen_random_uuid(), gen_random_uuid())',
  ])('and the writer cannot: %s', async (sql) => {
    const asWriter = asOwner(world.login, async (client) => {
      await client.query('reset role');
      await client.query('begin');
      await client.query('set local role sig_writer');
      await client.query(sql);
    });
    await expect(asWriter).rejects.toThrow(/permission denied|must be owner/);
  });
});
