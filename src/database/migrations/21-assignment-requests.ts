import { Migration } from '@mikro-orm/migrations';
import { DEFERRED } from '../piece-table.js';
import { caseIsKnown, forceRowSecurity, once, readerMaySelect, writerMay } from '../row-level-security.js';

const DEFINER = `security definer set search_path = pg_catalog, pg_temp`;
const DUTIES = `'MEMBER', 'CONTACT', 'PLAN_RESPONSIBLE', 'STAND_IN'`;

const UP = `
alter table sig.outcome drop constraint outcome_case_id_category_key, add unique (case_id, holder_id, category);
alter table sig.assignment add column duty text check (duty in (${DUTIES}));

create table sig.assignment_request (
  id uuid primary key,
  case_id uuid not null references sig.case_file ${DEFERRED},
  role_term_id uuid not null references sig.role_term ${DEFERRED},
  duty text not null check (duty in (${DUTIES})),
  valid_from timestamptz(3) not null,
  valid_until timestamptz(3) check (valid_until > valid_from),
  requested_by_id uuid not null references sig.role_term ${DEFERRED},
  requested_at timestamptz(3) not null,
  state text not null check (state in ('REQUESTED', 'CONFIRMED', 'DECLINED')),
  answered_by_id uuid references sig.role_term ${DEFERRED},
  answered_at timestamptz(3),
  check ((state = 'REQUESTED') = (answered_at is null) and (answered_at is null) = (answered_by_id is null)),
  check (answered_at >= requested_at)
);
create index on sig.assignment_request (case_id);
create unique index assignment_request_open on sig.assignment_request (role_term_id, case_id) where state = 'REQUESTED';
create constraint trigger assignment_in_municipality after insert or update on sig.assignment_request
  deferrable initially deferred for each row execute function sig.check_assignment();

${forceRowSecurity('assignment_request')}
${readerMaySelect('assignment_request', `${caseIsKnown('case_id')} and ${once('capacity')} = 'COORDINATOR'`)}
${writerMay('assignment_request', ['select', 'insert', 'update'], `case_id = ${once('locked_case')}`)}

-- The role terms that the viewer answers for: the own one, and as a unit manager those of the own agency.
create function sig.answers_for() returns uuid[] language plpgsql stable ${DEFINER} as $$
begin
  return array(select t.id from sig.role_term t where t.id = sig.role_term() or exists (
    select from sig.role_term m where m.id = sig.role_term() and m.capacity = 'PROFESSIONAL'
      and m.profession = 'UNIT_MANAGER' and m.agency_id = t.agency_id));
end $$;

-- What somebody who is asked to take part needs to answer, and no more of the case.
create function sig.asked_assignments() returns table (id uuid, number text, role_term_id uuid, duty text, valid_from timestamptz,
  valid_until timestamptz, requested_by_id uuid, requested_at timestamptz, state text) language plpgsql stable ${DEFINER} as $$
#variable_conflict use_column
declare terms uuid[] := sig.answers_for();
begin
  return query select r.id, c.number, r.role_term_id, r.duty, r.valid_from, r.valid_until, r.requested_by_id, r.requested_at, r.state
    from sig.assignment_request r join sig.case_file c on c.id = r.case_id where r.role_term_id = any(terms);
end $$;

-- The first statement of an answer by whoever is asked, who does not know the case yet.
create function sig.open_assignment_request(subject uuid, capacity text, target uuid)
returns table (case_id uuid, at timestamptz, viewer jsonb, seq bigint, wrapped_key bytea) language plpgsql volatile ${DEFINER} as $$
#variable_conflict use_column
declare
  named uuid;
  locked sig.case_file;
  scope record;
begin
  perform from sig.open_scope(subject, $2);
  if not found then return; end if;
  named := (select r.case_id from sig.assignment_request r where r.id = target and r.role_term_id = any(sig.answers_for()));
  if named is null then return; end if;
  update sig.case_file c set seq = c.seq + 1 where c.id = named returning c.* into locked;
  select * into scope from sig.open_scope(subject, $2);
  if not found or not exists (select from sig.assignment_request r where r.id = target and r.role_term_id = any(sig.answers_for()))
    then return; end if;
  perform set_config('sig.case', named::text, true);
  return query select locked.id, scope.at, scope.viewer, locked.seq, locked.wrapped_key;
end $$;

revoke execute on function sig.answers_for(), sig.asked_assignments(), sig.open_assignment_request(uuid, text, uuid) from public;
grant execute on function sig.asked_assignments() to sig_reader;
grant execute on function sig.open_assignment_request(uuid, text, uuid) to sig_writer;
`;

const DOWN = `
drop function sig.open_assignment_request(uuid, text, uuid), sig.asked_assignments(), sig.answers_for();
drop table sig.assignment_request;
alter table sig.assignment drop column duty;
delete from sig.outcome o where exists (select from sig.outcome e
  where e.case_id = o.case_id and e.category = o.category and e.id < o.id);
alter table sig.outcome drop constraint outcome_case_id_holder_id_category_key, add unique (case_id, category);
`;

/** An assignment is asked for by one side and takes effect when the other says yes; outcomes are each agency's own. */
export class AssignmentRequests extends Migration {
  override up(): void {
    this.addSql(UP);
  }

  override down(): void {
    this.addSql(DOWN);
  }
}
