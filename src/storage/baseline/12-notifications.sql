-- The inbox of each person and what goes out of it, by webhook and by mail; and calendar feeds, which are read without a
-- sign-in.

-- That something changed, for one person: no content and no name, only what to ask for, under the right of whoever asks.
create table sig.notification (
  id uuid primary key,
  case_id uuid not null references sig.case_file on delete cascade,
  recipient_id uuid not null,
  kind text not null check (kind in ('MEETING', 'PLAN', 'CASE', 'ASSIGNMENT')),
  ids jsonb not null check (jsonb_typeof(ids) = 'array'),
  position bigint not null,
  at timestamptz(3) not null,
  read_at timestamptz(3),
  -- Of the outgoing message: when to try next (null: never), and how often it was tried.
  due_at timestamptz(3),
  attempts int not null,
  -- One change may be told somebody as both: they are asked, and it is of a case that they know.
  constraint notification_recipient_id_position_kind_unique unique (recipient_id, position, kind)
);
create index on sig.notification (case_id);
create index on sig.notification (due_at) where due_at is not null;
alter table sig.notification enable row level security, force row level security;
create policy owner on sig.notification to sig_owner using (true) with check (true);
-- Whoever is asked to take part does not know the case yet: the notice tells of none.
create policy reader on sig.notification for select to sig_reader
  using (recipient_id = (select sig.viewer())
    and (kind = 'ASSIGNMENT' or case_id = any((select sig.known_cases())::uuid[])));
grant select on sig.notification to sig_reader;

-- New notices are a change of their cases: numbered by the lock of the case, in the transaction that writes them.
create function sig.tell_of_notices() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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

create trigger tell_of_notices after insert on sig.notification
  referencing new table as written for each statement execute function sig.tell_of_notices();

-- How far the order of changes has been told of.
create table sig.notifier (only_row boolean primary key check (only_row), last_position bigint not null);
insert into sig.notifier select true, s.last_position from sig.stream s;

-- Changes that nobody was told of yet, each with everybody who may know the case now; the decision judges them afterwards.
create function sig.changes_to_tell(most int)
returns table ("position" bigint, case_id uuid, kind text, ids jsonb, by_id uuid, at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select o.position, o.case_id, o.kind, o.ids, o.by_id, o.recorded_at from sig.outbox o, sig.notifier n
    where o.position > n.last_position order by o.position limit most
$$;
grant execute on function sig.changes_to_tell(int) to sig_jobs;

create function sig.people_of(of_case uuid) returns table (subject_id uuid, capacity text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select t.id, t.capacity from sig.assignment a join sig.role_term t on t.id = a.role_term_id
    where a.case_id = of_case and a.valid_from <= sig.now() and (a.valid_until is null or sig.now() < a.valid_until)
  union
  select p.id, p.kind from sig.person p where p.case_id = of_case and p.kind in ('YOUNG_PERSON', 'GUARDIAN')
$$;
grant execute on function sig.people_of(uuid) to sig_jobs;

-- Whoever may answer these requests, as long as nobody has: who is asked, and the unit managers of their agency.
create function sig.people_asked(requests jsonb) returns table (subject_id uuid, capacity text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct t.id, t.capacity from sig.assignment_request r
    join sig.role_term asked on asked.id = r.role_term_id
    join sig.role_term t on t.id = asked.id
      or t.agency_id = asked.agency_id and t.capacity = 'PROFESSIONAL' and t.profession = 'UNIT_MANAGER'
    where requests ? r.id::text and r.state = 'REQUESTED'
$$;
grant execute on function sig.people_asked(jsonb) to sig_jobs;

create function sig.told(upto bigint, notices jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into sig.notification (id, case_id, recipient_id, kind, ids, position, at, due_at, attempts)
    select w.id, w.case_id, w.recipient_id, w.kind, w.ids, w.position, to_timestamp(w.at / 1000.0),
        case when w.goes_out then sig.now() end, 0
      from jsonb_to_recordset(notices) as w(id uuid, case_id uuid, recipient_id uuid, kind text, ids jsonb, position bigint,
        at bigint, goes_out boolean)
      where exists (select from sig.case_file c where c.id = w.case_id)
    on conflict (recipient_id, position, kind) do nothing;
  update sig.mail_address a set due_at = greatest(sig.now(), a.sent_at + interval '15 minutes')
    where a.confirmed_at is not null and a.due_at is null and a.subject_id in
      (select w.recipient_id from jsonb_to_recordset(notices) as w(recipient_id uuid));
  -- Nothing is kept of whoever is nobody here any more, nor for long of an address that was taken back.
  delete from sig.mail_address a where (a.address_sealed is null and a.asked_at < sig.now() - interval '1 day')
    or not exists (select from sig.role_term t
        where t.id = a.subject_id and (t.valid_until is null or sig.now() < t.valid_until)
      union all select from sig.person p where p.id = a.subject_id);
  update sig.notifier set last_position = greatest(last_position, upto);
  delete from sig.notification n where n.at < sig.now() - interval '90 days';
end $$;
grant execute on function sig.told(bigint, jsonb) to sig_jobs;

create function sig.notices_due(most int)
returns table (id uuid, case_id uuid, recipient_id uuid, capacity text, kind text, ids jsonb, at timestamptz, attempts int)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select n.id, n.case_id, n.recipient_id, coalesce(t.capacity, p.kind), n.kind, n.ids, n.at, n.attempts
    from sig.notification n
    left join sig.role_term t on t.id = n.recipient_id left join sig.person p on p.id = n.recipient_id
    where n.due_at <= sig.now() order by n.due_at, n.id limit most
$$;
grant execute on function sig.notices_due(int) to sig_jobs;

-- One more attempt was made; again after so many milliseconds, or never.
create function sig.notice_tried(notice uuid, again_in_ms bigint) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update sig.notification n set attempts = n.attempts + 1, due_at = sig.now() + again_in_ms * interval '1 millisecond'
    where n.id = notice
$$;
grant execute on function sig.notice_tried(uuid, bigint) to sig_jobs;

create function sig.mark_read(subject uuid, capacity text, notices uuid[]) returns setof uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform from sig.open_scope(subject, capacity);
  if not found then return; end if;
  return query update sig.notification n set read_at = coalesce(n.read_at, sig.at())
    where n.recipient_id = subject and n.id = any(notices) returning n.id;
end $$;
grant execute on function sig.mark_read(uuid, text, uuid[]) to sig_writer;

-- Where one person wants to be told by mail that there is something new; for one capacity, like everything that a token
-- stands for. Sealed, and read by nobody but that person and the notifier.
create table sig.mail_address (
  subject_id uuid primary key,
  capacity text not null,
  municipality_id uuid not null references sig.municipality on delete cascade,
  -- Null once it is taken back: what is left bounds how often codes are sent.
  address_sealed bytea,
  code_hash bytea not null check (length(code_hash) = 32),
  code_expires_at timestamptz(3) not null,
  tries int not null,
  asked_at timestamptz(3) not null,
  asked_since timestamptz(3) not null,
  asked int not null,
  confirmed_at timestamptz(3) check (confirmed_at is null or address_sealed is not null),
  -- Notices up to here were told of, or are older than the address.
  told_to bigint not null,
  sent_at timestamptz(3),
  due_at timestamptz(3) check (due_at is null or confirmed_at is not null),
  attempts int not null
);
create index on sig.mail_address (due_at) where due_at is not null;
alter table sig.mail_address enable row level security, force row level security;
create policy owner on sig.mail_address to sig_owner using (true) with check (true);
create policy reader on sig.mail_address for select to sig_reader using (subject_id = (select sig.viewer()));
grant select on sig.mail_address to sig_reader;

-- At most one code in a minute and ten a day for each person. The same code again is the same request again.
create function sig.ask_mail_address(subject uuid, capacity text, sealed bytea, hash bytea) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  of_capacity text := $2;
  known sig.mail_address;
  since timestamptz;
begin
  perform from sig.open_scope(subject, of_capacity);
  if not found then return null; end if;
  perform pg_advisory_xact_lock(hashtextextended(subject::text, 1));
  select * into known from sig.mail_address a where a.subject_id = subject;
  if known.code_hash = hash and known.address_sealed is not null then return 'AGAIN'; end if;
  since := case when known.asked_since > sig.at() - interval '1 day' then known.asked_since else sig.at() end;
  if known.asked_at > sig.at() - interval '1 minute' or (since = known.asked_since and known.asked >= 10) then
    return 'TOO_OFTEN';
  end if;
  insert into sig.mail_address values (subject, of_capacity, sig.municipality(), sealed, hash, sig.at() + interval '30 minutes',
      0, sig.at(), since, 1, null, 0, known.sent_at, null, 0)
    on conflict (subject_id) do update set address_sealed = sealed, code_hash = hash, code_expires_at = excluded.code_expires_at,
      tries = 0, asked_at = excluded.asked_at, asked_since = since, confirmed_at = null, due_at = null, attempts = 0,
      asked = case when since = known.asked_since then known.asked + 1 else 1 end;
  return 'ASKED';
end $$;
grant execute on function sig.ask_mail_address(uuid, text, bytea, bytea) to sig_writer;

create function sig.confirm_mail_address(subject uuid, capacity text, hash bytea) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  known sig.mail_address;
begin
  perform from sig.open_scope($1, $2);
  if not found then return null; end if;
  select * into known from sig.mail_address a where a.subject_id = subject and a.address_sealed is not null for update;
  if not found then return 'NONE'; end if;
  if known.confirmed_at is not null then return case when known.code_hash = hash then 'CONFIRMED' else 'NONE' end; end if;
  if known.tries >= 5 or sig.at() >= known.code_expires_at then return 'EXPIRED'; end if;
  if known.code_hash <> hash then
    update sig.mail_address a set tries = a.tries + 1 where a.subject_id = subject;
    return 'WRONG';
  end if;
  update sig.mail_address a set confirmed_at = sig.at(), told_to = (select n.last_position from sig.notifier n)
    where a.subject_id = subject;
  return 'CONFIRMED';
end $$;
grant execute on function sig.confirm_mail_address(uuid, text, bytea) to sig_writer;

create function sig.forget_mail_address(subject uuid, capacity text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform from sig.open_scope($1, $2);
  if not found then return; end if;
  update sig.mail_address a set address_sealed = null, confirmed_at = null, due_at = null where a.subject_id = subject;
end $$;
grant execute on function sig.forget_mail_address(uuid, text) to sig_writer;

-- Whom to tell, with the newest notices that they have not read and were not told of: one that they may still see is enough.
create function sig.mails_due(most int)
returns table (subject_id uuid, capacity text, address_sealed bytea, attempts int, upto bigint, notices jsonb)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.subject_id, a.capacity, a.address_sealed, a.attempts, coalesce(max(n.position), a.told_to),
      coalesce(jsonb_agg(jsonb_build_object('kind', n.kind, 'caseId', n.case_id, 'ids', n.ids) order by n.position desc)
        filter (where n.read_at is null and n.nth <= 200), '[]')
    from sig.mail_address a
    left join lateral (select w.*, row_number() over (order by w.read_at is not null, w.position desc) as nth
      from sig.notification w where w.recipient_id = a.subject_id and w.position > a.told_to) n on true
    where a.due_at <= sig.now() group by a.subject_id order by a.due_at, a.subject_id limit most
$$;
grant execute on function sig.mails_due(int) to sig_jobs;

-- One more attempt was made: again after so many milliseconds, or not before there is something newer.
create function sig.mail_tried(subject uuid, upto bigint, sent boolean, again_in_ms bigint) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update sig.mail_address a set
      sent_at = case when sent then sig.now() else a.sent_at end,
      told_to = case when again_in_ms is null then upto else a.told_to end,
      attempts = case when again_in_ms is null then 0 else a.attempts + 1 end,
      due_at = sig.now() + again_in_ms * interval '1 millisecond'
    where a.subject_id = subject and a.confirmed_at is not null
$$;
grant execute on function sig.mail_tried(uuid, bigint, boolean, bigint) to sig_jobs;

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
returns table (expires_at timestamptz)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
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
grant execute on function sig.create_calendar_feed(uuid, text, uuid, bytea, interval) to sig_writer;

create function sig.revoke_calendar_feed(subject uuid, capacity text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform from sig.open_scope($1, $2);
  if not found then return; end if;
  update sig.calendar_feed f set revoked_at = sig.at()
    where f.subject_id = $1 and f.capacity = $2 and f.revoked_at is null;
end $$;
grant execute on function sig.revoke_calendar_feed(uuid, text) to sig_writer;

-- Nothing for a hash that is unknown, revoked or expired: the same answer.
create function sig.calendar_feed_of(hash bytea) returns table (subject_id uuid, capacity text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select f.subject_id, f.capacity from sig.calendar_feed f
    where f.token_hash = hash and f.revoked_at is null and sig.now() < f.expires_at
$$;
grant execute on function sig.calendar_feed_of(bytea) to sig_reader;
