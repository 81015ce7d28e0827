import { Migration } from '@mikro-orm/migrations';
import { CATEGORIES, DEFERRED, pieceTable } from '../piece-table.js';

const ofPerson = `foreign key (person_id, case_id) references sig.person (id, case_id) ${DEFERRED}`;
const ofPlan = `foreign key (plan_id, case_id) references sig.plan (id, case_id) ${DEFERRED}`;

const UP = [
  pieceTable(
    'person_identity',
    `'IDENTITY', 'FAMILY'`,
    `person_id uuid not null,
  given_name_sealed bytea not null,
  family_name_sealed bytea not null,
  personal_identity_number_sealed bytea,
  personal_identity_number_hash bytea,
  unique (person_id, holder_id),
  ${ofPerson}`,
  ),
  'create index on sig.person_identity (personal_identity_number_hash);',
  pieceTable(
    'person_contact',
    `'CONTACT'`,
    `person_id uuid not null,
  address_sealed bytea,
  phone_sealed bytea,
  unique (person_id, holder_id),
  ${ofPerson}`,
  ),
  pieceTable('situation', CATEGORIES, 'content_sealed bytea not null,\n  unique (case_id, holder_id, category)'),
  pieceTable(
    'note',
    CATEGORIES,
    `text_sealed bytea not null,
  author_id uuid not null references sig.role_term ${DEFERRED},
  written_at timestamptz(3) not null`,
  ),
  pieceTable(
    'plan',
    `'PLAN'`,
    `overall_responsible_id uuid references sig.role_term ${DEFERRED},
  unique (id, case_id)`,
  ),
  pieceTable(
    'goal',
    CATEGORIES,
    `plan_id uuid not null,
  position int not null,
  version int not null check (version > 0),
  in_own_words_sealed bytea,
  in_professional_words_sealed bytea,
  check (num_nonnulls(in_own_words_sealed, in_professional_words_sealed) > 0),
  unique (id, case_id),
  ${ofPlan}`,
  ),
  pieceTable(
    'action',
    CATEGORIES,
    `plan_id uuid not null,
  goal_id uuid not null,
  position int not null,
  version int not null check (version > 0),
  what_sealed bytea not null,
  responsible_kind text not null check (responsible_kind in ('PROFESSIONAL', 'AGENCY', 'YOUNG_PERSON', 'GUARDIAN')),
  responsible_id uuid not null,
  due_on date,
  status text not null check (status in ('PLANNED', 'IN_PROGRESS', 'DONE', 'NOT_DONE', 'CANCELLED')),
  ${ofPlan},
  foreign key (goal_id, case_id) references sig.goal (id, case_id) ${DEFERRED}`,
  ),
  pieceTable(
    'meeting',
    `'MEETING'`,
    `kind text not null check (kind in ('INTRODUCTION', 'FIRST', 'FOLLOW_UP', 'CLOSING', 'STEERING')),
  status text not null check (status in ('PLANNED', 'HELD', 'CANCELLED')),
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null check (ends_at >= starts_at),
  unique (id, case_id)`,
  ),
  pieceTable(
    'meeting_place',
    `'MEETING'`,
    `meeting_id uuid not null unique,
  place_sealed bytea not null,
  foreign key (meeting_id, case_id) references sig.meeting (id, case_id) ${DEFERRED}`,
  ),
].join('\n');

const DOWN = `
drop table sig.meeting_place, sig.meeting, sig.action, sig.goal, sig.plan, sig.note, sig.situation, sig.person_contact,
  sig.person_identity;
`;

/** Every table of pieces of information, of the same shape. */
export class Pieces extends Migration {
  override up(): void {
    this.addSql(UP);
  }

  override down(): void {
    this.addSql(DOWN);
  }
}
