import { openPools, type Pools } from '../../src/storage/pools.js';
import { asOwner, idsOf, relation, viewing } from './viewing.js';
import { createWorld, type World } from './world.js';

let world: World;
let pools: Pools;
beforeAll(async () => {
  world = await createWorld();
  pools = openPools(world.login, { max: 2 });
}, 60_000);
afterAll(async () => {
  await pools.end();
  await world.drop();
});
afterEach(() =>
  asOwner(world.login, async (client) => {
    await client.query(
      `delete from sig.protection; delete from ${relation('IDENTITY')}; delete from ${relation('GUARDIAN')};
        delete from ${relation('CONTACT')}; delete from ${relation('MEETING_PLACE')}`,
    );
  }),
);

type Who =
  | 'coordinator'
  | 'socialWorker'
  | 'teacher'
  | 'officer'
  | 'stranger'
  | 'neighbourTeacher'
  | 'steeringMember'
  | 'youngPerson'
  | 'guardian';

const CAPACITIES: Readonly<Record<Who, string>> = {
  ...{
    coordinator: 'COORDINATOR',
    socialWorker: 'PROFESSIONAL',
    teacher: 'PROFESSIONAL',
    officer: 'PROFESSIONAL',
    stranger: 'PROFESSIONAL',
  },
  ...{
    neighbourTeacher: 'PROFESSIONAL',
    steeringMember: 'STEERING_MEMBER',
    youngPerson: 'YOUNG_PERSON',
    guardian: 'GUARDIAN',
  },
};
const EVERYBODY = Object.keys(CAPACITIES) as Who[];

function rows(who: Who, table: string): Promise<string[]> {
  return viewing(pools.reader, [world[who], CAPACITIES[who]], (client) => idsOf(client, table));
}

/** Who of all viewers selects this row. */
async function readersOf(table: string, id: string): Promise<Who[]> {
  const readers: Who[] = [];
  for (const who of EVERYBODY) if ((await rows(who, table)).includes(id)) readers.push(who);
  return readers;
}

const STAFF_OF_HOLDER: Who[] = ['coordinator', 'socialWorker'];

describe('a note of social services', () => {
  test('in an opened category is read by its holder and the agency it is open to', async () => {
    expect(await readersOf('NOTE', await world.insert('NOTE'))).toEqual([...STAFF_OF_HOLDER, 'teacher']);
  });

  test('in another category stays with its holder', async () => {
    expect(await readersOf('NOTE', await world.insert('NOTE', { category: 'OFFENDING' }))).toEqual(STAFF_OF_HOLDER);
  });

  test('held back stays with its holder', async () => {
    expect(await readersOf('NOTE', await world.insert('NOTE', { held_back: true }))).toEqual(STAFF_OF_HOLDER);
  });

  test('recorded outside the data period stays with its holder', async () => {
    expect(await readersOf('NOTE', await world.insert('NOTE', { recorded_at: '2026-12-01' }))).toEqual(STAFF_OF_HOLDER);
    expect(await readersOf('NOTE', await world.insert('NOTE', { recorded_at: '2026-11-30T23:59:59.999Z' }))).toEqual([
      ...STAFF_OF_HOLDER,
      'teacher',
    ]);
  });

  test('about a sibling too, whom nothing opens, stays with its holder', async () => {
    const id = await world.insert('NOTE', { subject_ids: [world.youngPerson, world.sibling] });
    expect(await readersOf('NOTE', id)).toEqual(STAFF_OF_HOLDER);
  });

  test('that the young person may read is read by the family, but not by a guardian from whom it is kept', async () => {
    expect(await readersOf('NOTE', await world.insert('NOTE', { category: 'PLAN' }))).toEqual([
      ...STAFF_OF_HOLDER,
      'youngPerson',
      'guardian',
    ]);
    const kept = await world.insert('NOTE', { category: 'PLAN', hidden_from_ids: [world.guardian] });
    expect(await readersOf('NOTE', kept)).toEqual([...STAFF_OF_HOLDER, 'youngPerson']);
    expect(await readersOf('NOTE', await world.insert('NOTE', { category: 'PLAN', held_back: true }))).toEqual(
      STAFF_OF_HOLDER,
    );
  });
});

test('a note of the school is not open to social services: an opening has a direction', async () => {
  expect(await readersOf('NOTE', await world.insert('NOTE', { holder_id: world.school }))).toEqual(['teacher']);
});

test('the frame of plan and meetings is the family’s by right, whatever its category', async () => {
  expect(await readersOf('GOAL', world.goal)).toEqual([
    'coordinator',
    'socialWorker',
    'teacher',
    'youngPerson',
    'guardian',
  ]);
  expect(await readersOf('PLAN', world.plan)).toEqual(['coordinator', 'socialWorker', 'youngPerson', 'guardian']);
});

describe('what a change of a goal left', () => {
  const version = (row: Parameters<World['insert']>[1] = {}) => world.insert('piece_version', row);
  const FAMILY: Who[] = ['youngPerson', 'guardian'];

  test('is read by whoever reads the goal', async () => {
    expect(await readersOf('piece_version', await version())).toEqual([...STAFF_OF_HOLDER, 'teacher', ...FAMILY]);
  });

  test('is judged by what it bears itself', async () => {
    expect(await readersOf('piece_version', await version({ held_back: true }))).toEqual(STAFF_OF_HOLDER);
    expect(await readersOf('piece_version', await version({ category: 'OFFENDING' }))).toEqual([
      ...STAFF_OF_HOLDER,
      ...FAMILY,
    ]);
    expect(await readersOf('piece_version', await version({ recorded_at: '2026-12-01' }))).toEqual([
      ...STAFF_OF_HOLDER,
      ...FAMILY,
    ]);
    const kept = await version({ hidden_from_ids: [world.guardian] });
    expect(await readersOf('piece_version', kept)).toEqual([...STAFF_OF_HOLDER, 'teacher', 'youngPerson']);
  });

  test('and by the goal as it now stands', async () => {
    const of = async (row: Parameters<World['insert']>[1]): Promise<Who[]> => {
      const goal = await world.insert('GOAL', row);
      return readersOf('piece_version', await version({ piece_id: goal }));
    };
    expect(await of({ held_back: true })).toEqual(STAFF_OF_HOLDER);
    expect(await of({ holder_id: world.police })).toEqual(FAMILY);
    expect(await of({ hidden_from_ids: [world.youngPerson] })).toEqual([...STAFF_OF_HOLDER, 'teacher', 'guardian']);
  });
});

test('what a proposer wrote is the coordinator’s who holds it, and nobody else’s', async () => {
  expect(await readersOf('PROPOSAL_WORDS', await world.insert('PROPOSAL_WORDS'))).toEqual(['coordinator']);
  const blind = await world.insert('PROPOSAL_WORDS', { holder_id: world.police });
  expect(await readersOf('PROPOSAL_WORDS', blind)).toEqual([]);
});

describe('an identity', () => {
  test('of a guardian, held by another agency, is read by the coordinator and the family', async () => {
    const id = await world.insert('GUARDIAN', {
      plain: { personId: world.guardian },
      holder_id: world.police,
      subject_ids: [world.youngPerson],
    });
    expect(await readersOf('GUARDIAN', id)).toEqual(['coordinator', 'officer', 'youngPerson', 'guardian']);
    const ofSibling = await world.insert('GUARDIAN', {
      plain: { personId: world.guardian },
      holder_id: world.police,
      subject_ids: [world.sibling],
    });
    expect(await readersOf('GUARDIAN', ofSibling)).toEqual(['coordinator', 'officer']);
  });

  test('of a sibling, held by another agency, is neither the coordinator’s nor the family’s', async () => {
    const id = await world.insert('IDENTITY', {
      plain: { personId: world.sibling },
      category: 'FAMILY',
      holder_id: world.police,
      subject_ids: [world.sibling],
    });
    expect(await readersOf('IDENTITY', id)).toEqual(['officer']);
  });
});

describe('where a protected young person is', () => {
  const protect = (level: string, row = {}) =>
    world.insert('protection', {
      ...{ case_id: world.case, person_id: world.youngPerson, level, handler_ids: [world.socialWorker] },
      ...{ valid_from: '2026-05-01', recorded_at: '2026-05-01' },
      ...row,
    });

  test.each(['CONTACT', 'MEETING_PLACE'])(
    'is open to its holder and the family without protection (%s)',
    async (table) => {
      expect(await readersOf(table, await world.insert(table))).toEqual([
        ...STAFF_OF_HOLDER,
        'youngPerson',
        'guardian',
      ]);
    },
  );

  test.each(['CONTACT', 'MEETING_PLACE'])(
    'is kept from the guardian under confidentiality marking (%s)',
    async (table) => {
      await protect('CONFIDENTIALITY_MARKING');
      expect(await readersOf(table, await world.insert(table))).toEqual([...STAFF_OF_HOLDER, 'youngPerson']);
    },
  );

  test('is left to the named handlers of its holder under protected registration', async () => {
    await protect('PROTECTED_REGISTRATION');
    expect(await readersOf('CONTACT', await world.insert('CONTACT'))).toEqual(['socialWorker', 'youngPerson']);
  });

  test('is not open to a named handler of another agency', async () => {
    await protect('CONFIDENTIALITY_MARKING', { handler_ids: [world.teacher] });
    const held = await world.insert('CONTACT', { holder_id: world.school });
    expect(await readersOf('CONTACT', held)).toEqual(['teacher', 'youngPerson']);
    expect(await rows('teacher', 'CONTACT')).toEqual([held]);
  });

  test('is open again when the protection has ended, and before it begins', async () => {
    await protect('PROTECTED_REGISTRATION', { valid_until: '2026-06-01' });
    await protect('PROTECTED_REGISTRATION', { valid_from: '2026-07-01' });
    expect(await readersOf('CONTACT', await world.insert('CONTACT'))).toEqual([
      ...STAFF_OF_HOLDER,
      'youngPerson',
      'guardian',
    ]);
  });
});

describe('a case', () => {
  const knowers = (): Promise<Who[]> => readersOf('case_file', world.case);
  const change = (text: string, values: unknown[]) => asOwner(world.login, (client) => client.query(text, values));

  test('is known to those assigned and the family, and not to a steering member with an assignment', async () => {
    expect(await knowers()).toEqual(['coordinator', 'socialWorker', 'teacher', 'officer', 'youngPerson', 'guardian']);
  });

  test('is no longer known when the assignment has ended', async () => {
    await change('update sig.assignment set valid_until = $2 where role_term_id = $1', [
      world.officer,
      '2026-06-01T09:59:59.999Z',
    ]);
    expect(await knowers()).not.toContain('officer');
    await change('update sig.assignment set valid_until = $2 where role_term_id = $1', [world.officer, null]);
  });

  test('gives no scope to a role term that has ended', async () => {
    await change('update sig.role_term set valid_until = $2 where id = $1', [world.officer, '2026-05-31']);
    await expect(rows('officer', 'case_file')).rejects.toThrow('No scope');
    await change('update sig.role_term set valid_until = $2 where id = $1', [world.officer, null]);
  });

  test('is no longer known to a guardian without custody, or from the 18th birthday', async () => {
    const custodyEnds = 'update sig.custody set valid_until = $2 where guardian_id = $1';
    const isBorn = 'update sig.person set birth_date = $2 where id = $1';
    await changeWithOpenings([custodyEnds, world.guardian, '2026-06-01']);
    expect(await knowers()).not.toContain('guardian');
    await changeWithOpenings([custodyEnds, world.guardian, null], world.opening());
    expect(await knowers()).toContain('guardian');
    const alone = world.opening({ valid: '[2026-05-31 22:00Z,2026-12-01)', statements: [2] });
    await changeWithOpenings([isBorn, world.youngPerson, '2008-06-01'], alone);
    expect(await knowers()).not.toContain('guardian');
    await changeWithOpenings([isBorn, world.youngPerson, '2011-01-15'], world.opening());
  });

  /** A fact, and the openings that then are right: in one transaction, or the database refuses both. */
  const changeWithOpenings = ([sql, ...values]: [string, ...unknown[]], ...openings: object[]) =>
    asOwner(world.login, async (client) => {
      await client.query('begin');
      await client.query(sql, values);
      await client.query('delete from sig.opening');
      for (const row of openings) {
        const insertion = world.insertion('opening', { ...row });
        await client.query(insertion.text, insertion.values);
      }
      await client.query('commit');
    });

  test.each([
    ['2008-02-29', '2026-02-28', false],
    ['2008-02-29', '2026-03-01', true],
    ['2008-02-28', '2026-02-28', true],
    ['2008-03-01', '2026-02-28', false],
  ])('somebody born on %s has turned 18 on %s: %s', async (birth, on, turned) => {
    const { rows: found } = await change('select $2::date >= sig.turns_on($1, 18) as turned', [birth, on]);
    expect(found).toEqual([{ turned }]);
  });

  test('takes no assignment of another municipality, nor a piece held there or about somebody of another case', async () => {
    const assignment = {
      case_id: world.case,
      role_term_id: world.neighbourTeacher,
      valid_from: '2026-03-01',
      recorded_at: '2026-03-01',
    };
    await expect(world.insert('assignment', assignment)).rejects.toThrow('An assignment leaves the municipality');
    await expect(world.insert('NOTE', { holder_id: world.neighbourSchool })).rejects.toThrow(
      'A piece is held outside the municipality',
    );
    await expect(world.insert('NOTE', { subject_ids: [world.home] })).rejects.toThrow(
      'A piece names somebody of another case',
    );
    await expect(world.insert('NOTE', { hidden_from_ids: [world.home] })).rejects.toThrow(
      'A piece names somebody of another case',
    );
  });
});

test('registers show one municipality, and who takes part and consents only to coordinator and family', async () => {
  for (const who of EVERYBODY) {
    const home = who === 'neighbourTeacher' ? world.neighbour : world.home;
    expect([who, await rows(who, 'municipality')]).toEqual([who, [home]]);
    expect([who, (await rows(who, 'agency')).length]).toEqual([who, who === 'neighbourTeacher' ? 1 : 3]);
    const oversees = ['coordinator', 'youngPerson', 'guardian'].includes(who);
    const assigned = ['socialWorker', 'teacher', 'officer'].includes(who);
    expect([who, (await rows(who, 'consent_statement')).length]).toEqual([who, oversees ? 2 : 0]);
    expect([who, (await rows(who, 'assignment')).length]).toEqual([who, oversees ? 5 : assigned ? 1 : 0]);
  }
});

test('an opening is shown to its recipient, the coordinator and the family', async () => {
  const shown: Who[] = [];
  for (const who of EVERYBODY) {
    const count = await viewing(
      pools.reader,
      [world[who], CAPACITIES[who]],
      async (client) => (await client.query('select from sig.opening')).rowCount,
    );
    if (count === 1) shown.push(who);
  }
  expect(shown).toEqual(['coordinator', 'teacher', 'youngPerson', 'guardian']);
});
