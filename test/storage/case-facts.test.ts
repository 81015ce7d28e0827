import { openPools, type Pools } from '../../src/storage/pools.js';
import { viewing } from './viewing.js';
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

const ms = (text: string): number => Date.parse(text);

interface FactsRow {
  readonly case_id: string;
  readonly facts: object;
}

async function factsFor(who: readonly [string, string], ids: readonly string[]): Promise<FactsRow[]> {
  return viewing(pools.reader, who, async (client) => {
    const { rows } = await client.query<FactsRow>('select case_id, facts from sig.case_facts($1)', [ids]);
    return rows;
  });
}

test('the facts of a case are what the core expects, to the letter', async () => {
  await world.insert(
    'consent_statement',
    world.statement(3, world.guardian, {
      decision: 'WITHDRAWN',
      grants: null,
      applies_from: '2026-12-24',
      until: null,
    }),
  );
  const data_periods = '{(,2026-01-01),[2026-02-01,2026-03-01)}';
  await world.insert(
    'consent_statement',
    world.statement(4, world.youngPerson, { applies_from: '2026-12-24T10:00:00.001Z', until: null, data_periods }),
  );
  const block = {
    case_id: world.case,
    subject_id: world.youngPerson,
    by_holder_id: world.police,
    valid_from: '2026-05-01',
    recorded_at: '2026-05-01',
  };
  const blockId = await world.insert('block', block);
  const protection = {
    case_id: world.case,
    person_id: world.sibling,
    level: 'PROTECTED_REGISTRATION',
    handler_ids: [world.socialWorker],
  };
  await world.insert('protection', {
    ...protection,
    valid_from: '2026-05-01',
    valid_until: '2026-05-02',
    recorded_at: '2026-05-01',
  });

  const [row, ...others] = await factsFor([world.teacher, 'PROFESSIONAL'], [world.case]);
  expect(others).toEqual([]);
  const grants = [{ fromIds: [world.social], toIds: [world.school], categories: ['SOCIAL_SUPPORT'] }];
  const granted = {
    ...{ subjectId: world.youngPerson, decision: 'GRANTED', grants, dataPeriods: null },
    ...{ appliesFrom: ms('2026-03-01'), until: ms('2026-12-01'), recordedAt: ms('2026-03-01') },
  };
  const custody = {
    guardianId: world.guardian,
    from: '2011-01-15',
    until: null,
    preventedFrom: null,
    preventedUntil: null,
  };
  const assignment = (roleTermId: string, agencyId: string | null) => ({
    roleTermId,
    agencyId,
    professionalId: expect.any(String),
    period: { from: ms('2026-03-01'), until: null },
  });
  expect(row).toEqual({
    case_id: world.case,
    facts: {
      ...{
        caseId: world.case,
        municipalityId: world.home,
        status: 'ACTIVE',
        startedOn: '2026-03-01',
        youngPersonId: world.youngPerson,
        coordinatorAgencyId: world.social,
      },
      packs: [
        {
          validFrom: ms('2025-01-01'),
          pack: { version: 1, youngPersonSignsFromAge: 15, guardiansSignUntilAge: 18, timeMayOpen: false },
        },
      ],
      agencies: [
        { id: world.police, kind: 'POLICE', parentId: null },
        { id: world.school, kind: 'SCHOOL', parentId: null },
        { id: world.social, kind: 'SOCIAL_SERVICES', parentId: null },
      ],
      persons: expect.arrayContaining([
        { id: world.youngPerson, kind: 'YOUNG_PERSON', birthDate: '2011-01-15' },
        { id: world.guardian, kind: 'GUARDIAN', birthDate: null },
        { id: world.sibling, kind: 'OTHER_SUBJECT', birthDate: '2013-05-05' },
      ]),
      custody: expect.arrayContaining([
        { subjectId: world.youngPerson, ...custody },
        { subjectId: world.sibling, ...custody },
      ]),
      ledger: [
        { sequence: 1, signerId: world.guardian, ...granted },
        { sequence: 2, signerId: world.youngPerson, ...granted },
        {
          sequence: 3,
          signerId: world.guardian,
          ...granted,
          decision: 'WITHDRAWN',
          grants: null,
          appliesFrom: ms('2026-12-24'),
          until: null,
        },
        {
          ...{
            sequence: 4,
            signerId: world.youngPerson,
            ...granted,
            appliesFrom: ms('2026-12-24T10:00:00.001Z'),
            until: null,
          },
          dataPeriods: [
            { from: null, until: ms('2026-01-01') },
            { from: ms('2026-02-01'), until: ms('2026-03-01') },
          ],
        },
      ],
      blocks: [
        {
          ...{ id: blockId, subjectId: world.youngPerson, bySignerId: null, byHolderId: world.police, grants: null },
          period: { from: ms('2026-05-01'), until: null },
        },
      ],
      assignments: expect.arrayContaining([
        assignment(world.coordinator, world.social),
        assignment(world.teacher, world.school),
        assignment(world.steeringMember, null),
      ]),
      protections: [
        {
          ...{ personId: world.sibling, level: 'PROTECTED_REGISTRATION', handlerIds: [world.socialWorker] },
          period: { from: ms('2026-05-01'), until: ms('2026-05-02') },
        },
      ],
    },
  });
});

test.each([
  ['a professional without an assignment', (): [string, string] => [world.stranger, 'PROFESSIONAL']],
  ['another municipality', (): [string, string] => [world.neighbourTeacher, 'PROFESSIONAL']],
  ['a steering member', (): [string, string] => [world.steeringMember, 'STEERING_MEMBER']],
])('%s gets no facts, and an unknown case has none', async (_name, who) => {
  expect(await factsFor(who(), [world.case, world.home])).toEqual([]);
});

test('the family gets the facts of its own case', async () => {
  const [row] = await factsFor([world.guardian, 'GUARDIAN'], [world.case, world.home]);
  expect(row?.case_id).toBe(world.case);
});
