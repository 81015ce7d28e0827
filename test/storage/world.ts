import { randomUUID } from 'node:crypto';
import type { DatabaseAddress } from '../../src/storage/connection.js';
import { createTestDatabase } from '../support/database.js';
import { KIND_NUMBERS } from '../support/kinds-by-hand.js';
import { asOwner } from './viewing.js';

/** The instant at which every scope of these tests opens, give or take the time the tests run. */
export const NOW = '2026-06-01T10:00:00Z';

type Row = Readonly<Record<string, unknown>>;

const RULES = { youngPersonSignsFromAge: 15, guardiansSignUntilAge: 18, timeMayOpen: false };
export const sealed = Buffer.from('sealed');

/** What the columns of a piece that a test does not mention hold, by kind; the others are null. */
const DEFAULTS: Readonly<Record<string, Row>> = {
  IDENTITY: { category: 'IDENTITY' },
  GUARDIAN: { category: 'FAMILY' },
  CONTACT: { category: 'CONTACT' },
  IMPORTANT_PERSON: { category: 'FAMILY', valid_from: '2026-01-01' },
  SITUATION: { category: 'SOCIAL_SUPPORT' },
  MAPPING: { category: 'SOCIAL_SUPPORT' },
  NOTE: { category: 'SOCIAL_SUPPORT' },
  OBJECTION: { category: 'SOCIAL_SUPPORT' },
  PLAN: { category: 'PLAN' },
  GOAL: { category: 'SOCIAL_SUPPORT', plain: { position: 1 } },
  ACTION: { category: 'SOCIAL_SUPPORT', plain: { position: 1, status: 'PLANNED' } },
  EVALUATION: { category: 'SOCIAL_SUPPORT' },
  MEETING: {
    category: 'MEETING',
    plain: {
      ...{ meetingKind: 'FIRST', status: 'PLANNED' },
      ...{ startsAt: Date.parse('2026-06-10'), endsAt: Date.parse('2026-06-10') },
    },
  },
  MEETING_PLACE: { category: 'MEETING' },
  INVITATION: { category: 'MEETING' },
  AGENDA_ITEM: { category: 'SOCIAL_SUPPORT', plain: { position: 1 } },
  MEETING_DECISION: { category: 'SOCIAL_SUPPORT', plain: { position: 1 } },
  MINUTES: { category: 'MEETING' },
  OUTCOME: { category: 'SUBSTANCE_USE' },
  PROPOSAL_WORDS: { category: 'IDENTITY' },
};

/**
 * One case in one municipality and a neighbour that has nothing to do with it. The young person (15) and the only guardian
 * have opened SOCIAL_SUPPORT from social services to the school, from March until December 2026; nothing else is open.
 */
export class World {
  readonly home = randomUUID();
  readonly neighbour = randomUUID();
  readonly social = randomUUID();
  readonly school = randomUUID();
  readonly police = randomUUID();
  readonly neighbourSchool = randomUUID();
  readonly coordinator = randomUUID();
  readonly socialWorker = randomUUID();
  readonly teacher = randomUUID();
  readonly officer = randomUUID();
  /** Of the school, and without an assignment. */
  readonly stranger = randomUUID();
  readonly steeringMember = randomUUID();
  readonly neighbourTeacher = randomUUID();
  readonly case = randomUUID();
  readonly youngPerson = randomUUID();
  readonly guardian = randomUUID();
  readonly sibling = randomUUID();
  readonly plan = randomUUID();
  readonly goal = randomUUID();
  readonly action = randomUUID();
  readonly note = randomUUID();
  readonly meeting = randomUUID();

  constructor(
    readonly login: DatabaseAddress,
    readonly drop: () => Promise<void>,
  ) {}

  /**
   * Inserts a row as the owner, of a table or of a kind of piece. A piece is held by social services, about the young person,
   * recorded in April.
   */
  async insert(into: string, row: Row = {}): Promise<string> {
    return asOwner(this.login, async (client) => {
      const { text, values, id } = this.insertion(into, row);
      await client.query(text, values);
      return id;
    });
  }

  /** In one transaction: what consent opens is judged at its end. */
  async insertTogether(...rows: readonly (readonly [into: string, row: Row])[]): Promise<void> {
    await asOwner(this.login, async (client) => {
      await client.query('begin');
      for (const [into, row] of rows) {
        const { text, values } = this.insertion(into, row);
        await client.query(text, values);
      }
      await client.query('commit');
    });
  }

  /** The statement that `insert` would run, for somebody else to run. */
  insertion(into: string, row: Row = {}): { text: string; values: unknown[]; id: string } {
    const isPiece = into in DEFAULTS;
    const table = isPiece ? 'piece' : into;
    const defaults = isPiece ? this.#piece(into) : into === 'piece_version' ? this.#version() : {};
    const withId = ['opening', 'clock', 'piece_key'].includes(table) ? {} : { id: randomUUID() };
    const whole: Row = { ...withId, ...defaults, ...row };
    const columns = Object.keys(whole);
    const text = `insert into sig.${table} (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`;
    const values = Object.values(whole).map((value) => (isJson(value) ? JSON.stringify(value) : value));
    return { text, values, id: String(whole['id']) };
  }

  /** A right opening, unless a test makes it wrong. */
  opening(row: Row = {}): Row {
    return {
      case_id: this.case,
      holder_ids: [this.social],
      recipient_ids: [this.school],
      categories: ['SOCIAL_SUPPORT'],
      subject_id: this.youngPerson,
      valid: '[2026-03-01,2026-12-01)',
      data: '{(,2026-12-01)}',
      statements: [1, 2],
      ...row,
    };
  }

  statement(sequence: number, signer: string, row: Row = {}): Row {
    return {
      case_id: this.case,
      sequence,
      subject_id: this.youngPerson,
      signer_id: signer,
      decision: 'GRANTED',
      grants: [{ fromIds: [this.social], toIds: [this.school], categories: ['SOCIAL_SUPPORT'] }],
      applies_from: '2026-03-01',
      until: '2026-12-01',
      recorded_at: '2026-03-01',
      ...row,
    };
  }

  #piece(kind: string): Row {
    const under = (parent: string, parent_id: string, plain: Row = {}): Row => ({
      ...{ parent_id, parent_kind: KIND_NUMBERS.get(parent), plain },
    });
    const own: Readonly<Record<string, Row>> = {
      IDENTITY: { plain: { personId: this.youngPerson } },
      GUARDIAN: { plain: { personId: this.guardian } },
      CONTACT: { plain: { personId: this.youngPerson } },
      GOAL: under('PLAN', this.plan),
      ACTION: under('GOAL', this.goal),
      MEETING_PLACE: under('MEETING', this.meeting),
      OBJECTION: under('NOTE', this.note),
      EVALUATION: under('ACTION', this.action),
      INVITATION: under('MEETING', this.meeting, {
        ...{ inviteeKind: 'PROFESSIONAL', inviteeId: this.socialWorker, answer: 'NONE', withdrawn: false },
      }),
      AGENDA_ITEM: under('MEETING', this.meeting),
      MEETING_DECISION: under('MEETING', this.meeting),
      MINUTES: under('MEETING', this.meeting),
    };
    const common = { kind: KIND_NUMBERS.get(kind), version: 1, plain: {}, sealed };
    return { ...this.#marks(), ...common, ...own[kind], ...DEFAULTS[kind] };
  }

  /** Of the goal of the plan. */
  #version(): Row {
    const what = { piece_id: this.goal, kind: KIND_NUMBERS.get('GOAL'), version: 1, cause: 'CREATED' };
    return { ...this.#marks(), ...what, category: 'SOCIAL_SUPPORT', plain: { position: 1 }, sealed };
  }

  #marks(): Row {
    return {
      case_id: this.case,
      holder_id: this.social,
      subject_ids: [this.youngPerson],
      held_back: false,
      hidden_from_ids: [],
      recorded_at: '2026-04-01',
    };
  }
}

function isJson(value: unknown): boolean {
  return Array.isArray(value)
    ? typeof value[0] === 'object'
    : typeof value === 'object' && value !== null && !Buffer.isBuffer(value);
}

export async function createWorld(): Promise<World> {
  const { login, drop } = await createTestDatabase();
  const world = new World(login, drop);
  await asOwner(login, (client) =>
    client.query(`update sig.clock set offset_ms = sig.ms($1) - sig.ms(clock_timestamp())`, [NOW]),
  );
  const { home, neighbour } = world;
  for (const [id, code] of [
    [home, '0001'],
    [neighbour, '0002'],
  ]) {
    await world.insert('municipality', { id, name: `Municipality ${code}`, code });
    await world.insert('rule_pack', {
      municipality_id: id,
      version: 1,
      valid_from: '2025-01-01',
      recorded_at: '2025-01-01',
      rules: RULES,
    });
  }
  const agencies = [
    [world.social, home, 'SOCIAL_SERVICES'],
    [world.school, home, 'SCHOOL'],
    [world.police, home, 'POLICE'],
    [world.neighbourSchool, neighbour, 'SCHOOL'],
  ];
  for (const [id, municipality_id, kind] of agencies)
    await world.insert('agency', { id, municipality_id, name: kind, kind });
  const terms = [
    [world.coordinator, home, world.social, 'COORDINATOR'],
    [world.socialWorker, home, world.social, 'PROFESSIONAL'],
    [world.teacher, home, world.school, 'PROFESSIONAL'],
    [world.officer, home, world.police, 'PROFESSIONAL'],
    [world.stranger, home, world.school, 'PROFESSIONAL'],
    [world.steeringMember, home, null, 'STEERING_MEMBER'],
    [world.neighbourTeacher, neighbour, world.neighbourSchool, 'PROFESSIONAL'],
  ] as const;
  for (const [id, municipality_id, agency_id, capacity] of terms) {
    const professional_id = await world.insert('professional', { municipality_id, name: capacity });
    const valid = { valid_from: '2025-01-01', recorded_at: '2025-01-01', may_disclose: false };
    await world.insert('role_term', {
      id,
      professional_id,
      municipality_id,
      agency_id,
      profession: 'SOCIAL_WORKER',
      capacity,
      ...valid,
    });
  }
  await world.insert('case_file', {
    ...{ id: world.case, municipality_id: home, number: 'SIG-1', status: 'ACTIVE', coordinator_id: world.coordinator },
    started_on: '2026-03-01',
    ...{ seq: 0, wrapped_key: sealed, facts_at: '2026-03-01', recorded_at: '2026-03-01' },
  });
  const people = [
    [world.youngPerson, 'YOUNG_PERSON', '2011-01-15'],
    [world.guardian, 'GUARDIAN', null],
    [world.sibling, 'OTHER_SUBJECT', '2013-05-05'],
  ];
  for (const [id, kind, birth_date] of people)
    await world.insert('person', { id, case_id: world.case, kind, birth_date, recorded_at: '2026-03-01' });
  for (const subject_id of [world.youngPerson, world.sibling]) {
    await world.insert('custody', {
      case_id: world.case,
      subject_id,
      guardian_id: world.guardian,
      valid_from: '2011-01-15',
      recorded_at: '2026-03-01',
    });
  }
  for (const role_term_id of [
    world.coordinator,
    world.socialWorker,
    world.teacher,
    world.officer,
    world.steeringMember,
  ]) {
    await world.insert('assignment', {
      case_id: world.case,
      role_term_id,
      valid_from: '2026-03-01',
      recorded_at: '2026-03-01',
    });
  }
  await world.insertTogether(
    ['consent_statement', world.statement(1, world.guardian)],
    ['consent_statement', world.statement(2, world.youngPerson)],
    ['opening', world.opening()],
  );
  await world.insert('PLAN', { id: world.plan });
  await world.insert('GOAL', { id: world.goal });
  await world.insert('MEETING', { id: world.meeting });
  return world;
}
