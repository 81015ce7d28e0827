import { Migration } from '@mikro-orm/migrations';

const DEFINER = `security definer set search_path = pg_catalog, pg_temp`;

const UP = `
-- The planned end of which everybody in the case has been told that it comes.
alter table sig.case_file add column end_told_on date;

-- Tells of every planned end that lies so many days ahead or less, each once: a change of the case like any other, locked
-- and numbered. Who works on a case at this moment keeps it for the next look.
create function sig.tell_planned_ends(days int) returns int language plpgsql volatile ${DEFINER} as $$
declare
  today date := (sig.now() at time zone 'Europe/Stockholm')::date;
  due uuid;
  told int := 0;
begin
  for due in select c.id from sig.case_file c
    where c.status = 'ACTIVE' and today between c.planned_end_on - days and c.planned_end_on
      and c.end_told_on is distinct from c.planned_end_on
    order by c.id for update skip locked
  loop
    with numbered as (
      update sig.case_file c set seq = c.seq + 1, end_told_on = c.planned_end_on where c.id = due returning c.id, c.seq
    )
    insert into sig.outbox (id, case_id, case_seq, kind, ids, recorded_at)
      select gen_random_uuid(), n.id, n.seq, 'CASE_CHANGED', jsonb_build_array(n.id), sig.now() from numbered n;
    told := told + 1;
  end loop;
  return told;
end $$;
revoke execute on function sig.tell_planned_ends(int) from public;
grant execute on function sig.tell_planned_ends(int) to sig_jobs;
`;

const DOWN = `
drop function sig.tell_planned_ends(int);
alter table sig.case_file drop column end_told_on;
`;

/** Nobody has to look for the day on which the work is to end. */
export class PlannedEnds extends Migration {
  override up(): void {
    this.addSql(UP);
  }

  override down(): void {
    this.addSql(DOWN);
  }
}
