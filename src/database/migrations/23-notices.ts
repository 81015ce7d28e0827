import { Migration } from '@mikro-orm/migrations';
import { caseIsKnown, forceRowSecurity, once, readerMaySelect } from '../row-level-security.js';

const DEFINER = `security definer set search_path = pg_catalog, pg_temp`;
const FORGOTTEN_AFTER = `interval '90 days'`;

const UP = `
-- Whoever made a change is not told of it.
alter table sig.outbox add column by_id uuid;

-- That something changed, for one person: no content and no name, only what to ask for, under the right of whoever asks.
create table sig.notification (
  id uuid primary key,
  case_id uuid not null references sig.case_file on delete cascade,
  recipient_id uuid not null,
  kind text not null check (kind in ('MEETING', 'PLAN', 'CASE')),
  ids jsonb not null check (jsonb_typeof(ids) = 'array'),
  position bigint not null,
  at timestamptz(3) not null,
  read_at timestamptz(3),
  -- Of the outgoing message: when to try next (null: never), and how often it was tried.
  due_at timestamptz(3),
  attempts int not null,
  constraint notification_recipient_id_position_unique unique (recipient_id, position)
);
create index on sig.notification (case_id);
create index on sig.notification (due_at) where due_at is not null;
create table sig.notifier (only_row boolean primary key check (only_row), last_position bigint not null);
insert into sig.notifier select true, s.last_position from sig.stream s;

-- Changes that nobody was told of yet, each with everybody who may know the case now; the decision judges them afterwards.
create function sig.changes_to_tell(most int)
returns table ("position" bigint, case_id uuid, kind text, ids jsonb, by_id uuid, at timestamptz)
language sql stable ${DEFINER} as $$
  select o.position, o.case_id, o.kind, o.ids, o.by_id, o.recorded_at from sig.outbox o, sig.notifier n
    where o.position > n.last_position order by o.position limit most
$$;

create function sig.people_of(of_case uuid) returns table (subject_id uuid, capacity text)
language sql stable ${DEFINER} as $$
  select t.id, t.capacity from sig.assignment a join sig.role_term t on t.id = a.role_term_id
    where a.case_id = of_case and a.valid_from <= sig.now() and (a.valid_until is null or sig.now() < a.valid_until)
  union
  select p.id, p.kind from sig.person p where p.case_id = of_case and p.kind in ('YOUNG_PERSON', 'GUARDIAN')
$$;

create function sig.told(upto bigint, notices jsonb) returns void language plpgsql volatile ${DEFINER} as $$
begin
  insert into sig.notification (id, case_id, recipient_id, kind, ids, position, at, due_at, attempts)
    select w.id, w.case_id, w.recipient_id, w.kind, w.ids, w.position, to_timestamp(w.at / 1000.0),
        case when w.goes_out then sig.now() end, 0
      from jsonb_to_recordset(notices) as w(id uuid, case_id uuid, recipient_id uuid, kind text, ids jsonb, position bigint,
        at bigint, goes_out boolean)
      where exists (select from sig.case_file c where c.id = w.case_id)
    on conflict (recipient_id, position) do nothing;
  update sig.notifier set last_position = greatest(last_position, upto);
  delete from sig.notification n where n.at < sig.now() - ${FORGOTTEN_AFTER};
end $$;

create function sig.notices_due(most int)
returns table (id uuid, case_id uuid, recipient_id uuid, capacity text, kind text, ids jsonb, at timestamptz, attempts int)
language sql stable ${DEFINER} as $$
  select n.id, n.case_id, n.recipient_id, coalesce(t.capacity, p.kind), n.kind, n.ids, n.at, n.attempts
    from sig.notification n
    left join sig.role_term t on t.id = n.recipient_id left join sig.person p on p.id = n.recipient_id
    where n.due_at <= sig.now() order by n.due_at, n.id limit most
$$;

-- One more attempt was made; again after so many milliseconds, or never.
create function sig.notice_tried(notice uuid, again_in_ms bigint) returns void language sql volatile ${DEFINER} as $$
  update sig.notification n set attempts = n.attempts + 1, due_at = sig.now() + again_in_ms * interval '1 millisecond'
    where n.id = notice
$$;

create function sig.mark_read(subject uuid, capacity text, notices uuid[]) returns setof uuid
language plpgsql volatile ${DEFINER} as $$
begin
  perform from sig.open_scope(subject, capacity);
  if not found then return; end if;
  return query update sig.notification n set read_at = coalesce(n.read_at, sig.at())
    where n.recipient_id = subject and n.id = any(notices) returning n.id;
end $$;

${forceRowSecurity('notification')}
${readerMaySelect('notification', `recipient_id = ${once('viewer')} and ${caseIsKnown('case_id')}`)}
revoke execute on function sig.changes_to_tell(int), sig.people_of(uuid), sig.told(bigint, jsonb), sig.notices_due(int),
  sig.notice_tried(uuid, bigint), sig.mark_read(uuid, text, uuid[]) from public;
grant execute on function sig.changes_to_tell(int), sig.people_of(uuid), sig.told(bigint, jsonb), sig.notices_due(int),
  sig.notice_tried(uuid, bigint) to sig_jobs;
grant execute on function sig.mark_read(uuid, text, uuid[]) to sig_writer;
`;

const DOWN = `
drop function sig.mark_read(uuid, text, uuid[]), sig.notice_tried(uuid, bigint), sig.notices_due(int),
  sig.told(bigint, jsonb), sig.people_of(uuid), sig.changes_to_tell(int);
drop table sig.notifier, sig.notification;
alter table sig.outbox drop column by_id;
`;

/** The inbox of each person, and what goes out of it. */
export class Notices extends Migration {
  override up(): void {
    this.addSql(UP);
  }

  override down(): void {
    this.addSql(DOWN);
  }
}
