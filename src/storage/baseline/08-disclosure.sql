-- Disclosures without consent: the holder's decision, its reasons, and the copy that its one recipient reads.

-- Whoever writes: the holder's own role that carries the right, to another agency's role, all in the case's municipality.
create function sig.check_disclosure() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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

create function sig.check_copy() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not new.subject_ids <@ array(select p.id from sig.person p where p.case_id = new.case_id) then
    raise exception 'A copy names somebody of another case'
      using errcode = 'check_violation', schema = 'sig', table = 'disclosed_copy';
  end if;
  return null;
end $$;

create table sig.statutory_disclosure (
  id uuid primary key,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  holder_id uuid not null references sig.agency deferrable initially deferred,
  decided_by_id uuid not null references sig.role_term deferrable initially deferred,
  recipient_id uuid not null references sig.role_term deferrable initially deferred,
  ground text not null check (ground in ('OSL_10_2', 'OSL_10_15_A', 'OSL_10_18_A', 'OSL_10_27', 'LAG_2025_170_4',
    'LAG_2025_170_6', 'LAG_2025_170_7', 'SOL_19_1', 'SOL_20_6')),
  categories text[] not null check (cardinality(categories) > 0 and categories <@ array[
    'IDENTITY', 'CONTACT', 'FAMILY', 'SCHOOL_ATTENDANCE', 'SCHOOL_RESULTS', 'STUDENT_HEALTH',
    'HEALTH', 'SUBSTANCE_USE', 'OFFENDING', 'SOCIAL_SUPPORT', 'LEISURE', 'EMPLOYMENT', 'PLAN', 'MEETING']),
  -- The recipient does not know the case, nor its key.
  wrapped_key bytea not null,
  about_sealed bytea not null,
  decided_at timestamptz(3) not null,
  until timestamptz(3) not null check (until > decided_at and until <= decided_at + interval '2160 hours'),
  ended_at timestamptz(3) check (ended_at >= decided_at),
  ended_by_id uuid references sig.role_term deferrable initially deferred,
  told_from timestamptz(3) not null check (told_from >= decided_at),
  kept_from_ids uuid[] not null,
  check (num_nulls(ended_at, ended_by_id) in (0, 2)),
  unique (id, case_id, holder_id)
);
create index on sig.statutory_disclosure (case_id);
create index on sig.statutory_disclosure (recipient_id);
alter table sig.statutory_disclosure enable row level security, force row level security;
create policy owner on sig.statutory_disclosure to sig_owner using (true) with check (true);
create policy reader on sig.statutory_disclosure for select to sig_reader
  using (
    -- In force for the viewer, who is its recipient;
    (recipient_id = (select sig.role_term()) and decided_at <= (select sig.at())
      and (select sig.at()) < least(until, coalesce(ended_at, until)))
    -- of the viewer's own agency;
    or (case_id = any((select sig.known_cases())::uuid[]) and holder_id = (select sig.agency()))
    -- or told to the family by now.
    or (case_id = any((select sig.known_cases())::uuid[]) and (select sig.young_person()) is not null
      and told_from <= (select sig.at()) and not (select sig.viewer()) = any(kept_from_ids)));
create policy writer_select on sig.statutory_disclosure for select to sig_writer
  using (case_id = (select sig.locked_case()));
create policy writer_insert on sig.statutory_disclosure for insert to sig_writer
  with check (case_id = (select sig.locked_case()));
create policy writer_update on sig.statutory_disclosure for update to sig_writer
  using (case_id = (select sig.locked_case()))
  with check (case_id = (select sig.locked_case()));
grant select on sig.statutory_disclosure to sig_reader;
grant select, insert, update (ended_at, ended_by_id) on sig.statutory_disclosure to sig_writer;

create table sig.disclosure_reason (
  disclosure_id uuid primary key,
  case_id uuid not null,
  holder_id uuid not null,
  reasons_sealed bytea not null,
  delay_reason_sealed bytea,
  foreign key (disclosure_id, case_id, holder_id)
    references sig.statutory_disclosure (id, case_id, holder_id) deferrable initially deferred
);
alter table sig.disclosure_reason enable row level security, force row level security;
create policy owner on sig.disclosure_reason to sig_owner using (true) with check (true);
create policy reader on sig.disclosure_reason for select to sig_reader
  using (case_id = any((select sig.known_cases())::uuid[]) and holder_id = (select sig.agency()));
create policy writer_insert on sig.disclosure_reason for insert to sig_writer
  with check (case_id = (select sig.locked_case()));
grant select on sig.disclosure_reason to sig_reader;
grant insert on sig.disclosure_reason to sig_writer;

create table sig.disclosed_copy (
  id uuid primary key,
  case_id uuid not null,
  disclosure_id uuid not null,
  holder_id uuid not null,
  piece_id uuid not null,
  kind text not null,
  category text not null check (category in (
    'IDENTITY', 'CONTACT', 'FAMILY', 'SCHOOL_ATTENDANCE', 'SCHOOL_RESULTS', 'STUDENT_HEALTH',
    'HEALTH', 'SUBSTANCE_USE', 'OFFENDING', 'SOCIAL_SUPPORT', 'LEISURE', 'EMPLOYMENT', 'PLAN', 'MEETING')),
  subject_ids uuid[] not null check (cardinality(subject_ids) > 0),
  position int not null,
  recorded_at timestamptz(3) not null,
  content_sealed bytea not null,
  unique (disclosure_id, piece_id),
  foreign key (disclosure_id, case_id, holder_id)
    references sig.statutory_disclosure (id, case_id, holder_id) deferrable initially deferred
);
alter table sig.disclosed_copy enable row level security, force row level security;
create policy owner on sig.disclosed_copy to sig_owner using (true) with check (true);
-- The disclosure is looked up under its own policy, so that what it hides is hidden here as well.
create policy reader on sig.disclosed_copy for select to sig_reader
  using (exists (select from sig.statutory_disclosure d where d.id = disclosure_id
      and (d.recipient_id = (select sig.role_term()) or d.holder_id = (select sig.agency())))
    and (kind not in (select k.name from sig.piece_kind k where k.tells_place) or not sig.is_protected(case_id, subject_ids, holder_id)));
create policy writer_insert on sig.disclosed_copy for insert to sig_writer
  with check (case_id = (select sig.locked_case()));
grant select on sig.disclosed_copy to sig_reader;
grant insert on sig.disclosed_copy to sig_writer;

create constraint trigger disclosure_of_holder after insert on sig.statutory_disclosure
  deferrable initially deferred for each row execute function sig.check_disclosure();
create constraint trigger copy_in_case after insert on sig.disclosed_copy
  deferrable initially deferred for each row execute function sig.check_copy();

-- The protections in the cases that the viewer has received something of: the decision about a copy rests on them, and
-- its reader knows nothing else of the case.
create function sig.received_protections() returns table (case_id uuid, protection json)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
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
grant execute on function sig.received_protections() to sig_reader;
