import { Migration } from '@mikro-orm/migrations';

const UP = `
-- Committed changes that have no place yet: how many, and since when the oldest.
create function sig.waiting_changes() returns table (waiting bigint, oldest_ms bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*), coalesce(greatest(sig.ms(sig.now()) - sig.ms(min(o.recorded_at)), 0), 0)
    from sig.outbox o where o.position is null
$$;
revoke execute on function sig.waiting_changes() from public;
grant execute on function sig.waiting_changes() to sig_jobs;
`;

/** By which a server notices that nobody gives changes their places. */
export class WaitingChanges extends Migration {
  override up(): void {
    this.addSql(UP);
  }

  override down(): void {
    this.addSql('drop function sig.waiting_changes();');
  }
}
