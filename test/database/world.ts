import { randomUUID } from 'node:crypto';
import type { DatabaseAddress } from '../../src/database/connection.js';
import { createTestDatabase } from '../support/database.js';
import { asOwner } from './viewing.js';

/** The instant at which every scope of these tests opens, give or take the time the tests run. */
export const NOW = '2026-06-01T10:00:00Z';

type Row = Readonly<Record<string, unknown>>;

const RULES = { youngPersonSignsFromAge: 15, guardiansSignUntilAge: 18, timeMayOpen: false };
const sealed = Buffer.from('sealed');

/** What the columns that a test does not mention hold; the others are null. */
const DEFAULTS: Readonly<Record<string, Row>> = {
  person_identity: { category: 'IDENTITY', given_name_sealed: sealed, family_name_sealed: sealed },
  person_contact: { category: 'CONTACT' },
  situation: { category: 'SOCIAL_SUPPORT', content_sealed: sealed },
  note: { category: 'SOCIAL_SUPPORT', text_sealed: sealed, written_at: '2026-04-01' },
  plan: { category: 'PLAN' },
  goal: { category: 'SOCIAL_SUPPORT', position: 1, version: 1, in_own_words_sealed: sealed },
  action: {
    category: 'SOCIAL_SUPPORT',
    position: 1,
    version: 1,
    what_sealed: sealed,
    responsible_kind: 'AGENCY',
    status: 'PLANNED',
    supports: 'YOUNG_PERSON',
  },
  meeting: {
    category: 'MEETING',
    kind: 'FIRST',
    status: 'PLANNED',
    version: 1,
    starts_at: '2026-06-10',
    ends_at: '2026-06-10',
  },
  meeting_place: { category: 'MEETING', place_sealed: sealed },
  important_person: { category: 'FAMILY', name_sealed: sealed, relation_sealed: sealed, valid_from: '2026-01-01' },
  mapping: { category: 'SOCIAL_SUPPORT', needs_sealed: sealed, mapped_on: '2026-04-01' },
  objection: { category: 'SOCIAL_SUPPORT', text_sealed: sealed, made_at: '2026-04-02' },
  evaluation: { category: 'SOCIAL_SUPPORT', text_sealed: sealed, evaluated_on: '2026-04-20' },
  plan_version: { category: 'SOCIAL_SUPPORT', version: 1, changed_at: '2026-04-01', content_sealed: sealed },
  invitation: {
    category: 'MEETING',
    invitee_kind: 'PROFESSIONAL',
    required: true,
    attendance: 'UNKNOWN',
    answer: 'NONE',
    withdrawn: false,
  },
  agenda_item: { category: 'SOCIAL_SUPPORT', position: 1, title_sealed: sealed },
  meeting_decision: { category: 'SOCIAL_SUPPORT', position: 1, text_sealed: sealed },
  minutes: { category: 'MEETING', text_sealed: sealed },
  outcome: { category: 'SUBSTANCE_USE', before: 'NOT_MET' },
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

  /** Inserts a row as the owner. A piece is held by social services, about the young person, recorded in April. */
  async insert(table: string, row: Row = {}): Promise<string> {
    return asOwner(this.login, async (client) => {
      const { text, values, id } = this.insertion(table, row);
      await client.query(text, values);
      return id;
    });
  }

  /** The statement that `insert` would run, for somebody else to run. */
  insertion(table: string, row: Row = {}): { text: string; values: unknown[]; id: string } {
    const piece = table in DEFAULTS ? { ...this.#piece(table), ...DEFAULTS[table] } : {};
    const withId = table === 'opening' || table === 'clock' ? {} : { id: randomUUID() };
    const whole: Row = { ...withId, ...piece, ...row };
    const columns = Object.keys(whole);
    const text = `insert into sig.${table} (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`;
    const values = Object.values(whole).map((value) => (isJson(value) ? JSON.stringify(value) : value));
    return { text, values, id: String(whole['id']) };
  }

  /** A right opening, unless a test makes it wrong. */
  opening(row: Row = {}): Row {
    return {
      case_id: this.case,
      recipient_id: this.school,
      holder_id: this.social,
      category: 'SOCIAL_SUPPORT',
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
      grants: [{ fromId: this.social, toId: this.school, categories: ['SOCIAL_SUPPORT'] }],
      applies_from: '2026-03-01',
      until: '2026-12-01',
      recorded_at: '2026-03-01',
      ...row,
    };
  }

  #piece(table: string): Row {
    const own: Readonly<Record<string, Row>> = {
      person_identity: { person_id: this.youngPerson },
      person_contact: { person_id: this.youngPerson },
      note: { author_id: this.socialWorker },
      goal: { plan_id: this.plan },
      action: { plan_id: this.plan, goal_id: this.goal, responsible_id: this.social },
      meeting_place: { meeting_id: this.meeting },
      mapping: { author_id: this.socialWorker },
      objection: { note_id: this.note, by_id: this.youngPerson },
      evaluation: { action_id: this.action, author_id: this.socialWorker },
      plan_version: { plan_id: this.plan, goal_id: this.goal, author_id: this.socialWorker },
      invitation: { meeting_id: this.meeting, invitee_id: this.socialWorker },
      agenda_item: { meeting_id: this.meeting },
      meeting_decision: { meeting_id: this.meeting },
      minutes: { meeting_id: this.meeting, author_id: this.socialWorker },
    };
    const common = {
      case_id: this.case,
      holder_id: this.social,
      subject_ids: [this.youngPerson],
      held_back: false,
      hidden_from_ids: [],
      recorded_at: '2026-04-01',
    };
    return { ...common, ...own[table] };
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
  await world.insert('consent_statement', world.statement(1, world.guardian));
  await world.insert('consent_statement', world.statement(2, world.youngPerson));
  await world.insert('opening', world.opening());
  await world.insert('plan', { id: world.plan });
  await world.insert('goal', { id: world.goal });
  await world.insert('meeting', { id: world.meeting });
  return world;
}
