import { Migration } from '@mikro-orm/migrations';
import { CATEGORIES, DEFERRED } from '../piece-table.js';
import { caseIsKnown, forceRowSecurity, once, readerMaySelect, writerMay } from '../row-level-security.js';

const DEFINER = `security definer set search_path = pg_catalog, pg_temp`;
const CASE_IS_KNOWN = caseIsKnown('case_id');
const CASE_IS_LOCKED = `case_id = ${once('locked_case')}`;
const role = (column: string): string => `${column} uuid not null references sig.role_term ${DEFERRED}`;

/** The condition is on a disclosure: it is in force for the viewer, who is its recipient. */
const RECEIVED = `recipient_id = ${once('role_term')} and decided_at <= ${once('at')}
  and ${once('at')} < least(until, coalesce(ended_at, until))`;
const OF_OWN_AGENCY = `${CASE_IS_KNOWN} and holder_id = ${once('agency')}`;
const TOLD = `${CASE_IS_KNOWN} and ${once('young_person')} is not null and told_from <= ${once('at')}
  and not ${once('viewer')} = any(kept_from_ids)`;

const TABLES = `
create table sig.statutory_disclosure (
  id uuid primary key,
  case_id uuid not null references sig.case_file ${DEFERRED},
  holder_id uuid not null references sig.agency ${DEFERRED},
  ${role('decided_by_id')},
  ${role('recipient_id')},
  ground text not null check (ground in ('OSL_10_2', 'OSL_10_15_A', 'OSL_10_18_A', 'OSL_10_27', 'LAG_2025_170_4',
    'LAG_2025_170_6', 'LAG_2025_170_7', 'SOL_19_1', 'SOL_20_6')),
  categories text[] not null check (cardinality(categories) > 0 and categories <@ array[${CATEGORIES}]),
  -- The recipient does not know the case, nor its key.
  wrapped_key bytea not null,
  about_sealed bytea not null,
  decided_at timestamptz(3) not null,
  until timestamptz(3) not null check (until > decided_at and until <= decided_at + interval '2160 hours'),
  ended_at timestamptz(3) check (ended_at >= decided_at),
  ended_by_id uuid references sig.role_term ${DEFERRED},
  told_from timestamptz(3) not null check (told_from >= decided_at),
  kept_from_ids uuid[] not null,
  check (num_nulls(ended_at, ended_by_id) in (0, 2)),
  unique (id, case_id, holder_id)
);
create index on sig.statutory_disclosure (case_id);
create index on sig.statutory_disclosure (recipient_id);

create table sig.disclosure_reason (
  disclosure_id uuid primary key,
  case_id uuid not null,
  holder_id uuid not null,
  reasons_sealed bytea not null,
  delay_reason_sealed bytea,
  foreign key (disclosure_id, case_id, holder_id) references sig.statutory_disclosure (id, case_id, holder_id) ${DEFERRED}
);

create table sig.disclosed_copy (
  id uuid primary key,
  case_id uuid not null,
  disclosure_id uuid not null,
  holder_id uuid not null,
  piece_id uuid not null,
  kind text not null,
  category text not null check (category in (${CATEGORIES})),
  subject_ids uuid[] not null check (cardinality(subject_ids) > 0),
  position int not null,
  recorded_at timestamptz(3) not null,
  content_sealed bytea not null,
  unique (disclosure_id, piece_id),
  foreign key (disclosure_id, case_id, holder_id) references sig.statutory_disclosure (id, case_id, holder_id) ${DEFERRED}
);
`;

const FUNCTIONS = `
-- Whoever writes: the holder's own role that carries the right, to another agency's role, all in the case's municipality.
create function sig.check_disclosure() returns trigger language plpgsql ${DEFINER} as $$
begin
  if not exists (select from sig.case_file c
      join sig.role_term d on d.id = new.decided_by_id and d.municipality_id = c.municipality_id and d.agency_id = new.holder_id
        and d.may_disclose
      join sig.role_term r on r.id = new.recipient_id and r.municipality_id = c.municipality_id and r.agency_id <> new.holder_id
        and r.capacity in ('PROFESSIONAL', 'COORDINATOR')
      where c.id = new.case_id) then
    raise exception 'A disclosure is not its holder''s to decide, or leaves the municipality'
      using errcode = 'check_violation', schema = 'sig', table = 'statutory_disclosure';
  end if;
  return null;
end $$;

create function sig.check_copy() returns trigger language plpgsql ${DEFINER} as $$
begin
  if not new.subject_ids <@ array(select p.id from sig.person p where p.case_id = new.case_id) then
    raise exception 'A copy names somebody of another case' using errcode = 'check_violation', schema = 'sig', table = 'disclosed_copy';
  end if;
  return null;
end $$;

create constraint trigger disclosure_of_holder after insert on sig.statutory_disclosure
  deferrable initially deferred for each row execute function sig.check_disclosure();
create constraint trigger copy_in_case after insert on sig.disclosed_copy
  deferrable initially deferred for each row execute function sig.check_copy();

-- The protections in the cases that the viewer has received something of: the decision about a copy rests on them, and
-- its reader knows nothing else of the case.
create function sig.received_protections() returns table (case_id uuid, protection json) language plpgsql stable ${DEFINER} as $$
declare
  at timestamptz := sig.at();
  reader uuid := sig.role_term();
begin
  return query select p.case_id, json_build_object('personId', p.person_id, 'level', p.level, 'handlerIds', p.handler_ids,
      'period', json_build_object('from', sig.ms(p.valid_from), 'until', sig.ms(p.valid_until)))
    from sig.protection p where p.case_id in (select d.case_id from sig.statutory_disclosure d
      where d.recipient_id = reader and d.decided_at <= at and at < least(d.until, coalesce(d.ended_at, d.until)))
    order by p.valid_from, p.id;
end $$;
revoke execute on function sig.check_disclosure(), sig.check_copy(), sig.received_protections() from public;
grant execute on function sig.received_protections() to sig_reader;
`;

/** Conditions below look a disclosure up under its own policy, so that what it hides is hidden here as well. */
const disclosure = (condition: string): string =>
  `exists (select from sig.statutory_disclosure d where d.id = disclosure_id and ${condition})`;

const POLICIES = [
  ...['statutory_disclosure', 'disclosure_reason', 'disclosed_copy'].map(forceRowSecurity),
  readerMaySelect('statutory_disclosure', `(${RECEIVED})\n  or (${OF_OWN_AGENCY})\n  or (${TOLD})`),
  readerMaySelect('disclosure_reason', OF_OWN_AGENCY),
  readerMaySelect(
    'disclosed_copy',
    `${disclosure(`(d.recipient_id = ${once('role_term')} or d.holder_id = ${once('agency')})`)}
  and (kind not in ('CONTACT', 'MEETING_PLACE') or not sig.is_protected(case_id, subject_ids, holder_id))`,
  ),
  writerMay('statutory_disclosure', ['select', 'insert'], CASE_IS_LOCKED),
  `create policy writer_update on sig.statutory_disclosure for update to sig_writer using (${CASE_IS_LOCKED}) with check (${CASE_IS_LOCKED});
grant update (ended_at, ended_by_id) on sig.statutory_disclosure to sig_writer;`,
  writerMay('disclosure_reason', ['insert'], CASE_IS_LOCKED),
  writerMay('disclosed_copy', ['insert'], CASE_IS_LOCKED),
  `create policy recipient_insert on sig.access_record for insert to sig_reader with check (
  exists (select from sig.statutory_disclosure d where d.case_id = access_record.case_id and d.recipient_id = ${once('role_term')})
    and viewer_id = ${once('viewer')} and capacity = ${once('capacity')} and agency_id is not distinct from ${once('agency')} and at = ${once('at')});`,
  // A family that may not know of a disclosure yet does not see either that somebody read its copy.
  `create policy reader_is_told on sig.access_record as restrictive for select to sig_reader using (
  not entries @? '$[*].basis ? (@.kind == "DISCLOSURE")' or not exists (
    select from jsonb_array_elements(entries) e where e -> 'basis' ->> 'kind' = 'DISCLOSURE' and not exists (
      select from sig.statutory_disclosure d where d.id = (e -> 'basis' ->> 'disclosureId')::uuid)));`,
].join('\n');

const DOWN = `
drop policy reader_is_told on sig.access_record;
drop policy recipient_insert on sig.access_record;
drop table sig.disclosed_copy, sig.disclosure_reason, sig.statutory_disclosure;
drop function sig.received_protections(), sig.check_copy(), sig.check_disclosure();
`;

/** Disclosures without consent: the holder's decision, its reasons, and the copy that its one recipient reads. */
export class Disclosure extends Migration {
  override up(): void {
    this.addSql([TABLES, FUNCTIONS, POLICIES].join('\n'));
  }

  override down(): void {
    this.addSql(DOWN);
  }
}
