import { Migration } from '@mikro-orm/migrations';
import { DEFERRED, pieceTable } from '../piece-table.js';
import {
  FIRST_PIECE_TABLES,
  forceRowSecurity,
  FURTHER_PIECE_TABLES,
  MEETING_PIECE_TABLES,
  once,
  pieceCondition,
  readerMaySelect,
  writerMay,
} from '../row-level-security.js';
import { caseOf } from './09-commands.js';

const COLUMNS = `
alter table sig.meeting add column version int not null default 1 check (version > 0);
alter table sig.meeting alter column version drop default;
alter table sig.invitation add column answer text not null default 'NONE' check (answer in ('NONE', 'ACCEPTED', 'DECLINED'));
alter table sig.invitation alter column answer drop default;
alter table sig.invitation drop constraint invitation_attendance_check;
alter table sig.invitation add constraint invitation_attendance_check
  check (attendance in ('UNKNOWN', 'ATTENDED', 'ABSENT', 'EXCUSED'));
alter table sig.agenda_item add column source_id uuid references sig.agency ${DEFERRED};
alter table sig.note add column corrects_id uuid unique;
alter table sig.note add constraint note_corrects
  foreign key (corrects_id, case_id) references sig.note (id, case_id) ${DEFERRED};
alter table sig.action add column supports text not null default 'YOUNG_PERSON' check (supports in ('YOUNG_PERSON', 'GUARDIANS'));
alter table sig.action alter column supports drop default;
update sig.rule_pack set rules = rules || '{"meetingParties": []}' where not rules ? 'meetingParties';
`;

const MINUTES = pieceTable(
  'minutes',
  `'MEETING'`,
  `meeting_id uuid not null unique,
  text_sealed bytea not null,
  author_id uuid not null references sig.role_term ${DEFERRED},
  foreign key (meeting_id, case_id) references sig.meeting (id, case_id) ${DEFERRED}`,
);

const POLICIES = MEETING_PIECE_TABLES.flatMap((piece) => [
  forceRowSecurity(piece.table),
  readerMaySelect(piece.table, pieceCondition(piece)),
  writerMay(piece.table, ['select', 'insert', 'update', 'delete'], `case_id = ${once('locked_case')}`),
  `create constraint trigger piece_in_case after insert or update on sig.${piece.table}
    deferrable initially deferred for each row execute function sig.check_piece();`,
]).join('\n');

const BEFORE = [...FIRST_PIECE_TABLES, ...FURTHER_PIECE_TABLES];

const DOWN = `
${caseOf(BEFORE)}
drop table sig.minutes;
update sig.rule_pack set rules = rules - 'meetingParties';
alter table sig.action drop column supports;
alter table sig.note drop constraint note_corrects, drop column corrects_id;
alter table sig.agenda_item drop column source_id;
update sig.invitation set attendance = 'ABSENT' where attendance = 'EXCUSED';
alter table sig.invitation drop constraint invitation_attendance_check;
alter table sig.invitation add constraint invitation_attendance_check
  check (attendance in ('UNKNOWN', 'ATTENDED', 'ABSENT'));
alter table sig.invitation drop column answer;
alter table sig.meeting drop column version;
`;

/** Meetings that are called, answered, held and written down; notes that are corrected; support of guardians. */
export class MeetingsHeld extends Migration {
  override up(): void {
    this.addSql([COLUMNS, MINUTES, POLICIES, caseOf([...BEFORE, ...MEETING_PIECE_TABLES])].join('\n'));
  }

  override down(): void {
    this.addSql(DOWN);
  }
}
