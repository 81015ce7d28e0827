import { Migration } from '@mikro-orm/migrations';

const DEFINER = `security definer set search_path = pg_catalog, pg_temp`;

const UP = `
alter table sig.pending_consent drop constraint pending_consent_state_check, drop constraint pending_consent_check4,
  add constraint pending_consent_state_check check (state in ('WAITING', 'CONFIRMED', 'REJECTED', 'LAPSED')),
  add constraint pending_consent_answered check ((state in ('CONFIRMED', 'REJECTED')) = (answered_at is not null)
    and (answered_at is null) = (answered_by_id is null));
create index pending_consent_lapses on sig.pending_consent (lapses_at) where state = 'WAITING';

-- Destroys what a form said once it has lapsed; what is left is who entered it, and when.
create function sig.destroy_lapsed_forms() returns int language plpgsql volatile ${DEFINER} as $$
declare destroyed int;
begin
  update sig.pending_consent p set content_sealed = null, state = 'LAPSED'
    from (select w.id from sig.pending_consent w where w.state = 'WAITING' and w.lapses_at <= sig.now()
      for update skip locked) due
    where p.id = due.id;
  get diagnostics destroyed = row_count;
  return destroyed;
end $$;
revoke execute on function sig.destroy_lapsed_forms() from public;
grant execute on function sig.destroy_lapsed_forms() to sig_jobs;
`;

/** Row-level security, forced on the owner too, would hide what is to be deleted. */
const DOWN = `
drop function sig.destroy_lapsed_forms();
alter table sig.pending_consent no force row level security;
delete from sig.pending_consent where state = 'LAPSED';
alter table sig.pending_consent force row level security;
drop index sig.pending_consent_lapses;
alter table sig.pending_consent drop constraint pending_consent_state_check, drop constraint pending_consent_answered,
  add constraint pending_consent_state_check check (state in ('WAITING', 'CONFIRMED', 'REJECTED')),
  add constraint pending_consent_check4 check ((state = 'WAITING') = (answered_at is null)
    and (answered_at is null) = (answered_by_id is null));
`;

/** Forms that nobody answered in time are destroyed, as rejected ones are. */
export class LapsedForms extends Migration {
  override up(): void {
    this.addSql(UP);
  }

  override down(): void {
    this.addSql(DOWN);
  }
}
