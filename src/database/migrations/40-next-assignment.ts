import { Migration } from '@mikro-orm/migrations';

const UP = `
-- When the viewer's next assignment begins: of a case that the viewer does not know yet, so only the instant is told.
create function sig.next_assignment() returns timestamptz language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select min(a.valid_from) from sig.assignment a
    where a.role_term_id = sig.role_term() and a.valid_from > sig.at() and (a.valid_until is null or a.valid_until > a.valid_from)
$$;
revoke execute on function sig.next_assignment() from public;
grant execute on function sig.next_assignment() to sig_reader;
`;

/** By which a stream over all cases begins to follow a case when an assignment that was made ahead begins. */
export class NextAssignment extends Migration {
  override up(): void {
    this.addSql(UP);
  }

  override down(): void {
    this.addSql('drop function sig.next_assignment();');
  }
}
