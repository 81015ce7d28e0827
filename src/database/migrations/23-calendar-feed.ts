import { Migration } from '@mikro-orm/migrations';

const DEFINER = `security definer set search_path = pg_catalog, pg_temp`;

const UP = `
-- By the hash alone: whoever reads the table cannot read anybody's calendar.
create table sig.calendar_feed (
  id uuid primary key,
  municipality_id uuid not null references sig.municipality on delete cascade,
  subject_id uuid not null,
  capacity text not null,
  token_hash bytea not null check (length(token_hash) = 32),
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null check (expires_at > created_at),
  revoked_at timestamptz(3),
  constraint calendar_feed_token_hash_unique unique (token_hash)
);
create index on sig.calendar_feed (subject_id);
alter table sig.calendar_feed enable row level security, force row level security;
create policy owner on sig.calendar_feed to sig_owner using (true) with check (true);

-- One feed at a time for each person and capacity: a new one takes the place of those before it. The same hash again is the
-- same request again, and changes nothing.
create function sig.create_calendar_feed(subject uuid, capacity text, feed uuid, hash bytea, lasts interval)
returns table (expires_at timestamptz) language plpgsql volatile ${DEFINER} as $$
#variable_conflict use_column
declare
  -- Names the arguments: a column would be taken in their place.
  of_subject uuid := $1;
  of_capacity text := $2;
begin
  perform from sig.open_scope(of_subject, of_capacity);
  if not found then return; end if;
  perform pg_advisory_xact_lock(hashtextextended(of_subject::text, 0));
  if not exists (select from sig.calendar_feed f where f.token_hash = hash) then
    update sig.calendar_feed f set revoked_at = sig.at()
      where f.subject_id = of_subject and f.capacity = of_capacity and f.revoked_at is null;
    insert into sig.calendar_feed values (feed, sig.municipality(), of_subject, of_capacity, hash, sig.at(), sig.at() + lasts, null);
  end if;
  return query select f.expires_at from sig.calendar_feed f where f.token_hash = hash;
end $$;

create function sig.revoke_calendar_feed(subject uuid, capacity text) returns void language plpgsql volatile ${DEFINER} as $$
begin
  perform from sig.open_scope($1, $2);
  if not found then return; end if;
  update sig.calendar_feed f set revoked_at = sig.at()
    where f.subject_id = $1 and f.capacity = $2 and f.revoked_at is null;
end $$;

-- Nothing for a hash that is unknown, revoked or expired: the same answer.
create function sig.calendar_feed_of(hash bytea) returns table (subject_id uuid, capacity text)
language sql stable ${DEFINER} as $$
  select f.subject_id, f.capacity from sig.calendar_feed f
    where f.token_hash = hash and f.revoked_at is null and sig.now() < f.expires_at
$$;

revoke execute on function sig.create_calendar_feed(uuid, text, uuid, bytea, interval), sig.revoke_calendar_feed(uuid, text),
  sig.calendar_feed_of(bytea) from public;
grant execute on function sig.create_calendar_feed(uuid, text, uuid, bytea, interval), sig.revoke_calendar_feed(uuid, text)
  to sig_writer;
grant execute on function sig.calendar_feed_of(bytea) to sig_reader;
`;

const DOWN = `
drop function sig.calendar_feed_of(bytea), sig.revoke_calendar_feed(uuid, text),
  sig.create_calendar_feed(uuid, text, uuid, bytea, interval);
drop table sig.calendar_feed;
`;

/** Calendar feeds: who may read which meetings without a sign-in, by a secret that stands nowhere. */
export class CalendarFeeds extends Migration {
  override up(): void {
    this.addSql(UP);
  }

  override down(): void {
    this.addSql(DOWN);
  }
}
