import { Migration } from '@mikro-orm/migrations';
import { FIRST_PIECE_TABLES, forceRowSecurity, once, writerMay } from '../row-level-security.js';
import type { PieceTable } from '../row-level-security.js';
import { FACTS } from './05-case-facts.js';

const DEFINER = `security definer set search_path = pg_catalog, pg_temp`;
const CASE_IS_LOCKED = `case_id = ${once('locked_case')}`;
const NAMED = ['consent_statement', 'block', 'person', 'assignment'];

/** The case that an id of the API belongs to, known to the caller or not: whoever asks must ask that next. */
export function caseOf(pieces: readonly PieceTable[]): string {
  const tables = [...NAMED, ...pieces.map(({ table }) => table)];
  return `create or replace function sig.case_of(target uuid) returns uuid language sql stable ${DEFINER} as $$
  select c.id from sig.case_file c where c.id = target
  ${tables.map((table) => `union all select x.case_id from sig.${table} x where x.id = target`).join('\n  ')}
  limit 1
$$;`;
}

export const COMMAND_FACTS = `
-- What sig.case_facts tells, of the case that this transaction has locked.
create or replace function sig.command_facts() returns json language plpgsql volatile ${DEFINER} as $$
begin
  return (select ${FACTS} from sig.case_file c where c.id = sig.locked_case());
end $$;
`;

const UP = `
create table sig.request (
  viewer_id uuid not null,
  request_id text not null check (length(request_id) between 1 and 200),
  operation text not null,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  input_hash bytea not null,
  result jsonb not null,
  recorded_at timestamptz(3) not null,
  primary key (viewer_id, request_id)
);
create index on sig.request (case_id);

create table sig.outbox (
  id uuid primary key,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  case_seq bigint not null,
  kind text not null check (kind ~ '^[A-Z_]+$'),
  ids jsonb not null check (jsonb_typeof(ids) = 'array'),
  recorded_at timestamptz(3) not null,
  -- Given by the sequencer once the row is committed.
  position bigint unique,
  unique (case_id, case_seq, kind)
);
create index on sig.outbox (case_id, case_seq) where position is null;

alter table sig.consent_detail add column recorded_by_id uuid references sig.role_term deferrable initially deferred;

${caseOf(FIRST_PIECE_TABLES)}

-- The first statement of every command. No row: the role does not hold, or the case is not the viewer's to know.
create function sig.open_command(subject uuid, capacity text, target uuid)
returns table (case_id uuid, at timestamptz, viewer jsonb, seq bigint, wrapped_key bytea) language plpgsql volatile ${DEFINER} as $$
#variable_conflict use_column
declare
  named uuid := sig.case_of(target);
  locked sig.case_file;
  scope record;
begin
  -- Asked before anybody is made to wait for a lock, and again behind it, when the facts stand still.
  perform from sig.open_scope(subject, capacity);
  if not found or not coalesce(sig.knows_case(named), false) then return; end if;
  update sig.case_file c set seq = c.seq + 1 where c.id = named returning c.* into locked;
  select * into scope from sig.open_scope(subject, capacity);
  if not found or not sig.knows_case(named) then return; end if;
  perform set_config('sig.case', named::text, true);
  return query select locked.id, scope.at, scope.viewer, locked.seq, locked.wrapped_key;
end $$;

${COMMAND_FACTS}
${forceRowSecurity('request')}
${forceRowSecurity('outbox')}
${writerMay('request', ['select', 'insert'], CASE_IS_LOCKED)}
${writerMay('outbox', ['insert'], CASE_IS_LOCKED)}
revoke execute on function sig.case_of(uuid), sig.open_command(uuid, text, uuid), sig.command_facts() from public;
grant execute on function sig.open_command(uuid, text, uuid), sig.command_facts() to sig_writer;
`;

const DOWN = `
drop function sig.command_facts(), sig.open_command(uuid, text, uuid), sig.case_of(uuid);
drop table sig.outbox, sig.request;
alter table sig.consent_detail drop column recorded_by_id;
`;

/** The way of a change: the lock, the facts behind it, what was asked already, and what others are told. */
export class Commands extends Migration {
  override up(): void {
    this.addSql(UP);
  }

  override down(): void {
    this.addSql(DOWN);
  }
}
