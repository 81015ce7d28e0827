import { Migration } from '@mikro-orm/migrations';

const DEFINER = `security definer set search_path = pg_catalog, pg_temp`;

const UP = `
-- New notices are a change of their cases: numbered by the lock of the case, in the transaction that writes them.
create function sig.tell_of_notices() returns trigger language plpgsql ${DEFINER} as $$
begin
  -- In one order, so that no two who write notices of the same cases wait for each other.
  perform from sig.case_file c where c.id in (select w.case_id from written w) order by c.id for no key update;
  with notices as (
    select w.case_id, jsonb_agg(w.id) as ids from written w group by w.case_id),
  numbered as (
    update sig.case_file c set seq = c.seq + 1 from notices n where c.id = n.case_id returning c.id, c.seq, n.ids)
  insert into sig.outbox (id, case_id, case_seq, kind, ids, recorded_at)
    select gen_random_uuid(), n.id, n.seq, 'NOTIFICATION', n.ids, sig.now() from numbered n;
  return null;
end $$;
revoke execute on function sig.tell_of_notices() from public;

create trigger tell_of_notices after insert on sig.notification
  referencing new table as written for each statement execute function sig.tell_of_notices();
`;

const DOWN = `
drop trigger tell_of_notices on sig.notification;
drop function sig.tell_of_notices();
`;

/** What comes into an inbox is told in the one order of all changes. */
export class NoticesTold extends Migration {
  override up(): void {
    this.addSql(UP);
  }

  override down(): void {
    this.addSql(DOWN);
  }
}
