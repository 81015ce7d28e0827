import { Migration } from '@mikro-orm/migrations';
import {
  caseIsKnown,
  FIRST_PIECE_TABLES,
  forceRowSecurity,
  once,
  pieceCondition,
  readerMaySelect,
  writerMay,
} from '../row-level-security.js';

const REGISTERS = ['agency', 'professional', 'role_term', 'rule_pack'];
const CASE_BOUND = [
  'person',
  'custody',
  'protection',
  'assignment',
  'consent_statement',
  'consent_detail',
  'block',
  'opening',
  'access_record',
];
const FORCED = [
  'municipality',
  ...REGISTERS,
  'case_file',
  ...CASE_BOUND,
  ...FIRST_PIECE_TABLES.map(({ table }) => table),
];

const CASE_IS_KNOWN = caseIsKnown('case_id');
const CASE_IS_LOCKED = `case_id = ${once('locked_case')}`;

const FUNCTIONS = `
create function sig.command_case() returns uuid language sql stable
  as 'select current_setting(''sig.case'')::uuid';

-- The case that a command named in sig.case, if this very transaction has written its row: the version of the row that
-- the transaction made is marked with the transaction's id, and every other writer waits for it.
create function sig.locked_case() returns uuid language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (select c.id from sig.case_file c where c.id = sig.command_case() and c.xmin = pg_current_xact_id_if_assigned()::xid);
end $$;

create function sig.locked_municipality() returns uuid language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (select c.municipality_id from sig.case_file c where c.id = sig.locked_case());
end $$;
`;

const READER = [
  readerMaySelect('municipality', `id = ${once('municipality')}`),
  ...REGISTERS.map((table) => readerMaySelect(table, `municipality_id = ${once('municipality')}`)),
  readerMaySelect('case_file', caseIsKnown('id')),
  readerMaySelect('person', CASE_IS_KNOWN),
  readerMaySelect('custody', CASE_IS_KNOWN),
  readerMaySelect('assignment', `${CASE_IS_KNOWN} and (${once('oversees')} or role_term_id = ${once('role_term')})`),
  ...['consent_statement', 'consent_detail', 'block'].map((table) =>
    readerMaySelect(table, `${CASE_IS_KNOWN} and ${once('oversees')}`),
  ),
  readerMaySelect('opening', `${CASE_IS_KNOWN} and (recipient_id = ${once('agency')} or ${once('oversees')})`),
  readerMaySelect('access_record', `${CASE_IS_KNOWN} and ${once('person')} is not null`),
  `create policy reader_insert on sig.access_record for insert to sig_reader with check (${CASE_IS_KNOWN}
    and viewer_id = ${once('viewer')} and capacity = ${once('capacity')} and agency_id is not distinct from ${once('agency')} and at = ${once('at')});`,
  'grant insert on sig.access_record to sig_reader;',
  ...FIRST_PIECE_TABLES.map((piece) => readerMaySelect(piece.table, pieceCondition(piece))),
  // Empty in production: only the demo data write it.
  'grant select on sig.demo_persona to sig_reader;',
];

const WRITER = [
  writerMay('municipality', ['select'], `id = ${once('locked_municipality')}`),
  ...REGISTERS.map((table) => writerMay(table, ['select'], `municipality_id = ${once('locked_municipality')}`)),
  writerMay('case_file', ['select', 'insert', 'update'], `id = ${once('command_case')}`),
  ...['person', 'custody', 'protection', 'assignment', 'block'].map((table) =>
    writerMay(table, ['select', 'insert', 'update'], CASE_IS_LOCKED),
  ),
  ...['consent_statement', 'consent_detail'].map((table) => writerMay(table, ['select', 'insert'], CASE_IS_LOCKED)),
  writerMay('opening', ['select', 'insert', 'delete'], CASE_IS_LOCKED),
  ...FIRST_PIECE_TABLES.map(({ table }) => writerMay(table, ['select', 'insert', 'update', 'delete'], CASE_IS_LOCKED)),
];

/** Every function is closed to everybody, then opened by name to who needs it; trigger functions need no grant to run. */
const EXECUTE = `
grant usage on schema sig to sig_reader, sig_writer, sig_jobs;
revoke execute on all functions in schema sig from public;
grant execute on function sig.now() to sig_reader, sig_writer, sig_jobs;
grant execute on function sig.open_scope(uuid, text), sig.case_facts(uuid[]), sig.ms(timestamptz), sig.at(), sig.viewer(), sig.role_term(),
  sig.person(), sig.capacity(), sig.agency(), sig.municipality(), sig.young_person(), sig.oversees(), sig.known_cases(), sig.knows_case(uuid),
  sig.is_protected(uuid, uuid[], uuid) to sig_reader;
grant execute on function sig.command_case(), sig.locked_case(), sig.locked_municipality() to sig_writer;
`;

const UP = [FUNCTIONS, ...FORCED.map(forceRowSecurity), ...READER, ...WRITER, EXECUTE].join('\n');

/** Policies go by name from the catalogue, so that taking them back does not depend on how they were generated. */
const DOWN = `
do $$
declare one record;
begin
  for one in select policyname, tablename from pg_policies where schemaname = 'sig' loop
    execute format('drop policy %I on sig.%I', one.policyname, one.tablename);
  end loop;
end $$;
${FORCED.map((table) => `alter table sig.${table} no force row level security, disable row level security;`).join('\n')}
revoke all on all tables in schema sig from sig_reader, sig_writer, sig_jobs;
revoke all on all functions in schema sig from sig_reader, sig_writer, sig_jobs;
revoke usage on schema sig from sig_reader, sig_writer, sig_jobs;
drop function sig.locked_municipality(), sig.locked_case(), sig.command_case();
`;

/** Row-level security on every table of a municipality or a case, and what each role may do at all. */
export class RowPolicies extends Migration {
  override up(): void {
    this.addSql(UP);
  }

  override down(): void {
    this.addSql(DOWN);
  }
}
