import { Migration } from '@mikro-orm/migrations';

const UP = `
alter table sig.access_record
  add column position bigint unique,
  add column chain_seq int,
  add column previous_hash bytea,
  add column hash bytea,
  add unique (case_id, chain_seq),
  add check (num_nulls(position, chain_seq, previous_hash, hash) in (0, 4));
create index on sig.access_record (case_id, at, id) where position is null;

create table sig.access_root (
  size bigint primary key check (size > 0),
  root bytea not null,
  frontier bytea not null check (length(frontier) % 32 = 0),
  at timestamptz(3) not null,
  signature bytea not null
);

-- What the seal of a record covers: everything that the row says, its place in the whole and in its case, and the row
-- before it in the same case. src/record/sealed-row.ts says the same in TypeScript, for whoever verifies.
create function sig.access_hash(r sig.access_record) returns bytea language sql immutable as $$
  select sha256(coalesce(r.previous_hash, '') || convert_to(concat_ws(E'\\n', r.position, r.chain_seq, r.id, r.operation_id, r.case_id,
    r.viewer_id, r.capacity, coalesce(r.agency_id::text, '-'), sig.ms(r.at), r.entries::text), 'UTF8'))
$$;

-- Gives at most so many records their place; the number of those sealed. One transaction seals at a time; the others find
-- nothing to do. What a row says is never changed here, and a row that has its seal is never touched again.
create function sig.seal_access(most int) returns int language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  r sig.access_record;
  head sig.access_record;
  place bigint;
  done int := 0;
begin
  if not pg_try_advisory_xact_lock(7161515) then return 0; end if;
  place := coalesce((select max(s.position) from sig.access_record s), 0);
  for r in select u.* from sig.access_record u where u.position is null order by u.case_id, u.at, u.id limit most loop
    if head.case_id is distinct from r.case_id then
      select s.* into head from sig.access_record s where s.case_id = r.case_id and s.chain_seq is not null
        order by s.chain_seq desc limit 1;
    end if;
    place := place + 1;
    r.position := place;
    r.chain_seq := coalesce(head.chain_seq, 0) + 1;
    r.previous_hash := coalesce(head.hash, '');
    r.hash := sig.access_hash(r);
    update sig.access_record u set position = r.position, chain_seq = r.chain_seq, previous_hash = r.previous_hash, hash = r.hash
      where u.id = r.id;
    head := r;
    done := done + 1;
  end loop;
  return done;
end $$;

-- Hashes only, for the tree of the signed root.
create function sig.sealed_hashes(after bigint, most int) returns table (hash bytea) language plpgsql stable
  security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query select s.hash from sig.access_record s where s.position > after order by s.position limit most;
end $$;

revoke execute on function sig.access_hash(sig.access_record), sig.seal_access(int), sig.sealed_hashes(bigint, int) from public;
grant execute on function sig.seal_access(int), sig.sealed_hashes(bigint, int) to sig_jobs;
grant select, insert on sig.access_root to sig_jobs;
create policy reader_seals_nothing on sig.access_record as restrictive for insert to sig_reader with check (position is null);
`;

const DOWN = `
drop policy reader_seals_nothing on sig.access_record;
drop function sig.sealed_hashes(bigint, int), sig.seal_access(int), sig.access_hash(sig.access_record);
drop table sig.access_root;
alter table sig.access_record drop column position, drop column chain_seq, drop column previous_hash, drop column hash;
`;

/** The access record as evidence: the place of every row in its case's chain, and the signed roots over all of them. */
export class SealedRecord extends Migration {
  override up(): void {
    this.addSql(UP);
  }

  override down(): void {
    this.addSql(DOWN);
  }
}
