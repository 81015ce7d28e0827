import { Migration } from '@mikro-orm/migrations';
import { once, writerMay } from '../row-level-security.js';
import { FACTS } from './05-case-facts.js';

const DEFINER = `security definer set search_path = pg_catalog, pg_temp`;
const ADMINISTERED = once('administered_municipality');

export const FACTS_UNDER_RULES = `
-- For the preview of other rules, which counts: the facts of all cases, ids and times, to an administrator's scope alone.
create or replace function sig.facts_under_rules() returns setof json language plpgsql stable ${DEFINER} as $$
declare home uuid := sig.municipality();
begin
  if sig.capacity() is distinct from 'ADMINISTRATOR' then return; end if;
  return query select ${FACTS} from sig.case_file c where c.municipality_id = home order by c.id;
end $$;
`;

const UP = `
-- An administrator's request is about no case.
alter table sig.request alter column case_id drop not null;

-- The municipality that this very transaction has locked by open_administration, in the way that a command locks a case.
create function sig.administered_municipality() returns uuid language plpgsql stable ${DEFINER} as $$
begin
  return (select m.id from sig.municipality m where m.xmin = pg_current_xact_id_if_assigned()::xid);
end $$;

-- The first statement of an administrator's command. New cases of the municipality wait for it: what they refer to is
-- locked. No row: the role does not hold.
create function sig.open_administration(subject uuid, capacity text)
returns table (at timestamptz, viewer jsonb, municipality_id uuid, newest_version int) language plpgsql volatile ${DEFINER} as $$
#variable_conflict use_column
declare
  scope record;
  home uuid;
begin
  perform from sig.open_scope(subject, capacity);
  if not found or capacity <> 'ADMINISTRATOR' then return; end if;
  home := sig.municipality();
  perform from sig.municipality m where m.id = home for update;
  select * into scope from sig.open_scope(subject, capacity);
  if not found then return; end if;
  update sig.municipality m set name = m.name where m.id = home;
  -- No case yet, and said so: policies take an unset case for a fault.
  perform set_config('sig.case', '00000000-0000-0000-0000-000000000000', true);
  return query select scope.at, scope.viewer, home,
    (select coalesce(max(r.version), 0) from sig.rule_pack r where r.municipality_id = home);
end $$;

-- Always in the same order, so that two who lock many never wait for each other.
create function sig.administered_cases() returns setof uuid language sql stable ${DEFINER} as $$
  select c.id from sig.case_file c where c.municipality_id = ${ADMINISTERED} order by c.id
$$;

-- Locks and numbers one of them, as sig.open_command does; from here on it is the one case that may be written.
create function sig.lock_administered_case(of_case uuid) returns bigint language plpgsql volatile ${DEFINER} as $$
declare number bigint;
begin
  update sig.case_file c set seq = c.seq + 1
    where c.id = of_case and c.municipality_id = sig.administered_municipality() returning c.seq into strict number;
  perform set_config('sig.case', of_case::text, true);
  return number;
end $$;

${FACTS_UNDER_RULES}
${writerMay('rule_pack', ['insert'], `municipality_id = ${ADMINISTERED}`)}
create policy writer_administration_select on sig.request for select to sig_writer
  using (case_id is null and ${ADMINISTERED} is not null);
create policy writer_administration_insert on sig.request for insert to sig_writer
  with check (case_id is null and ${ADMINISTERED} is not null);

revoke execute on function sig.administered_municipality(), sig.open_administration(uuid, text), sig.administered_cases(),
  sig.lock_administered_case(uuid), sig.facts_under_rules() from public;
grant execute on function sig.administered_municipality(), sig.open_administration(uuid, text), sig.administered_cases(),
  sig.lock_administered_case(uuid) to sig_writer;
grant execute on function sig.facts_under_rules() to sig_reader;
`;

const DOWN = `
drop policy writer_administration_insert on sig.request;
drop policy writer_administration_select on sig.request;
revoke insert on sig.rule_pack from sig_writer;
drop policy writer_insert on sig.rule_pack;
drop function sig.facts_under_rules(), sig.lock_administered_case(uuid), sig.administered_cases(),
  sig.open_administration(uuid, text), sig.administered_municipality();
delete from sig.request where case_id is null;
alter table sig.request alter column case_id set not null;
`;

/** An administrator publishes rules, and the openings of every case follow in the same transaction. */
export class RulesByAdministrators extends Migration {
  override up(): void {
    this.addSql(UP);
  }

  override down(): void {
    this.addSql(DOWN);
  }
}
