import { Migration } from '@mikro-orm/migrations';
import { DEFERRED } from '../piece-table.js';
import { forceRowSecurity, once, readerMaySelect, writerMay } from '../row-level-security.js';

const DEFINER = `security definer set search_path = pg_catalog, pg_temp`;
const STEERED = once('steered_group');

const UP = `
-- About no case: when the group meets and who came. No words, since words may tell of somebody.
create table sig.steering_meeting (
  id uuid primary key,
  municipality_id uuid not null references sig.municipality ${DEFERRED},
  group_id uuid not null,
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null check (ends_at > starts_at),
  status text not null check (status in ('PLANNED', 'HELD', 'CANCELLED')),
  version int not null check (version > 0),
  attended_ids uuid[],
  absent_ids uuid[],
  recorded_at timestamptz(3) not null,
  check ((status = 'HELD') = (attended_ids is not null) and (status = 'HELD') = (absent_ids is not null)),
  foreign key (group_id, municipality_id) references sig.work_group (id, municipality_id) ${DEFERRED}
);
create index on sig.steering_meeting (municipality_id);

-- The steering group that this very transaction has locked by open_steering, in the way that a command locks a case.
create function sig.steered_group() returns uuid language plpgsql stable ${DEFINER} as $$
begin
  return (select g.id from sig.work_group g
    where g.kind = 'STEERING' and g.xmin = pg_current_xact_id_if_assigned()::xid order by g.id limit 1);
end $$;

-- The first statement of a coordinator's command on the steering group's meetings. No row: the role does not hold. No
-- group: the municipality has none.
create function sig.open_steering(subject uuid, capacity text)
returns table (at timestamptz, viewer jsonb, municipality_id uuid, group_id uuid, members jsonb)
language plpgsql volatile ${DEFINER} as $$
#variable_conflict use_column
declare
  scope record;
  home uuid;
  steering uuid;
begin
  perform from sig.open_scope(subject, capacity);
  if not found or capacity <> 'COORDINATOR' then return; end if;
  home := sig.municipality();
  steering := (select g.id from sig.work_group g where g.municipality_id = home and g.kind = 'STEERING' order by g.id limit 1);
  perform from sig.work_group g where g.id = steering for update;
  select * into scope from sig.open_scope(subject, capacity);
  if not found then return; end if;
  update sig.work_group g set name = g.name where g.id = steering;
  -- No case, and said so: policies take an unset case for a fault.
  perform set_config('sig.case', '00000000-0000-0000-0000-000000000000', true);
  return query select scope.at, scope.viewer, home, steering,
    (select coalesce(jsonb_agg(jsonb_build_object('roleTermId', m.role_term_id, 'from', sig.ms(m.valid_from),
        'until', sig.ms(m.valid_until)) order by m.role_term_id), '[]')
      from sig.group_member m where m.group_id = steering);
end $$;

${forceRowSecurity('steering_meeting')}
${readerMaySelect(
  'steering_meeting',
  `municipality_id = ${once('municipality')}
  and ${once('capacity')} in ('STEERING_MEMBER', 'COORDINATOR', 'ADMINISTRATOR')`,
)}
${writerMay('steering_meeting', ['select', 'insert', 'update'], `group_id = ${STEERED}`)}
create policy writer_steering_select on sig.request for select to sig_writer
  using (case_id is null and ${STEERED} is not null);
create policy writer_steering_insert on sig.request for insert to sig_writer
  with check (case_id is null and ${STEERED} is not null);

revoke execute on function sig.steered_group(), sig.open_steering(uuid, text) from public;
grant execute on function sig.steered_group(), sig.open_steering(uuid, text) to sig_writer;
`;

const DOWN = `
drop policy writer_steering_insert on sig.request;
drop policy writer_steering_select on sig.request;
drop table sig.steering_meeting;
drop function sig.open_steering(uuid, text), sig.steered_group();
`;

/** Meetings of the steering group, which are about no case. */
export class SteeringMeetings extends Migration {
  override up(): void {
    this.addSql(UP);
  }

  override down(): void {
    this.addSql(DOWN);
  }
}
