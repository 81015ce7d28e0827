import { Migration } from '@mikro-orm/migrations';
import { CATEGORIES, DEFERRED, pieceTable } from '../piece-table.js';
import {
  FIRST_PIECE_TABLES,
  forceRowSecurity,
  FURTHER_PIECE_TABLES,
  once,
  pieceCondition,
  readerMaySelect,
  writerMay,
} from '../row-level-security.js';
import { caseOf } from './09-commands.js';

const REGISTERS = ['coordinator_contact', 'citizen_promise', 'focus_area', 'work_group', 'group_member'];

const ofMunicipality = `municipality_id uuid not null references sig.municipality ${DEFERRED}`;

const REGISTER_TABLES = `
create table sig.coordinator_contact (
  id uuid primary key,
  ${ofMunicipality},
  name text not null,
  telephone text,
  email text,
  switchboard text,
  reached_through text,
  unique (municipality_id)
);

create table sig.citizen_promise (
  id uuid primary key,
  ${ofMunicipality},
  text text not null,
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  unique (id, municipality_id)
);
create index on sig.citizen_promise (municipality_id);

create table sig.focus_area (
  id uuid primary key,
  ${ofMunicipality},
  name text not null,
  promise_id uuid,
  unique (municipality_id, name),
  foreign key (promise_id, municipality_id) references sig.citizen_promise (id, municipality_id) ${DEFERRED}
);

create table sig.work_group (
  id uuid primary key,
  ${ofMunicipality},
  kind text not null check (kind in ('OPERATIVE', 'STEERING')),
  name text not null,
  unique (id, municipality_id)
);
create index on sig.work_group (municipality_id);

create table sig.group_member (
  id uuid primary key,
  ${ofMunicipality},
  group_id uuid not null,
  role_term_id uuid not null,
  valid_from timestamptz(3) not null,
  valid_until timestamptz(3) check (valid_until >= valid_from),
  recorded_at timestamptz(3) not null,
  foreign key (group_id, municipality_id) references sig.work_group (id, municipality_id) ${DEFERRED},
  foreign key (role_term_id, municipality_id) references sig.role_term (id, municipality_id) ${DEFERRED}
);
create index on sig.group_member (municipality_id);
`;

const of = (table: string): string =>
  `foreign key (${table}_id, case_id) references sig.${table} (id, case_id) ${DEFERRED}`;
const byRole = (column: string): string => `${column} uuid not null references sig.role_term ${DEFERRED}`;

const TABLES = [
  `alter table sig.note add constraint note_in_case unique (id, case_id);
alter table sig.action add constraint action_in_case unique (id, case_id);
alter table sig.action drop constraint action_responsible_kind_check;
alter table sig.action add constraint action_responsible_kind_check
  check (responsible_kind in ('PROFESSIONAL', 'AGENCY', 'YOUNG_PERSON', 'GUARDIAN', 'IMPORTANT_PERSON'));`,
  pieceTable('important_person', `'FAMILY'`, 'name_sealed bytea not null,\n  relation_sealed bytea not null'),
  pieceTable(
    'mapping',
    CATEGORIES,
    `strengths_sealed bytea,
  needs_sealed bytea,
  ${byRole('author_id')},
  mapped_on date not null,
  check (num_nonnulls(strengths_sealed, needs_sealed) > 0)`,
  ),
  pieceTable(
    'objection',
    CATEGORIES,
    `note_id uuid not null,
  text_sealed bytea not null,
  by_id uuid not null,
  made_at timestamptz(3) not null,
  foreign key (by_id, case_id) references sig.person (id, case_id) ${DEFERRED},
  ${of('note')}`,
  ),
  pieceTable(
    'evaluation',
    CATEGORIES,
    `action_id uuid not null,
  text_sealed bytea not null,
  ${byRole('author_id')},
  evaluated_on date not null,
  ${of('action')}`,
  ),
  pieceTable(
    'plan_version',
    CATEGORIES,
    `plan_id uuid not null,
  goal_id uuid,
  action_id uuid,
  version int not null check (version > 0),
  ${byRole('author_id')},
  changed_at timestamptz(3) not null,
  content_sealed bytea not null,
  check (num_nonnulls(goal_id, action_id) = 1),
  unique (goal_id, version),
  unique (action_id, version),
  ${of('plan')},
  ${of('goal')},
  ${of('action')}`,
  ),
  pieceTable(
    'invitation',
    `'MEETING'`,
    `meeting_id uuid not null,
  invitee_kind text not null check (invitee_kind in ('PROFESSIONAL', 'YOUNG_PERSON', 'GUARDIAN', 'IMPORTANT_PERSON')),
  invitee_id uuid not null,
  required boolean not null,
  attendance text not null check (attendance in ('UNKNOWN', 'ATTENDED', 'ABSENT')),
  unique (meeting_id, invitee_id),
  ${of('meeting')}`,
  ),
  pieceTable(
    'agenda_item',
    CATEGORIES,
    `meeting_id uuid not null,
  position int not null,
  title_sealed bytea not null,
  ${of('meeting')}`,
  ),
  pieceTable(
    'meeting_decision',
    CATEGORIES,
    `meeting_id uuid not null,
  position int not null,
  text_sealed bytea not null,
  action_id uuid,
  ${of('meeting')},
  ${of('action')}`,
  ),
  pieceTable(
    'outcome',
    `'SCHOOL_RESULTS', 'EMPLOYMENT', 'LEISURE', 'OFFENDING', 'SUBSTANCE_USE'`,
    `before text not null check (before in ('MET', 'PARTLY_MET', 'NOT_MET', 'UNKNOWN')),
  after text check (after in ('MET', 'PARTLY_MET', 'NOT_MET', 'UNKNOWN')),
  unique (case_id, category)`,
  ),
].join('\n');

const POLICIES = [
  ...[...REGISTERS, ...FURTHER_PIECE_TABLES.map(({ table }) => table)].map(forceRowSecurity),
  ...REGISTERS.map((table) => readerMaySelect(table, `municipality_id = ${once('municipality')}`)),
  ...FURTHER_PIECE_TABLES.map((piece) => readerMaySelect(piece.table, pieceCondition(piece))),
  ...FURTHER_PIECE_TABLES.map(({ table }) =>
    writerMay(table, ['select', 'insert', 'update', 'delete'], `case_id = ${once('locked_case')}`),
  ),
  ...FURTHER_PIECE_TABLES.map(
    ({ table }) => `create constraint trigger piece_in_case after insert or update on sig.${table}
    deferrable initially deferred for each row execute function sig.check_piece();`,
  ),
].join('\n');

const DOWN = `
${caseOf(FIRST_PIECE_TABLES)}
drop table ${FURTHER_PIECE_TABLES.map(({ table }) => `sig.${table}`).join(', ')};
delete from sig.action where responsible_kind = 'IMPORTANT_PERSON';
alter table sig.action drop constraint action_responsible_kind_check;
alter table sig.action add constraint action_responsible_kind_check
  check (responsible_kind in ('PROFESSIONAL', 'AGENCY', 'YOUNG_PERSON', 'GUARDIAN'));
alter table sig.action drop constraint action_in_case;
alter table sig.note drop constraint note_in_case;
drop table sig.group_member, sig.work_group, sig.focus_area, sig.citizen_promise, sig.coordinator_contact;
`;

/** The registers of a municipality that everybody in it may read, and the pieces that belong to plan, notes and meetings. */
export class FurtherNouns extends Migration {
  override up(): void {
    this.addSql(
      [REGISTER_TABLES, TABLES, POLICIES, caseOf([...FIRST_PIECE_TABLES, ...FURTHER_PIECE_TABLES])].join('\n'),
    );
  }

  override down(): void {
    this.addSql(DOWN);
  }
}
