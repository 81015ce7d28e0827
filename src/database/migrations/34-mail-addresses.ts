import { Migration } from '@mikro-orm/migrations';
import { forceRowSecurity, once, readerMaySelect } from '../row-level-security.js';

const DEFINER = `security definer set search_path = pg_catalog, pg_temp`;
const FORGOTTEN_AFTER = `interval '90 days'`;

/**
 * @param mails whether notices are told of by mail as well.
 * @param one what there is one notice of.
 */
export const told = (mails: boolean, one = 'recipient_id, position'): string => `
create or replace function sig.told(upto bigint, notices jsonb) returns void language plpgsql volatile ${DEFINER} as $$
begin
  insert into sig.notification (id, case_id, recipient_id, kind, ids, position, at, due_at, attempts)
    select w.id, w.case_id, w.recipient_id, w.kind, w.ids, w.position, to_timestamp(w.at / 1000.0),
        case when w.goes_out then sig.now() end, 0
      from jsonb_to_recordset(notices) as w(id uuid, case_id uuid, recipient_id uuid, kind text, ids jsonb, position bigint,
        at bigint, goes_out boolean)
      where exists (select from sig.case_file c where c.id = w.case_id)
    on conflict (${one}) do nothing;${mails ? MAILS_DUE : ''}
  update sig.notifier set last_position = greatest(last_position, upto);
  delete from sig.notification n where n.at < sig.now() - ${FORGOTTEN_AFTER};
end $$;
`;

const MAILS_DUE = `
  update sig.mail_address a set due_at = greatest(sig.now(), a.sent_at + interval '15 minutes')
    where a.confirmed_at is not null and a.due_at is null and a.subject_id in
      (select w.recipient_id from jsonb_to_recordset(notices) as w(recipient_id uuid));
  -- Nothing is kept of whoever is nobody here any more, nor for long of an address that was taken back.
  delete from sig.mail_address a where (a.address_sealed is null and a.asked_at < sig.now() - interval '1 day')
    or not exists (select from sig.role_term t
        where t.id = a.subject_id and (t.valid_until is null or sig.now() < t.valid_until)
      union all select from sig.person p where p.id = a.subject_id);`;

const UP = `
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
${forceRowSecurity('mail_address')}
${readerMaySelect('mail_address', `subject_id = ${once('viewer')}`)}
${told(true)}

-- At most one code in a minute and ten a day for each person. The same code again is the same request again.
create function sig.ask_mail_address(subject uuid, capacity text, sealed bytea, hash bytea) returns text
language plpgsql volatile ${DEFINER} as $$
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

create function sig.confirm_mail_address(subject uuid, capacity text, hash bytea) returns text
language plpgsql volatile ${DEFINER} as $$
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

create function sig.forget_mail_address(subject uuid, capacity text) returns void language plpgsql volatile ${DEFINER} as $$
begin
  perform from sig.open_scope($1, $2);
  if not found then return; end if;
  update sig.mail_address a set address_sealed = null, confirmed_at = null, due_at = null where a.subject_id = subject;
end $$;

-- Whom to tell, with the newest notices that they have not read and were not told of: one that they may still see is enough.
create function sig.mails_due(most int)
returns table (subject_id uuid, capacity text, address_sealed bytea, attempts int, upto bigint, notices jsonb)
language sql stable ${DEFINER} as $$
  select a.subject_id, a.capacity, a.address_sealed, a.attempts, coalesce(max(n.position), a.told_to),
      coalesce(jsonb_agg(jsonb_build_object('kind', n.kind, 'caseId', n.case_id, 'ids', n.ids) order by n.position desc)
        filter (where n.read_at is null and n.nth <= 200), '[]')
    from sig.mail_address a
    left join lateral (select w.*, row_number() over (order by w.read_at is not null, w.position desc) as nth
      from sig.notification w where w.recipient_id = a.subject_id and w.position > a.told_to) n on true
    where a.due_at <= sig.now() group by a.subject_id order by a.due_at, a.subject_id limit most
$$;

-- One more attempt was made: again after so many milliseconds, or not before there is something newer.
create function sig.mail_tried(subject uuid, upto bigint, sent boolean, again_in_ms bigint) returns void
language sql volatile ${DEFINER} as $$
  update sig.mail_address a set
      sent_at = case when sent then sig.now() else a.sent_at end,
      told_to = case when again_in_ms is null then upto else a.told_to end,
      attempts = case when again_in_ms is null then 0 else a.attempts + 1 end,
      due_at = sig.now() + again_in_ms * interval '1 millisecond'
    where a.subject_id = subject and a.confirmed_at is not null
$$;

revoke execute on function sig.ask_mail_address(uuid, text, bytea, bytea), sig.confirm_mail_address(uuid, text, bytea),
  sig.forget_mail_address(uuid, text), sig.mails_due(int), sig.mail_tried(uuid, bigint, boolean, bigint) from public;
grant execute on function sig.ask_mail_address(uuid, text, bytea, bytea), sig.confirm_mail_address(uuid, text, bytea),
  sig.forget_mail_address(uuid, text) to sig_writer;
grant execute on function sig.mails_due(int), sig.mail_tried(uuid, bigint, boolean, bigint) to sig_jobs;
`;

const DOWN = `
drop function sig.mail_tried(uuid, bigint, boolean, bigint), sig.mails_due(int), sig.forget_mail_address(uuid, text),
  sig.confirm_mail_address(uuid, text, bytea), sig.ask_mail_address(uuid, text, bytea, bytea);
${told(false)}
drop table sig.mail_address;
`;

/** E-mail beside the webhook: own addresses, confirmed by a code, told of at most every fifteen minutes. */
export class MailAddresses extends Migration {
  override up(): void {
    this.addSql(UP);
  }

  override down(): void {
    this.addSql(DOWN);
  }
}
