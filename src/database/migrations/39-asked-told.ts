import { Migration } from '@mikro-orm/migrations';
import { told } from './34-mail-addresses.js';
import { caseIsKnown, once } from '../row-level-security.js';

const DEFINER = `security definer set search_path = pg_catalog, pg_temp`;
const known = caseIsKnown('case_id');
const reader = (kinds: string): string =>
  `alter policy reader on sig.notification using (recipient_id = ${once('viewer')} and ${kinds});`;

const UP = `
alter table sig.notification drop constraint notification_kind_check;
alter table sig.notification add constraint notification_kind_check check (kind in ('MEETING', 'PLAN', 'CASE', 'ASSIGNMENT'));
-- One change may be told somebody as both: they are asked, and it is of a case that they know.
alter table sig.notification drop constraint notification_recipient_id_position_unique;
alter table sig.notification add constraint notification_recipient_id_position_kind_unique unique (recipient_id, position, kind);
${told(true, 'recipient_id, position, kind')}
-- Whoever is asked to take part does not know the case yet: the notice tells of none.
${reader(`(kind = 'ASSIGNMENT' or ${known})`)}

-- Whoever may answer these requests, as long as nobody has: who is asked, and the unit managers of their agency.
create function sig.people_asked(requests jsonb) returns table (subject_id uuid, capacity text)
language sql stable ${DEFINER} as $$
  select distinct t.id, t.capacity from sig.assignment_request r
    join sig.role_term asked on asked.id = r.role_term_id
    join sig.role_term t on t.id = asked.id
      or t.agency_id = asked.agency_id and t.capacity = 'PROFESSIONAL' and t.profession = 'UNIT_MANAGER'
    where requests ? r.id::text and r.state = 'REQUESTED'
$$;
revoke execute on function sig.people_asked(jsonb) from public;
grant execute on function sig.people_asked(jsonb) to sig_jobs;
`;

const DOWN = `
drop function sig.people_asked(jsonb);
alter table sig.notification no force row level security;
delete from sig.notification where kind = 'ASSIGNMENT';
alter table sig.notification force row level security;
${reader(known)}
${told(true)}
alter table sig.notification drop constraint notification_recipient_id_position_kind_unique;
alter table sig.notification add constraint notification_recipient_id_position_unique unique (recipient_id, position);
alter table sig.notification drop constraint notification_kind_check;
alter table sig.notification add constraint notification_kind_check check (kind in ('MEETING', 'PLAN', 'CASE'));
`;

/** Whoever is asked to take part is told so. */
export class AskedTold extends Migration {
  override up(): void {
    this.addSql(UP);
  }

  override down(): void {
    this.addSql(DOWN);
  }
}
