import { Migration } from '@mikro-orm/migrations';

const DEFINER = `security definer set search_path = pg_catalog, pg_temp`;

const UP = `
-- What the viewer's agency has taken on, for its unit manager; nothing for everybody else. The coordinator's own place is
-- none that anybody ends.
create function sig.managed_assignments() returns setof sig.assignment language plpgsql stable ${DEFINER} as $$
begin
  return query select a.* from sig.assignment a
    join sig.case_file c on c.id = a.case_id and c.coordinator_id is distinct from a.role_term_id
    join sig.role_term t on t.id = a.role_term_id
    join sig.role_term m on m.id = sig.role_term() and m.agency_id = t.agency_id
    where m.capacity = 'PROFESSIONAL' and m.profession = 'UNIT_MANAGER';
end $$;

-- Those that run or are ahead, with the number of the case and nothing else of it.
create function sig.agency_assignments() returns table (id uuid, number text, role_term_id uuid, duty text,
  valid_from timestamptz, valid_until timestamptz) language plpgsql stable ${DEFINER} as $$
#variable_conflict use_column
begin
  return query select a.id, c.number, a.role_term_id, a.duty, a.valid_from, a.valid_until
    from sig.managed_assignments() a join sig.case_file c on c.id = a.case_id
    where a.valid_until is null or a.valid_until > sig.at();
end $$;

-- The first statement of ending an assignment: by whoever knows the case, or the unit manager who answers for the place.
create function sig.open_assignment(subject uuid, capacity text, target uuid)
returns table (case_id uuid, at timestamptz, viewer jsonb, seq bigint, wrapped_key bytea) language plpgsql volatile ${DEFINER} as $$
#variable_conflict use_column
declare
  named uuid;
  locked sig.case_file;
  scope record;
begin
  return query select * from sig.open_command(subject, $2, target);
  if found then return; end if;
  perform from sig.open_scope(subject, $2);
  if not found then return; end if;
  named := (select a.case_id from sig.managed_assignments() a where a.id = target);
  if named is null then return; end if;
  update sig.case_file c set seq = c.seq + 1 where c.id = named returning c.* into locked;
  select * into scope from sig.open_scope(subject, $2);
  if not found or not exists (select from sig.managed_assignments() a where a.id = target) then return; end if;
  perform set_config('sig.case', named::text, true);
  return query select locked.id, scope.at, scope.viewer, locked.seq, locked.wrapped_key;
end $$;

revoke execute on function sig.managed_assignments(), sig.agency_assignments(), sig.open_assignment(uuid, text, uuid) from public;
grant execute on function sig.agency_assignments() to sig_reader;
grant execute on function sig.open_assignment(uuid, text, uuid) to sig_writer;
`;

const DOWN = `
drop function sig.open_assignment(uuid, text, uuid), sig.agency_assignments(), sig.managed_assignments();
`;

/** An agency ends what its people take part in as well, through its unit manager, who is told of no young person. */
export class EitherSideEnds extends Migration {
  override up(): void {
    this.addSql(UP);
  }

  override down(): void {
    this.addSql(DOWN);
  }
}
