import { asOwner } from './viewing.js';
import { createWorld, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld();
}, 60_000);
afterAll(() => world.drop());

/** Inserts the rows in one transaction, in this order, and takes them back if the commit lets them pass. */
function commit(...rows: readonly (readonly [table: string, row: object])[]): Promise<void> {
  return asOwner(world.login, async (client) => {
    await client.query('begin');
    for (const [table, row] of rows) {
      const { text, values } = world.insertion(table, { ...row });
      await client.query(text, values);
    }
    // What a commit would check; the rows themselves are not kept.
    await client.query('set constraints all immediate');
    await client.query('rollback');
  });
}

const FAMILY = 'FAMILY';
const grants = () => [{ fromId: world.social, toId: world.school, categories: [FAMILY] }];
const granted = (row: object = {}) => [
  ['consent_statement', world.statement(3, world.guardian, { grants: grants(), ...row })] as const,
  ['consent_statement', world.statement(4, world.youngPerson, { grants: grants(), ...row })] as const,
];
const opening = (row: object = {}) =>
  ['opening', world.opening({ category: FAMILY, statements: [3, 4], ...row })] as const;

test('an opening that both signers’ grants cover passes, whichever is written first', async () => {
  await expect(commit(...granted(), opening())).resolves.toBeUndefined();
  await expect(commit(opening(), ...granted())).resolves.toBeUndefined();
});

test('a shorter one passes, and one that reaches only the data periods of its grants', async () => {
  await expect(
    commit(...granted(), opening({ valid: '[2026-04-01,2026-05-01)', data: '{(,2026-04-01)}' })),
  ).resolves.toBeUndefined();
  const data_periods = '{[2025-01-01,2026-01-01),[2026-03-01,2026-04-01)}';
  await expect(commit(...granted({ data_periods }), opening({ data: data_periods }))).resolves.toBeUndefined();
  await expect(commit(...granted({ data_periods }), opening({ data: '{}' }))).resolves.toBeUndefined();
  await expect(commit(...granted({ data_periods }), opening({ data: '{(,2026-04-01)}' }))).rejects.toThrow(
    'reaches data outside its grants',
  );
});

const NOT_COVERED = 'An opening is not covered by the grants it names';

test.each([
  ['in a category that nobody granted', () => opening({ category: 'HEALTH' }), NOT_COVERED],
  ['to another agency', () => opening({ recipient_id: world.police }), NOT_COVERED],
  ['in the other direction', () => opening({ recipient_id: world.social, holder_id: world.school }), NOT_COVERED],
  ['about another subject', () => opening({ subject_id: world.sibling }), NOT_COVERED],
  ['before the grants apply', () => opening({ valid: '[2026-02-28,2026-12-01)' }), NOT_COVERED],
  ['after they have expired', () => opening({ valid: '[2026-03-01,)' }), NOT_COVERED],
  ['on statements that do not exist', () => opening({ statements: [3, 4, 99] }), NOT_COVERED],
  ['on statements about other cells', () => opening({ statements: [1, 2] }), NOT_COVERED],
  ['on the guardian’s grant alone', () => opening({ statements: [3] }), 'An opening lacks the grant of its subject'],
  ['on the young person’s grant alone', () => opening({ statements: [4] }), 'An opening lacks the grant of a guardian'],
  [
    'to an agency of another municipality',
    () => opening({ recipient_id: world.neighbourSchool }),
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

test.each([
  // The opening starts and ends at midnight UTC, so at one o'clock in Sweden.
  ['2011-12-02', [3], null],
  ['2011-12-01', [3], 'An opening lacks the grant of its subject'],
  ['2008-03-01', [4], null],
  ['2008-03-02', [4], 'An opening lacks the grant of a guardian'],
])('of a young person born on %s an opening rests on the statements %j', async (birth, statements, message) => {
  const born = (date: string) =>
    asOwner(world.login, (client) =>
      client.query('update sig.person set birth_date = $2 where id = $1', [world.youngPerson, date]),
    );
  await born(birth);
  const commits = commit(...granted(), opening({ statements })).finally(() => born('2011-01-15'));
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
    const other = [{ fromId: world.social, toId: world.school, categories: ['HEALTH'] }];
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
      opening({ valid: '[2026-05-15,2026-12-01)', statements: [4, 6] }),
    ];
    await expect(commit(...granted(), withdrawal({ grants: grants() }), ...again)).resolves.toBeUndefined();
    await expect(
      commit(...granted(), withdrawal({ grants: grants() }), ...again, opening({ valid: '[2026-04-01,2026-05-02)' })),
    ).rejects.toThrow(NOT_COVERED);
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
    const { text, values } = world.insertion('opening', world.opening({ category: 'HEALTH' }));
    await client.query(text, values);
    await client.query(`delete from sig.opening where category = 'HEALTH'`);
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
    [world.police, world.school].flatMap((recipient_id) =>
      ['FAMILY', 'HEALTH', 'LEISURE', 'EMPLOYMENT'].map((category) => ({ recipient_id, category })),
    );
  const wide = () => {
    const categories = ['FAMILY', 'HEALTH', 'LEISURE', 'EMPLOYMENT'];
    return [world.police, world.school].map((toId) => ({ fromId: world.social, toId, categories }));
  };
  const unchecked = () =>
    asOwner(world.login, async (client) => (await client.query('select from opening_unchecked')).rowCount);

  test('and one wrong one among right ones is found', async () => {
    const right = many().map((row) => opening(row));
    const wrong = opening({ recipient_id: world.police, category: 'SUBSTANCE_USE' });
    await expect(commit(...granted({ grants: wide() }), ...right)).resolves.toBeUndefined();
    await expect(commit(...granted({ grants: wide() }), ...right, wrong)).rejects.toThrow(NOT_COVERED);
  });

  test('and a block of one cell leaves the others', async () => {
    const cells = [{ fromId: world.social, toId: world.police, categories: ['HEALTH'] }];
    const who = { case_id: world.case, subject_id: world.youngPerson, by_signer_id: world.guardian };
    const block = ['block', { ...who, grants: cells, valid_from: '2026-05-01', recorded_at: '2026-05-01' }] as const;
    const others = many().filter((cell) => cell.recipient_id !== world.police || cell.category !== 'HEALTH');
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
      const { text, values } = world.insertion('opening', world.opening({ category: 'HEALTH' }));
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
