-- Every table of pieces of information, of the same shape: case, holder, category, whom it is about, and what keeps it back.
-- A policy states the core's decision again and shares no code with it, so that a fault in one does not open the other. The
-- policies look up everything themselves: a reader who may run any SQL can name a viewer, but cannot name a cell. A
-- sub-select that depends on no row is run once a statement, whatever the number of rows.

-- Whoever writes: a piece is held by an agency of the case's municipality and names nobody of another case.
create function sig.check_piece() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_generic_plan set jit = off as $$
begin
  if not exists (select from sig.agency a join sig.case_file c on c.municipality_id = a.municipality_id
    where a.id = new.holder_id and c.id = new.case_id) then
    raise exception 'A piece is held outside the municipality'
      using errcode = 'check_violation', schema = 'sig', table = tg_table_name;
  end if;
  if not new.subject_ids || new.hidden_from_ids <@ array(select p.id from sig.person p where p.case_id = new.case_id) then
    raise exception 'A piece names somebody of another case'
      using errcode = 'check_violation', schema = 'sig', table = tg_table_name;
  end if;
  return null;
end $$;

create table sig.person_identity (
  id uuid primary key,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  holder_id uuid not null references sig.agency deferrable initially deferred,
  category text not null check (category in ('IDENTITY', 'FAMILY')),
  subject_ids uuid[] not null check (cardinality(subject_ids) > 0 and array_position(subject_ids, null) is null),
  held_back boolean not null,
  hidden_from_ids uuid[] not null,
  recorded_at timestamptz(3) not null,
  person_id uuid not null,
  given_name_sealed bytea not null,
  family_name_sealed bytea not null,
  personal_identity_number_sealed bytea,
  personal_identity_number_hash bytea,
  unique (person_id, holder_id),
  foreign key (person_id, case_id) references sig.person (id, case_id) deferrable initially deferred
);
create index on sig.person_identity (case_id);
create index on sig.person_identity (personal_identity_number_hash);
create constraint trigger piece_in_case after insert or update on sig.person_identity
  deferrable initially deferred for each row execute function sig.check_piece();
alter table sig.person_identity enable row level security, force row level security;
create policy owner on sig.person_identity to sig_owner using (true) with check (true);
create policy reader on sig.person_identity for select to sig_reader
  using (person_identity.case_id = any((select sig.known_cases())::uuid[])
  and (person_identity.holder_id = (select sig.agency())
    or ((select sig.capacity()) = 'COORDINATOR' and exists (select from sig.person n where n.id = person_identity.person_id and n.kind = 'GUARDIAN'))
    or ((select sig.young_person()) is not null and not person_identity.held_back and not (select sig.viewer()) = any(person_identity.hidden_from_ids) and (person_identity.subject_ids <@ array[(select sig.young_person())] or exists (select from sig.person n where n.id = person_identity.person_id and n.kind = 'GUARDIAN')))
    or (not person_identity.held_back and (select sig.agency()) is not null and not exists (
      select from unnest(person_identity.subject_ids) as subject (id) where not exists (
        select from sig.opening o
        where o.case_id = person_identity.case_id and o.recipient_id = (select sig.agency()) and o.holder_id = person_identity.holder_id
          and o.category = person_identity.category and o.subject_id = subject.id
          and o.valid @> (select sig.at()) and o.data @> person_identity.recorded_at::timestamptz)))));
create policy writer_select on sig.person_identity for select to sig_writer
  using (case_id = (select sig.locked_case()));
create policy writer_insert on sig.person_identity for insert to sig_writer
  with check (case_id = (select sig.locked_case()));
create policy writer_update on sig.person_identity for update to sig_writer
  using (case_id = (select sig.locked_case()))
  with check (case_id = (select sig.locked_case()));
create policy writer_delete on sig.person_identity for delete to sig_writer
  using (case_id = (select sig.locked_case()));
grant select on sig.person_identity to sig_reader;
grant select, insert, update, delete on sig.person_identity to sig_writer;

create table sig.person_contact (
  id uuid primary key,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  holder_id uuid not null references sig.agency deferrable initially deferred,
  category text not null check (category in ('CONTACT')),
  subject_ids uuid[] not null check (cardinality(subject_ids) > 0 and array_position(subject_ids, null) is null),
  held_back boolean not null,
  hidden_from_ids uuid[] not null,
  recorded_at timestamptz(3) not null,
  person_id uuid not null,
  address_sealed bytea,
  phone_sealed bytea,
  unique (person_id, holder_id),
  foreign key (person_id, case_id) references sig.person (id, case_id) deferrable initially deferred
);
create index on sig.person_contact (case_id);
create constraint trigger piece_in_case after insert or update on sig.person_contact
  deferrable initially deferred for each row execute function sig.check_piece();
alter table sig.person_contact enable row level security, force row level security;
create policy owner on sig.person_contact to sig_owner using (true) with check (true);
create policy reader on sig.person_contact for select to sig_reader
  using (person_contact.case_id = any((select sig.known_cases())::uuid[])
  and not sig.is_protected(person_contact.case_id, person_contact.subject_ids, person_contact.holder_id)
  and (person_contact.holder_id = (select sig.agency())
    or ((select sig.young_person()) is not null and not person_contact.held_back and not (select sig.viewer()) = any(person_contact.hidden_from_ids) and person_contact.subject_ids <@ array[(select sig.young_person())])
    or (not person_contact.held_back and (select sig.agency()) is not null and not exists (
      select from unnest(person_contact.subject_ids) as subject (id) where not exists (
        select from sig.opening o
        where o.case_id = person_contact.case_id and o.recipient_id = (select sig.agency()) and o.holder_id = person_contact.holder_id
          and o.category = person_contact.category and o.subject_id = subject.id
          and o.valid @> (select sig.at()) and o.data @> person_contact.recorded_at::timestamptz)))));
create policy writer_select on sig.person_contact for select to sig_writer
  using (case_id = (select sig.locked_case()));
create policy writer_insert on sig.person_contact for insert to sig_writer
  with check (case_id = (select sig.locked_case()));
create policy writer_update on sig.person_contact for update to sig_writer
  using (case_id = (select sig.locked_case()))
  with check (case_id = (select sig.locked_case()));
create policy writer_delete on sig.person_contact for delete to sig_writer
  using (case_id = (select sig.locked_case()));
grant select on sig.person_contact to sig_reader;
grant select, insert, update, delete on sig.person_contact to sig_writer;

create table sig.situation (
  id uuid primary key,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  holder_id uuid not null references sig.agency deferrable initially deferred,
  category text not null check (category in ('IDENTITY', 'CONTACT', 'FAMILY', 'SCHOOL_ATTENDANCE', 'SCHOOL_RESULTS', 'STUDENT_HEALTH', 'HEALTH',
  'SUBSTANCE_USE', 'OFFENDING', 'SOCIAL_SUPPORT', 'LEISURE', 'EMPLOYMENT', 'PLAN', 'MEETING')),
  subject_ids uuid[] not null check (cardinality(subject_ids) > 0 and array_position(subject_ids, null) is null),
  held_back boolean not null,
  hidden_from_ids uuid[] not null,
  recorded_at timestamptz(3) not null,
  content_sealed bytea not null,
  unique (case_id, holder_id, category)
);
create index on sig.situation (case_id);
create constraint trigger piece_in_case after insert or update on sig.situation
  deferrable initially deferred for each row execute function sig.check_piece();
alter table sig.situation enable row level security, force row level security;
create policy owner on sig.situation to sig_owner using (true) with check (true);
create policy reader on sig.situation for select to sig_reader
  using (situation.case_id = any((select sig.known_cases())::uuid[])
  and (situation.holder_id = (select sig.agency())
    or ((select sig.young_person()) is not null and not situation.held_back and not (select sig.viewer()) = any(situation.hidden_from_ids) and situation.subject_ids <@ array[(select sig.young_person())] and situation.category in ('IDENTITY', 'CONTACT', 'PLAN', 'MEETING'))
    or (not situation.held_back and (select sig.agency()) is not null and not exists (
      select from unnest(situation.subject_ids) as subject (id) where not exists (
        select from sig.opening o
        where o.case_id = situation.case_id and o.recipient_id = (select sig.agency()) and o.holder_id = situation.holder_id
          and o.category = situation.category and o.subject_id = subject.id
          and o.valid @> (select sig.at()) and o.data @> situation.recorded_at::timestamptz)))));
create policy writer_select on sig.situation for select to sig_writer using (case_id = (select sig.locked_case()));
create policy writer_insert on sig.situation for insert to sig_writer
  with check (case_id = (select sig.locked_case()));
create policy writer_update on sig.situation for update to sig_writer
  using (case_id = (select sig.locked_case()))
  with check (case_id = (select sig.locked_case()));
create policy writer_delete on sig.situation for delete to sig_writer using (case_id = (select sig.locked_case()));
grant select on sig.situation to sig_reader;
grant select, insert, update, delete on sig.situation to sig_writer;

create table sig.note (
  id uuid primary key,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  holder_id uuid not null references sig.agency deferrable initially deferred,
  category text not null check (category in ('IDENTITY', 'CONTACT', 'FAMILY', 'SCHOOL_ATTENDANCE', 'SCHOOL_RESULTS', 'STUDENT_HEALTH', 'HEALTH',
  'SUBSTANCE_USE', 'OFFENDING', 'SOCIAL_SUPPORT', 'LEISURE', 'EMPLOYMENT', 'PLAN', 'MEETING')),
  subject_ids uuid[] not null check (cardinality(subject_ids) > 0 and array_position(subject_ids, null) is null),
  held_back boolean not null,
  hidden_from_ids uuid[] not null,
  recorded_at timestamptz(3) not null,
  text_sealed bytea not null,
  author_id uuid not null references sig.role_term deferrable initially deferred,
  written_at timestamptz(3) not null,
  -- The note that this one corrects.
  corrects_id uuid unique,
  constraint note_in_case unique (id, case_id),
  constraint note_corrects foreign key (corrects_id, case_id) references sig.note (id, case_id) deferrable initially deferred
);
create index on sig.note (case_id);
create constraint trigger piece_in_case after insert or update on sig.note
  deferrable initially deferred for each row execute function sig.check_piece();
alter table sig.note enable row level security, force row level security;
create policy owner on sig.note to sig_owner using (true) with check (true);
create policy reader on sig.note for select to sig_reader
  using (note.case_id = any((select sig.known_cases())::uuid[])
  and (note.holder_id = (select sig.agency())
    or ((select sig.young_person()) is not null and not note.held_back and not (select sig.viewer()) = any(note.hidden_from_ids) and note.subject_ids <@ array[(select sig.young_person())] and note.category in ('IDENTITY', 'CONTACT', 'PLAN', 'MEETING'))
    or (not note.held_back and (select sig.agency()) is not null and not exists (
      select from unnest(note.subject_ids) as subject (id) where not exists (
        select from sig.opening o
        where o.case_id = note.case_id and o.recipient_id = (select sig.agency()) and o.holder_id = note.holder_id
          and o.category = note.category and o.subject_id = subject.id
          and o.valid @> (select sig.at()) and o.data @> note.recorded_at::timestamptz)))));
create policy writer_select on sig.note for select to sig_writer using (case_id = (select sig.locked_case()));
create policy writer_insert on sig.note for insert to sig_writer with check (case_id = (select sig.locked_case()));
create policy writer_update on sig.note for update to sig_writer
  using (case_id = (select sig.locked_case()))
  with check (case_id = (select sig.locked_case()));
create policy writer_delete on sig.note for delete to sig_writer using (case_id = (select sig.locked_case()));
grant select on sig.note to sig_reader;
grant select, insert, update, delete on sig.note to sig_writer;

create table sig.plan (
  id uuid primary key,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  holder_id uuid not null references sig.agency deferrable initially deferred,
  category text not null check (category in ('PLAN')),
  subject_ids uuid[] not null check (cardinality(subject_ids) > 0 and array_position(subject_ids, null) is null),
  held_back boolean not null,
  hidden_from_ids uuid[] not null,
  recorded_at timestamptz(3) not null,
  overall_responsible_id uuid references sig.role_term deferrable initially deferred,
  unique (id, case_id)
);
create index on sig.plan (case_id);
create constraint trigger piece_in_case after insert or update on sig.plan
  deferrable initially deferred for each row execute function sig.check_piece();
alter table sig.plan enable row level security, force row level security;
create policy owner on sig.plan to sig_owner using (true) with check (true);
create policy reader on sig.plan for select to sig_reader
  using (plan.case_id = any((select sig.known_cases())::uuid[])
  and (plan.holder_id = (select sig.agency())
    or ((select sig.young_person()) is not null and not plan.held_back and not (select sig.viewer()) = any(plan.hidden_from_ids) and plan.subject_ids <@ array[(select sig.young_person())])
    or (not plan.held_back and (select sig.agency()) is not null and not exists (
      select from unnest(plan.subject_ids) as subject (id) where not exists (
        select from sig.opening o
        where o.case_id = plan.case_id and o.recipient_id = (select sig.agency()) and o.holder_id = plan.holder_id
          and o.category = plan.category and o.subject_id = subject.id
          and o.valid @> (select sig.at()) and o.data @> plan.recorded_at::timestamptz)))));
create policy writer_select on sig.plan for select to sig_writer using (case_id = (select sig.locked_case()));
create policy writer_insert on sig.plan for insert to sig_writer with check (case_id = (select sig.locked_case()));
create policy writer_update on sig.plan for update to sig_writer
  using (case_id = (select sig.locked_case()))
  with check (case_id = (select sig.locked_case()));
create policy writer_delete on sig.plan for delete to sig_writer using (case_id = (select sig.locked_case()));
grant select on sig.plan to sig_reader;
grant select, insert, update, delete on sig.plan to sig_writer;

create table sig.goal (
  id uuid primary key,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  holder_id uuid not null references sig.agency deferrable initially deferred,
  category text not null check (category in ('IDENTITY', 'CONTACT', 'FAMILY', 'SCHOOL_ATTENDANCE', 'SCHOOL_RESULTS', 'STUDENT_HEALTH', 'HEALTH',
  'SUBSTANCE_USE', 'OFFENDING', 'SOCIAL_SUPPORT', 'LEISURE', 'EMPLOYMENT', 'PLAN', 'MEETING')),
  subject_ids uuid[] not null check (cardinality(subject_ids) > 0 and array_position(subject_ids, null) is null),
  held_back boolean not null,
  hidden_from_ids uuid[] not null,
  recorded_at timestamptz(3) not null,
  plan_id uuid not null,
  position int not null,
  version int not null check (version > 0),
  in_own_words_sealed bytea,
  in_professional_words_sealed bytea,
  check (num_nonnulls(in_own_words_sealed, in_professional_words_sealed) > 0),
  unique (id, case_id),
  foreign key (plan_id, case_id) references sig.plan (id, case_id) deferrable initially deferred
);
create index on sig.goal (case_id);
create constraint trigger piece_in_case after insert or update on sig.goal
  deferrable initially deferred for each row execute function sig.check_piece();
alter table sig.goal enable row level security, force row level security;
create policy owner on sig.goal to sig_owner using (true) with check (true);
create policy reader on sig.goal for select to sig_reader
  using (goal.case_id = any((select sig.known_cases())::uuid[])
  and (goal.holder_id = (select sig.agency())
    or ((select sig.young_person()) is not null and not goal.held_back and not (select sig.viewer()) = any(goal.hidden_from_ids) and goal.subject_ids <@ array[(select sig.young_person())])
    or (not goal.held_back and (select sig.agency()) is not null and not exists (
      select from unnest(goal.subject_ids) as subject (id) where not exists (
        select from sig.opening o
        where o.case_id = goal.case_id and o.recipient_id = (select sig.agency()) and o.holder_id = goal.holder_id
          and o.category = goal.category and o.subject_id = subject.id
          and o.valid @> (select sig.at()) and o.data @> goal.recorded_at::timestamptz)))));
create policy writer_select on sig.goal for select to sig_writer using (case_id = (select sig.locked_case()));
create policy writer_insert on sig.goal for insert to sig_writer with check (case_id = (select sig.locked_case()));
create policy writer_update on sig.goal for update to sig_writer
  using (case_id = (select sig.locked_case()))
  with check (case_id = (select sig.locked_case()));
create policy writer_delete on sig.goal for delete to sig_writer using (case_id = (select sig.locked_case()));
grant select on sig.goal to sig_reader;
grant select, insert, update, delete on sig.goal to sig_writer;

create table sig.action (
  id uuid primary key,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  holder_id uuid not null references sig.agency deferrable initially deferred,
  category text not null check (category in ('IDENTITY', 'CONTACT', 'FAMILY', 'SCHOOL_ATTENDANCE', 'SCHOOL_RESULTS', 'STUDENT_HEALTH', 'HEALTH',
  'SUBSTANCE_USE', 'OFFENDING', 'SOCIAL_SUPPORT', 'LEISURE', 'EMPLOYMENT', 'PLAN', 'MEETING')),
  subject_ids uuid[] not null check (cardinality(subject_ids) > 0 and array_position(subject_ids, null) is null),
  held_back boolean not null,
  hidden_from_ids uuid[] not null,
  recorded_at timestamptz(3) not null,
  plan_id uuid not null,
  goal_id uuid not null,
  position int not null,
  version int not null check (version > 0),
  what_sealed bytea not null,
  responsible_kind text not null check (responsible_kind in ('PROFESSIONAL', 'AGENCY', 'YOUNG_PERSON', 'GUARDIAN',
    'IMPORTANT_PERSON')),
  responsible_id uuid not null,
  due_on date,
  status text not null check (status in ('PLANNED', 'IN_PROGRESS', 'DONE', 'NOT_DONE', 'CANCELLED')),
  supports text not null check (supports in ('YOUNG_PERSON', 'GUARDIANS')),
  constraint action_in_case unique (id, case_id),
  foreign key (plan_id, case_id) references sig.plan (id, case_id) deferrable initially deferred,
  foreign key (goal_id, case_id) references sig.goal (id, case_id) deferrable initially deferred
);
create index on sig.action (case_id);
create constraint trigger piece_in_case after insert or update on sig.action
  deferrable initially deferred for each row execute function sig.check_piece();
alter table sig.action enable row level security, force row level security;
create policy owner on sig.action to sig_owner using (true) with check (true);
create policy reader on sig.action for select to sig_reader
  using (action.case_id = any((select sig.known_cases())::uuid[])
  and (action.holder_id = (select sig.agency())
    or ((select sig.young_person()) is not null and not action.held_back and not (select sig.viewer()) = any(action.hidden_from_ids) and action.subject_ids <@ array[(select sig.young_person())])
    or (not action.held_back and (select sig.agency()) is not null and not exists (
      select from unnest(action.subject_ids) as subject (id) where not exists (
        select from sig.opening o
        where o.case_id = action.case_id and o.recipient_id = (select sig.agency()) and o.holder_id = action.holder_id
          and o.category = action.category and o.subject_id = subject.id
          and o.valid @> (select sig.at()) and o.data @> action.recorded_at::timestamptz)))));
create policy writer_select on sig.action for select to sig_writer using (case_id = (select sig.locked_case()));
create policy writer_insert on sig.action for insert to sig_writer with check (case_id = (select sig.locked_case()));
create policy writer_update on sig.action for update to sig_writer
  using (case_id = (select sig.locked_case()))
  with check (case_id = (select sig.locked_case()));
create policy writer_delete on sig.action for delete to sig_writer using (case_id = (select sig.locked_case()));
grant select on sig.action to sig_reader;
grant select, insert, update, delete on sig.action to sig_writer;

create table sig.meeting (
  id uuid primary key,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  holder_id uuid not null references sig.agency deferrable initially deferred,
  category text not null check (category in ('MEETING')),
  subject_ids uuid[] not null check (cardinality(subject_ids) > 0 and array_position(subject_ids, null) is null),
  held_back boolean not null,
  hidden_from_ids uuid[] not null,
  recorded_at timestamptz(3) not null,
  kind text not null check (kind in ('INTRODUCTION', 'FIRST', 'FOLLOW_UP', 'CLOSING', 'STEERING')),
  status text not null check (status in ('PLANNED', 'HELD', 'CANCELLED')),
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null check (ends_at >= starts_at),
  version int not null check (version > 0),
  unique (id, case_id)
);
create index on sig.meeting (case_id);
create constraint trigger piece_in_case after insert or update on sig.meeting
  deferrable initially deferred for each row execute function sig.check_piece();
alter table sig.meeting enable row level security, force row level security;
create policy owner on sig.meeting to sig_owner using (true) with check (true);
create policy reader on sig.meeting for select to sig_reader
  using (meeting.case_id = any((select sig.known_cases())::uuid[])
  and (meeting.holder_id = (select sig.agency())
    or ((select sig.young_person()) is not null and not meeting.held_back and not (select sig.viewer()) = any(meeting.hidden_from_ids) and meeting.subject_ids <@ array[(select sig.young_person())])
    or (not meeting.held_back and (select sig.agency()) is not null and not exists (
      select from unnest(meeting.subject_ids) as subject (id) where not exists (
        select from sig.opening o
        where o.case_id = meeting.case_id and o.recipient_id = (select sig.agency()) and o.holder_id = meeting.holder_id
          and o.category = meeting.category and o.subject_id = subject.id
          and o.valid @> (select sig.at()) and o.data @> meeting.recorded_at::timestamptz)))));
create policy writer_select on sig.meeting for select to sig_writer using (case_id = (select sig.locked_case()));
create policy writer_insert on sig.meeting for insert to sig_writer with check (case_id = (select sig.locked_case()));
create policy writer_update on sig.meeting for update to sig_writer
  using (case_id = (select sig.locked_case()))
  with check (case_id = (select sig.locked_case()));
create policy writer_delete on sig.meeting for delete to sig_writer using (case_id = (select sig.locked_case()));
grant select on sig.meeting to sig_reader;
grant select, insert, update, delete on sig.meeting to sig_writer;

create table sig.meeting_place (
  id uuid primary key,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  holder_id uuid not null references sig.agency deferrable initially deferred,
  category text not null check (category in ('MEETING')),
  subject_ids uuid[] not null check (cardinality(subject_ids) > 0 and array_position(subject_ids, null) is null),
  held_back boolean not null,
  hidden_from_ids uuid[] not null,
  recorded_at timestamptz(3) not null,
  meeting_id uuid not null unique,
  place_sealed bytea not null,
  foreign key (meeting_id, case_id) references sig.meeting (id, case_id) deferrable initially deferred
);
create index on sig.meeting_place (case_id);
create constraint trigger piece_in_case after insert or update on sig.meeting_place
  deferrable initially deferred for each row execute function sig.check_piece();
alter table sig.meeting_place enable row level security, force row level security;
create policy owner on sig.meeting_place to sig_owner using (true) with check (true);
create policy reader on sig.meeting_place for select to sig_reader
  using (meeting_place.case_id = any((select sig.known_cases())::uuid[])
  and not sig.is_protected(meeting_place.case_id, meeting_place.subject_ids, meeting_place.holder_id)
  and (meeting_place.holder_id = (select sig.agency())
    or ((select sig.young_person()) is not null and not meeting_place.held_back and not (select sig.viewer()) = any(meeting_place.hidden_from_ids) and meeting_place.subject_ids <@ array[(select sig.young_person())])
    or (not meeting_place.held_back and (select sig.agency()) is not null and not exists (
      select from unnest(meeting_place.subject_ids) as subject (id) where not exists (
        select from sig.opening o
        where o.case_id = meeting_place.case_id and o.recipient_id = (select sig.agency()) and o.holder_id = meeting_place.holder_id
          and o.category = meeting_place.category and o.subject_id = subject.id
          and o.valid @> (select sig.at()) and o.data @> meeting_place.recorded_at::timestamptz)))));
create policy writer_select on sig.meeting_place for select to sig_writer using (case_id = (select sig.locked_case()));
create policy writer_insert on sig.meeting_place for insert to sig_writer
  with check (case_id = (select sig.locked_case()));
create policy writer_update on sig.meeting_place for update to sig_writer
  using (case_id = (select sig.locked_case()))
  with check (case_id = (select sig.locked_case()));
create policy writer_delete on sig.meeting_place for delete to sig_writer using (case_id = (select sig.locked_case()));
grant select on sig.meeting_place to sig_reader;
grant select, insert, update, delete on sig.meeting_place to sig_writer;

create table sig.important_person (
  id uuid primary key,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  holder_id uuid not null references sig.agency deferrable initially deferred,
  category text not null check (category in ('FAMILY')),
  subject_ids uuid[] not null check (cardinality(subject_ids) > 0 and array_position(subject_ids, null) is null),
  held_back boolean not null,
  hidden_from_ids uuid[] not null,
  recorded_at timestamptz(3) not null,
  name_sealed bytea not null,
  relation_sealed bytea not null,
  contact_sealed bytea,
  valid_from date not null,
  valid_until date,
  constraint important_person_period check (valid_until >= valid_from)
);
create index on sig.important_person (case_id);
create constraint trigger piece_in_case after insert or update on sig.important_person
  deferrable initially deferred for each row execute function sig.check_piece();
alter table sig.important_person enable row level security, force row level security;
create policy owner on sig.important_person to sig_owner using (true) with check (true);
create policy reader on sig.important_person for select to sig_reader
  using (important_person.case_id = any((select sig.known_cases())::uuid[])
  and (important_person.holder_id = (select sig.agency())
    or ((select sig.young_person()) is not null and not important_person.held_back and not (select sig.viewer()) = any(important_person.hidden_from_ids) and important_person.subject_ids <@ array[(select sig.young_person())])
    or (not important_person.held_back and (select sig.agency()) is not null and not exists (
      select from unnest(important_person.subject_ids) as subject (id) where not exists (
        select from sig.opening o
        where o.case_id = important_person.case_id and o.recipient_id = (select sig.agency()) and o.holder_id = important_person.holder_id
          and o.category = important_person.category and o.subject_id = subject.id
          and o.valid @> (select sig.at()) and o.data @> important_person.recorded_at::timestamptz)))));
create policy writer_select on sig.important_person for select to sig_writer
  using (case_id = (select sig.locked_case()));
create policy writer_insert on sig.important_person for insert to sig_writer
  with check (case_id = (select sig.locked_case()));
create policy writer_update on sig.important_person for update to sig_writer
  using (case_id = (select sig.locked_case()))
  with check (case_id = (select sig.locked_case()));
create policy writer_delete on sig.important_person for delete to sig_writer
  using (case_id = (select sig.locked_case()));
grant select on sig.important_person to sig_reader;
grant select, insert, update, delete on sig.important_person to sig_writer;

create table sig.mapping (
  id uuid primary key,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  holder_id uuid not null references sig.agency deferrable initially deferred,
  category text not null check (category in ('IDENTITY', 'CONTACT', 'FAMILY', 'SCHOOL_ATTENDANCE', 'SCHOOL_RESULTS', 'STUDENT_HEALTH', 'HEALTH',
  'SUBSTANCE_USE', 'OFFENDING', 'SOCIAL_SUPPORT', 'LEISURE', 'EMPLOYMENT', 'PLAN', 'MEETING')),
  subject_ids uuid[] not null check (cardinality(subject_ids) > 0 and array_position(subject_ids, null) is null),
  held_back boolean not null,
  hidden_from_ids uuid[] not null,
  recorded_at timestamptz(3) not null,
  strengths_sealed bytea,
  needs_sealed bytea,
  author_id uuid not null references sig.role_term deferrable initially deferred,
  mapped_on date not null,
  check (num_nonnulls(strengths_sealed, needs_sealed) > 0)
);
create index on sig.mapping (case_id);
create constraint trigger piece_in_case after insert or update on sig.mapping
  deferrable initially deferred for each row execute function sig.check_piece();
alter table sig.mapping enable row level security, force row level security;
create policy owner on sig.mapping to sig_owner using (true) with check (true);
create policy reader on sig.mapping for select to sig_reader
  using (mapping.case_id = any((select sig.known_cases())::uuid[])
  and (mapping.holder_id = (select sig.agency())
    or ((select sig.young_person()) is not null and not mapping.held_back and not (select sig.viewer()) = any(mapping.hidden_from_ids) and mapping.subject_ids <@ array[(select sig.young_person())] and mapping.category in ('IDENTITY', 'CONTACT', 'PLAN', 'MEETING'))
    or (not mapping.held_back and (select sig.agency()) is not null and not exists (
      select from unnest(mapping.subject_ids) as subject (id) where not exists (
        select from sig.opening o
        where o.case_id = mapping.case_id and o.recipient_id = (select sig.agency()) and o.holder_id = mapping.holder_id
          and o.category = mapping.category and o.subject_id = subject.id
          and o.valid @> (select sig.at()) and o.data @> mapping.recorded_at::timestamptz)))));
create policy writer_select on sig.mapping for select to sig_writer using (case_id = (select sig.locked_case()));
create policy writer_insert on sig.mapping for insert to sig_writer with check (case_id = (select sig.locked_case()));
create policy writer_update on sig.mapping for update to sig_writer
  using (case_id = (select sig.locked_case()))
  with check (case_id = (select sig.locked_case()));
create policy writer_delete on sig.mapping for delete to sig_writer using (case_id = (select sig.locked_case()));
grant select on sig.mapping to sig_reader;
grant select, insert, update, delete on sig.mapping to sig_writer;

create table sig.objection (
  id uuid primary key,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  holder_id uuid not null references sig.agency deferrable initially deferred,
  category text not null check (category in ('IDENTITY', 'CONTACT', 'FAMILY', 'SCHOOL_ATTENDANCE', 'SCHOOL_RESULTS', 'STUDENT_HEALTH', 'HEALTH',
  'SUBSTANCE_USE', 'OFFENDING', 'SOCIAL_SUPPORT', 'LEISURE', 'EMPLOYMENT', 'PLAN', 'MEETING')),
  subject_ids uuid[] not null check (cardinality(subject_ids) > 0 and array_position(subject_ids, null) is null),
  held_back boolean not null,
  hidden_from_ids uuid[] not null,
  recorded_at timestamptz(3) not null,
  note_id uuid not null,
  text_sealed bytea not null,
  by_id uuid not null,
  made_at timestamptz(3) not null,
  foreign key (by_id, case_id) references sig.person (id, case_id) deferrable initially deferred,
  foreign key (note_id, case_id) references sig.note (id, case_id) deferrable initially deferred
);
create index on sig.objection (case_id);
create constraint trigger piece_in_case after insert or update on sig.objection
  deferrable initially deferred for each row execute function sig.check_piece();
alter table sig.objection enable row level security, force row level security;
create policy owner on sig.objection to sig_owner using (true) with check (true);
create policy reader on sig.objection for select to sig_reader
  using (objection.case_id = any((select sig.known_cases())::uuid[])
  and (objection.holder_id = (select sig.agency())
    or ((select sig.young_person()) is not null and not objection.held_back and not (select sig.viewer()) = any(objection.hidden_from_ids) and objection.subject_ids <@ array[(select sig.young_person())] and objection.category in ('IDENTITY', 'CONTACT', 'PLAN', 'MEETING'))
    or (not objection.held_back and (select sig.agency()) is not null and not exists (
      select from unnest(objection.subject_ids) as subject (id) where not exists (
        select from sig.opening o
        where o.case_id = objection.case_id and o.recipient_id = (select sig.agency()) and o.holder_id = objection.holder_id
          and o.category = objection.category and o.subject_id = subject.id
          and o.valid @> (select sig.at()) and o.data @> objection.recorded_at::timestamptz)))));
create policy writer_select on sig.objection for select to sig_writer using (case_id = (select sig.locked_case()));
create policy writer_insert on sig.objection for insert to sig_writer
  with check (case_id = (select sig.locked_case()));
create policy writer_update on sig.objection for update to sig_writer
  using (case_id = (select sig.locked_case()))
  with check (case_id = (select sig.locked_case()));
create policy writer_delete on sig.objection for delete to sig_writer using (case_id = (select sig.locked_case()));
grant select on sig.objection to sig_reader;
grant select, insert, update, delete on sig.objection to sig_writer;

create table sig.evaluation (
  id uuid primary key,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  holder_id uuid not null references sig.agency deferrable initially deferred,
  category text not null check (category in ('IDENTITY', 'CONTACT', 'FAMILY', 'SCHOOL_ATTENDANCE', 'SCHOOL_RESULTS', 'STUDENT_HEALTH', 'HEALTH',
  'SUBSTANCE_USE', 'OFFENDING', 'SOCIAL_SUPPORT', 'LEISURE', 'EMPLOYMENT', 'PLAN', 'MEETING')),
  subject_ids uuid[] not null check (cardinality(subject_ids) > 0 and array_position(subject_ids, null) is null),
  held_back boolean not null,
  hidden_from_ids uuid[] not null,
  recorded_at timestamptz(3) not null,
  -- Null for the evaluation of the whole, one in a case.
  action_id uuid,
  text_sealed bytea not null,
  author_id uuid references sig.role_term deferrable initially deferred,
  -- The young person, of an own action.
  by_id uuid,
  constraint evaluation_one_author check (num_nonnulls(author_id, by_id) = 1),
  constraint evaluation_by foreign key (by_id, case_id) references sig.person (id, case_id) deferrable initially deferred,
  evaluated_on date not null,
  foreign key (action_id, case_id) references sig.action (id, case_id) deferrable initially deferred
);
create index on sig.evaluation (case_id);
create unique index evaluation_of_the_whole on sig.evaluation (case_id) where action_id is null;
create constraint trigger piece_in_case after insert or update on sig.evaluation
  deferrable initially deferred for each row execute function sig.check_piece();
alter table sig.evaluation enable row level security, force row level security;
create policy owner on sig.evaluation to sig_owner using (true) with check (true);
create policy reader on sig.evaluation for select to sig_reader
  using (evaluation.case_id = any((select sig.known_cases())::uuid[])
  and (evaluation.holder_id = (select sig.agency())
    or ((select sig.young_person()) is not null and not evaluation.held_back and not (select sig.viewer()) = any(evaluation.hidden_from_ids) and evaluation.subject_ids <@ array[(select sig.young_person())])
    or (not evaluation.held_back and (select sig.agency()) is not null and not exists (
      select from unnest(evaluation.subject_ids) as subject (id) where not exists (
        select from sig.opening o
        where o.case_id = evaluation.case_id and o.recipient_id = (select sig.agency()) and o.holder_id = evaluation.holder_id
          and o.category = evaluation.category and o.subject_id = subject.id
          and o.valid @> (select sig.at()) and o.data @> evaluation.recorded_at::timestamptz)))));
create policy writer_select on sig.evaluation for select to sig_writer using (case_id = (select sig.locked_case()));
create policy writer_insert on sig.evaluation for insert to sig_writer
  with check (case_id = (select sig.locked_case()));
create policy writer_update on sig.evaluation for update to sig_writer
  using (case_id = (select sig.locked_case()))
  with check (case_id = (select sig.locked_case()));
create policy writer_delete on sig.evaluation for delete to sig_writer using (case_id = (select sig.locked_case()));
grant select on sig.evaluation to sig_reader;
grant select, insert, update, delete on sig.evaluation to sig_writer;

create table sig.plan_version (
  id uuid primary key,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  holder_id uuid not null references sig.agency deferrable initially deferred,
  category text not null check (category in ('IDENTITY', 'CONTACT', 'FAMILY', 'SCHOOL_ATTENDANCE', 'SCHOOL_RESULTS', 'STUDENT_HEALTH', 'HEALTH',
  'SUBSTANCE_USE', 'OFFENDING', 'SOCIAL_SUPPORT', 'LEISURE', 'EMPLOYMENT', 'PLAN', 'MEETING')),
  subject_ids uuid[] not null check (cardinality(subject_ids) > 0 and array_position(subject_ids, null) is null),
  held_back boolean not null,
  hidden_from_ids uuid[] not null,
  recorded_at timestamptz(3) not null,
  plan_id uuid not null,
  goal_id uuid,
  action_id uuid,
  version int not null check (version > 0),
  author_id uuid references sig.role_term deferrable initially deferred,
  -- A change that the young person made bears the person; all others bear a professional's role.
  by_id uuid,
  changed_at timestamptz(3) not null,
  content_sealed bytea not null,
  check (num_nonnulls(goal_id, action_id) = 1),
  constraint plan_version_one_author check (num_nonnulls(author_id, by_id) = 1),
  constraint plan_version_by foreign key (by_id, case_id) references sig.person (id, case_id) deferrable initially deferred,
  unique (goal_id, version),
  unique (action_id, version),
  foreign key (plan_id, case_id) references sig.plan (id, case_id) deferrable initially deferred,
  foreign key (goal_id, case_id) references sig.goal (id, case_id) deferrable initially deferred,
  foreign key (action_id, case_id) references sig.action (id, case_id) deferrable initially deferred
);
create index on sig.plan_version (case_id);
create constraint trigger piece_in_case after insert or update on sig.plan_version
  deferrable initially deferred for each row execute function sig.check_piece();
alter table sig.plan_version enable row level security, force row level security;
create policy owner on sig.plan_version to sig_owner using (true) with check (true);
create policy reader on sig.plan_version for select to sig_reader
  using (plan_version.case_id = any((select sig.known_cases())::uuid[])
  and (plan_version.holder_id = (select sig.agency())
    or ((select sig.young_person()) is not null and not plan_version.held_back and not (select sig.viewer()) = any(plan_version.hidden_from_ids) and plan_version.subject_ids <@ array[(select sig.young_person())])
    or (not plan_version.held_back and (select sig.agency()) is not null and not exists (
      select from unnest(plan_version.subject_ids) as subject (id) where not exists (
        select from sig.opening o
        where o.case_id = plan_version.case_id and o.recipient_id = (select sig.agency()) and o.holder_id = plan_version.holder_id
          and o.category = plan_version.category and o.subject_id = subject.id
          and o.valid @> (select sig.at()) and o.data @> plan_version.recorded_at::timestamptz)))));
create policy writer_select on sig.plan_version for select to sig_writer using (case_id = (select sig.locked_case()));
create policy writer_insert on sig.plan_version for insert to sig_writer
  with check (case_id = (select sig.locked_case()));
create policy writer_update on sig.plan_version for update to sig_writer
  using (case_id = (select sig.locked_case()))
  with check (case_id = (select sig.locked_case()));
create policy writer_delete on sig.plan_version for delete to sig_writer using (case_id = (select sig.locked_case()));
grant select on sig.plan_version to sig_reader;
grant select, insert, update, delete on sig.plan_version to sig_writer;

create table sig.invitation (
  id uuid primary key,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  holder_id uuid not null references sig.agency deferrable initially deferred,
  category text not null check (category in ('MEETING')),
  subject_ids uuid[] not null check (cardinality(subject_ids) > 0 and array_position(subject_ids, null) is null),
  held_back boolean not null,
  hidden_from_ids uuid[] not null,
  recorded_at timestamptz(3) not null,
  meeting_id uuid not null,
  invitee_kind text not null check (invitee_kind in ('PROFESSIONAL', 'YOUNG_PERSON', 'GUARDIAN', 'IMPORTANT_PERSON')),
  invitee_id uuid not null,
  required boolean not null,
  attendance text not null check (attendance in ('UNKNOWN', 'ATTENDED', 'ABSENT', 'EXCUSED')),
  answer text not null check (answer in ('NONE', 'ACCEPTED', 'DECLINED')),
  -- A call that was taken back; whoever was called may be called again.
  withdrawn boolean not null,
  foreign key (meeting_id, case_id) references sig.meeting (id, case_id) deferrable initially deferred
);
create index on sig.invitation (case_id);
create index invitation_invitee on sig.invitation (invitee_id) where invitee_kind = 'PROFESSIONAL';
create unique index invitation_standing on sig.invitation (meeting_id, invitee_id) where not withdrawn;
create constraint trigger piece_in_case after insert or update on sig.invitation
  deferrable initially deferred for each row execute function sig.check_piece();
alter table sig.invitation enable row level security, force row level security;
create policy owner on sig.invitation to sig_owner using (true) with check (true);
create policy reader on sig.invitation for select to sig_reader
  using (invitation.case_id = any((select sig.known_cases())::uuid[])
  and (invitation.holder_id = (select sig.agency())
    or ((select sig.young_person()) is not null and not invitation.held_back and not (select sig.viewer()) = any(invitation.hidden_from_ids) and invitation.subject_ids <@ array[(select sig.young_person())])
    or (not invitation.held_back and (select sig.agency()) is not null and not exists (
      select from unnest(invitation.subject_ids) as subject (id) where not exists (
        select from sig.opening o
        where o.case_id = invitation.case_id and o.recipient_id = (select sig.agency()) and o.holder_id = invitation.holder_id
          and o.category = invitation.category and o.subject_id = subject.id
          and o.valid @> (select sig.at()) and o.data @> invitation.recorded_at::timestamptz)))));
create policy writer_select on sig.invitation for select to sig_writer using (case_id = (select sig.locked_case()));
create policy writer_insert on sig.invitation for insert to sig_writer
  with check (case_id = (select sig.locked_case()));
create policy writer_update on sig.invitation for update to sig_writer
  using (case_id = (select sig.locked_case()))
  with check (case_id = (select sig.locked_case()));
create policy writer_delete on sig.invitation for delete to sig_writer using (case_id = (select sig.locked_case()));
grant select on sig.invitation to sig_reader;
grant select, insert, update, delete on sig.invitation to sig_writer;

create table sig.agenda_item (
  id uuid primary key,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  holder_id uuid not null references sig.agency deferrable initially deferred,
  category text not null check (category in ('IDENTITY', 'CONTACT', 'FAMILY', 'SCHOOL_ATTENDANCE', 'SCHOOL_RESULTS', 'STUDENT_HEALTH', 'HEALTH',
  'SUBSTANCE_USE', 'OFFENDING', 'SOCIAL_SUPPORT', 'LEISURE', 'EMPLOYMENT', 'PLAN', 'MEETING')),
  subject_ids uuid[] not null check (cardinality(subject_ids) > 0 and array_position(subject_ids, null) is null),
  held_back boolean not null,
  hidden_from_ids uuid[] not null,
  recorded_at timestamptz(3) not null,
  meeting_id uuid not null,
  position int not null,
  title_sealed bytea not null,
  source_id uuid references sig.agency deferrable initially deferred,
  foreign key (meeting_id, case_id) references sig.meeting (id, case_id) deferrable initially deferred
);
create index on sig.agenda_item (case_id);
create constraint trigger piece_in_case after insert or update on sig.agenda_item
  deferrable initially deferred for each row execute function sig.check_piece();
alter table sig.agenda_item enable row level security, force row level security;
create policy owner on sig.agenda_item to sig_owner using (true) with check (true);
create policy reader on sig.agenda_item for select to sig_reader
  using (agenda_item.case_id = any((select sig.known_cases())::uuid[])
  and (agenda_item.holder_id = (select sig.agency())
    or ((select sig.young_person()) is not null and not agenda_item.held_back and not (select sig.viewer()) = any(agenda_item.hidden_from_ids) and agenda_item.subject_ids <@ array[(select sig.young_person())])
    or (not agenda_item.held_back and (select sig.agency()) is not null and not exists (
      select from unnest(agenda_item.subject_ids) as subject (id) where not exists (
        select from sig.opening o
        where o.case_id = agenda_item.case_id and o.recipient_id = (select sig.agency()) and o.holder_id = agenda_item.holder_id
          and o.category = agenda_item.category and o.subject_id = subject.id
          and o.valid @> (select sig.at()) and o.data @> agenda_item.recorded_at::timestamptz)))));
create policy writer_select on sig.agenda_item for select to sig_writer using (case_id = (select sig.locked_case()));
create policy writer_insert on sig.agenda_item for insert to sig_writer
  with check (case_id = (select sig.locked_case()));
create policy writer_update on sig.agenda_item for update to sig_writer
  using (case_id = (select sig.locked_case()))
  with check (case_id = (select sig.locked_case()));
create policy writer_delete on sig.agenda_item for delete to sig_writer using (case_id = (select sig.locked_case()));
grant select on sig.agenda_item to sig_reader;
grant select, insert, update, delete on sig.agenda_item to sig_writer;

create table sig.meeting_decision (
  id uuid primary key,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  holder_id uuid not null references sig.agency deferrable initially deferred,
  category text not null check (category in ('IDENTITY', 'CONTACT', 'FAMILY', 'SCHOOL_ATTENDANCE', 'SCHOOL_RESULTS', 'STUDENT_HEALTH', 'HEALTH',
  'SUBSTANCE_USE', 'OFFENDING', 'SOCIAL_SUPPORT', 'LEISURE', 'EMPLOYMENT', 'PLAN', 'MEETING')),
  subject_ids uuid[] not null check (cardinality(subject_ids) > 0 and array_position(subject_ids, null) is null),
  held_back boolean not null,
  hidden_from_ids uuid[] not null,
  recorded_at timestamptz(3) not null,
  meeting_id uuid not null,
  position int not null,
  text_sealed bytea not null,
  action_id uuid,
  foreign key (meeting_id, case_id) references sig.meeting (id, case_id) deferrable initially deferred,
  foreign key (action_id, case_id) references sig.action (id, case_id) deferrable initially deferred
);
create index on sig.meeting_decision (case_id);
create constraint trigger piece_in_case after insert or update on sig.meeting_decision
  deferrable initially deferred for each row execute function sig.check_piece();
alter table sig.meeting_decision enable row level security, force row level security;
create policy owner on sig.meeting_decision to sig_owner using (true) with check (true);
create policy reader on sig.meeting_decision for select to sig_reader
  using (meeting_decision.case_id = any((select sig.known_cases())::uuid[])
  and (meeting_decision.holder_id = (select sig.agency())
    or ((select sig.young_person()) is not null and not meeting_decision.held_back and not (select sig.viewer()) = any(meeting_decision.hidden_from_ids) and meeting_decision.subject_ids <@ array[(select sig.young_person())])
    or (not meeting_decision.held_back and (select sig.agency()) is not null and not exists (
      select from unnest(meeting_decision.subject_ids) as subject (id) where not exists (
        select from sig.opening o
        where o.case_id = meeting_decision.case_id and o.recipient_id = (select sig.agency()) and o.holder_id = meeting_decision.holder_id
          and o.category = meeting_decision.category and o.subject_id = subject.id
          and o.valid @> (select sig.at()) and o.data @> meeting_decision.recorded_at::timestamptz)))));
create policy writer_select on sig.meeting_decision for select to sig_writer
  using (case_id = (select sig.locked_case()));
create policy writer_insert on sig.meeting_decision for insert to sig_writer
  with check (case_id = (select sig.locked_case()));
create policy writer_update on sig.meeting_decision for update to sig_writer
  using (case_id = (select sig.locked_case()))
  with check (case_id = (select sig.locked_case()));
create policy writer_delete on sig.meeting_decision for delete to sig_writer
  using (case_id = (select sig.locked_case()));
grant select on sig.meeting_decision to sig_reader;
grant select, insert, update, delete on sig.meeting_decision to sig_writer;

create table sig.minutes (
  id uuid primary key,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  holder_id uuid not null references sig.agency deferrable initially deferred,
  category text not null check (category in ('MEETING')),
  subject_ids uuid[] not null check (cardinality(subject_ids) > 0 and array_position(subject_ids, null) is null),
  held_back boolean not null,
  hidden_from_ids uuid[] not null,
  recorded_at timestamptz(3) not null,
  meeting_id uuid not null unique,
  text_sealed bytea not null,
  author_id uuid not null references sig.role_term deferrable initially deferred,
  foreign key (meeting_id, case_id) references sig.meeting (id, case_id) deferrable initially deferred
);
create index on sig.minutes (case_id);
create constraint trigger piece_in_case after insert or update on sig.minutes
  deferrable initially deferred for each row execute function sig.check_piece();
alter table sig.minutes enable row level security, force row level security;
create policy owner on sig.minutes to sig_owner using (true) with check (true);
create policy reader on sig.minutes for select to sig_reader
  using (minutes.case_id = any((select sig.known_cases())::uuid[])
  and (minutes.holder_id = (select sig.agency())
    or ((select sig.young_person()) is not null and not minutes.held_back and not (select sig.viewer()) = any(minutes.hidden_from_ids) and minutes.subject_ids <@ array[(select sig.young_person())])
    or (not minutes.held_back and (select sig.agency()) is not null and not exists (
      select from unnest(minutes.subject_ids) as subject (id) where not exists (
        select from sig.opening o
        where o.case_id = minutes.case_id and o.recipient_id = (select sig.agency()) and o.holder_id = minutes.holder_id
          and o.category = minutes.category and o.subject_id = subject.id
          and o.valid @> (select sig.at()) and o.data @> minutes.recorded_at::timestamptz)))));
create policy writer_select on sig.minutes for select to sig_writer using (case_id = (select sig.locked_case()));
create policy writer_insert on sig.minutes for insert to sig_writer with check (case_id = (select sig.locked_case()));
create policy writer_update on sig.minutes for update to sig_writer
  using (case_id = (select sig.locked_case()))
  with check (case_id = (select sig.locked_case()));
create policy writer_delete on sig.minutes for delete to sig_writer using (case_id = (select sig.locked_case()));
grant select on sig.minutes to sig_reader;
grant select, insert, update, delete on sig.minutes to sig_writer;

create table sig.outcome (
  id uuid primary key,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  holder_id uuid not null references sig.agency deferrable initially deferred,
  category text not null check (category in ('SCHOOL_RESULTS', 'EMPLOYMENT', 'LEISURE', 'OFFENDING', 'SUBSTANCE_USE')),
  subject_ids uuid[] not null check (cardinality(subject_ids) > 0 and array_position(subject_ids, null) is null),
  held_back boolean not null,
  hidden_from_ids uuid[] not null,
  recorded_at timestamptz(3) not null,
  before text not null check (before in ('MET', 'PARTLY_MET', 'NOT_MET', 'UNKNOWN')),
  after text check (after in ('MET', 'PARTLY_MET', 'NOT_MET', 'UNKNOWN')),
  -- What the follow-up of a closed case found, beside what was said when it was closed.
  at_follow_up text check (at_follow_up in ('MET', 'PARTLY_MET', 'NOT_MET', 'UNKNOWN')),
  -- Outcomes are each agency's own.
  unique (case_id, holder_id, category)
);
create index on sig.outcome (case_id);
create constraint trigger piece_in_case after insert or update on sig.outcome
  deferrable initially deferred for each row execute function sig.check_piece();
alter table sig.outcome enable row level security, force row level security;
create policy owner on sig.outcome to sig_owner using (true) with check (true);
create policy reader on sig.outcome for select to sig_reader
  using (outcome.case_id = any((select sig.known_cases())::uuid[])
  and (outcome.holder_id = (select sig.agency())
    or ((select sig.young_person()) is not null and not outcome.held_back and not (select sig.viewer()) = any(outcome.hidden_from_ids) and outcome.subject_ids <@ array[(select sig.young_person())])
    or (not outcome.held_back and (select sig.agency()) is not null and not exists (
      select from unnest(outcome.subject_ids) as subject (id) where not exists (
        select from sig.opening o
        where o.case_id = outcome.case_id and o.recipient_id = (select sig.agency()) and o.holder_id = outcome.holder_id
          and o.category = outcome.category and o.subject_id = subject.id
          and o.valid @> (select sig.at()) and o.data @> outcome.recorded_at::timestamptz)))));
create policy writer_select on sig.outcome for select to sig_writer using (case_id = (select sig.locked_case()));
create policy writer_insert on sig.outcome for insert to sig_writer with check (case_id = (select sig.locked_case()));
create policy writer_update on sig.outcome for update to sig_writer
  using (case_id = (select sig.locked_case()))
  with check (case_id = (select sig.locked_case()));
create policy writer_delete on sig.outcome for delete to sig_writer using (case_id = (select sig.locked_case()));
grant select on sig.outcome to sig_reader;
grant select, insert, update, delete on sig.outcome to sig_writer;

-- Which of these calls, of cases that the coordinator knows, call a professional to a planned meeting while the same human
-- being is called to another one in the municipality. It answers with the ids that it was asked about and with no other: not
-- which meeting, not which case, not how many. Of a case that the coordinator knows it counts what the own agency holds, so
-- that it says nothing of what is withheld there.
create function sig.busy_invitations(ids uuid[]) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  at timestamptz := sig.at();
  home uuid := sig.municipality();
  known uuid[] := sig.known_cases();
  own uuid := sig.agency();
begin
  if sig.capacity() is distinct from 'COORDINATOR' then return; end if;
  return query select i.id
    from sig.invitation i
    join sig.meeting m on m.id = i.meeting_id and m.status = 'PLANNED'
    join sig.role_term t on t.id = i.invitee_id
    where i.id = any(ids) and i.case_id = any(known) and i.invitee_kind = 'PROFESSIONAL' and not i.withdrawn
      and exists (select from sig.role_term s
        join sig.invitation o on o.invitee_id = s.id and o.invitee_kind = 'PROFESSIONAL'
          and o.meeting_id <> m.id and o.answer <> 'DECLINED' and not o.withdrawn
        join sig.meeting n on n.id = o.meeting_id and n.status = 'PLANNED'
          and n.starts_at < m.ends_at and m.starts_at < n.ends_at
        join sig.case_file c on c.id = o.case_id and c.municipality_id = home and c.status not in ('DECLINED')
        join sig.assignment a on a.case_id = c.id and a.role_term_id = s.id
          and a.valid_from <= at and (a.valid_until is null or at < a.valid_until)
        where s.professional_id = t.professional_id and s.municipality_id = home
          and (o.case_id <> all(known) or own = all(array[o.holder_id, n.holder_id])));
end $$;
grant execute on function sig.busy_invitations(uuid[]) to sig_reader;
