import { Migration } from '@mikro-orm/migrations';

const DEFINER = `security definer set search_path = pg_catalog, pg_temp`;

const UP = `
-- Those of the role terms that hold at the instant of the scope, in the capacity and the agency of its viewer.
create function sig.colleagues(terms uuid[]) returns uuid[] language plpgsql stable ${DEFINER} as $$
begin
  return array(
    select t.id from sig.role_term t, sig.role_term v
      where v.id = sig.role_term() and v.capacity in ('PROFESSIONAL', 'COORDINATOR') and t.id = any(terms)
        and t.capacity = v.capacity and t.agency_id = v.agency_id and t.municipality_id = v.municipality_id
        and t.valid_from <= sig.at() and (t.valid_until is null or sig.at() < t.valid_until));
end $$;

-- The records of a delivery group: to each of its members was shown what was shown to the viewer of the scope. Whoever may
-- not have been shown it, by the database's own look, stops all of it.
create function sig.record_for(members uuid[], of_case uuid, entries jsonb) returns void language plpgsql volatile ${DEFINER} as $$
declare
  at timestamptz := sig.at();
  colleagues uuid[] := sig.colleagues(members);
  -- Looked up once: a row-wise condition would look up every member for every member.
  allowed uuid[] := sig.viewer() || array(
    select a.role_term_id from sig.assignment a
      where a.case_id = of_case and a.role_term_id = any(colleagues)
        and a.valid_from <= at and (a.valid_until is null or at < a.valid_until));
begin
  if not sig.knows_case(of_case) or not members <@ allowed
  then raise insufficient_privilege using message = 'Not everybody may have been shown this'; end if;
  insert into sig.access_record (id, operation_id, case_id, viewer_id, capacity, agency_id, at, entries)
    select gen_random_uuid(), gen_random_uuid(), of_case, m.id, sig.capacity(), sig.agency(), at, record_for.entries
    from unnest(members) m (id);
end $$;

revoke execute on function sig.colleagues(uuid[]), sig.record_for(uuid[], uuid, jsonb) from public;
grant execute on function sig.colleagues(uuid[]), sig.record_for(uuid[], uuid, jsonb) to sig_reader;
`;

const DOWN = `
drop function sig.record_for(uuid[], uuid, jsonb), sig.colleagues(uuid[]);
`;

/** What subscribers with the same rights need to be told together: who they are, and a record for each of them. */
export class DeliveryGroups extends Migration {
  override up(): void {
    this.addSql(UP);
  }

  override down(): void {
    this.addSql(DOWN);
  }
}
