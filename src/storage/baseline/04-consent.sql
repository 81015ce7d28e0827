-- The ledger of consent: who said yes or no to what, and what stops it. Statements are added and never changed. All of it
-- is told to the coordinator, and about each subject to those who speak for that subject.

create table sig.consent_statement (
  id uuid primary key,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  sequence int not null check (sequence > 0),
  subject_id uuid not null,
  signer_id uuid not null,
  decision text not null check (decision in ('GRANTED', 'REFUSED', 'WITHDRAWN')),
  -- Sets of cells, `Grant` in the core: from each of fromIds to each other one of toIds, in each of categories.
  grants jsonb check (jsonb_typeof(grants) = 'array') check (grants is not null or decision in ('REFUSED', 'WITHDRAWN')),
  applies_from timestamptz(3) not null,
  until timestamptz(3) check (until > applies_from),
  data_periods tstzmultirange,
  recorded_at timestamptz(3) not null,
  unique (case_id, sequence),
  unique (id, case_id),
  foreign key (subject_id, case_id) references sig.person (id, case_id) deferrable initially deferred,
  foreign key (signer_id, case_id) references sig.person (id, case_id) deferrable initially deferred
);
alter table sig.consent_statement enable row level security, force row level security;
create policy owner on sig.consent_statement to sig_owner using (true) with check (true);
create policy reader on sig.consent_statement for select to sig_reader
  using (case_id = any((select sig.known_cases())::uuid[])
    and ((select sig.capacity()) = 'COORDINATOR' or subject_id = any((select sig.spoken_for())::uuid[])));
create policy writer_select on sig.consent_statement for select to sig_writer
  using (case_id = (select sig.locked_case()));
create policy writer_insert on sig.consent_statement for insert to sig_writer
  with check (case_id = (select sig.locked_case()));
grant select on sig.consent_statement to sig_reader;
grant select, insert on sig.consent_statement to sig_writer;

create table sig.consent_detail (
  statement_id uuid primary key,
  case_id uuid not null,
  purpose_sealed bytea not null,
  method text not null check (method in ('WRITTEN', 'ELECTRONIC', 'ORAL_WITNESSED')),
  form_version text not null,
  language text not null,
  informed_by_id uuid references sig.professional deferrable initially deferred,
  witness_sealed bytea,
  document_hash text,
  reason_sealed bytea,
  recorded_by_id uuid references sig.role_term deferrable initially deferred,
  -- Who said yes to a form that waited for a second person.
  confirmed_by_id uuid references sig.role_term deferrable initially deferred,
  foreign key (statement_id, case_id) references sig.consent_statement (id, case_id) deferrable initially deferred
);
create index on sig.consent_detail (case_id);
alter table sig.consent_detail enable row level security, force row level security;
create policy owner on sig.consent_detail to sig_owner using (true) with check (true);
create policy reader on sig.consent_detail for select to sig_reader
  using (case_id = any((select sig.known_cases())::uuid[])
    and exists (select from sig.consent_statement s where s.id = consent_detail.statement_id));
create policy writer_select on sig.consent_detail for select to sig_writer
  using (case_id = (select sig.locked_case()));
create policy writer_insert on sig.consent_detail for insert to sig_writer
  with check (case_id = (select sig.locked_case()));
grant select on sig.consent_detail to sig_reader;
grant select, insert on sig.consent_detail to sig_writer;

-- Forms that wait for a second person, kept apart from the ledger: no decision rests on them.
create table sig.pending_consent (
  id uuid primary key,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  subject_id uuid not null,
  -- Gone with the answer: what was confirmed stands in the ledger, what was rejected or lapsed nowhere.
  content_sealed bytea,
  entered_by_id uuid not null references sig.role_term deferrable initially deferred,
  entered_at timestamptz(3) not null,
  lapses_at timestamptz(3) not null check (lapses_at > entered_at),
  state text not null check (state in ('WAITING', 'CONFIRMED', 'REJECTED', 'LAPSED')),
  answered_by_id uuid references sig.role_term deferrable initially deferred check (answered_by_id <> entered_by_id),
  answered_at timestamptz(3) check (answered_at >= entered_at),
  check ((state = 'WAITING') = (content_sealed is not null)),
  constraint pending_consent_answered check ((state in ('CONFIRMED', 'REJECTED')) = (answered_at is not null)
    and (answered_at is null) = (answered_by_id is null)),
  foreign key (subject_id, case_id) references sig.person (id, case_id) deferrable initially deferred
);
create index on sig.pending_consent (case_id);
create index pending_consent_lapses on sig.pending_consent (lapses_at) where state = 'WAITING';
alter table sig.pending_consent enable row level security, force row level security;
create policy owner on sig.pending_consent to sig_owner using (true) with check (true);
create policy reader on sig.pending_consent for select to sig_reader
  using (case_id = any((select sig.known_cases())::uuid[])
    and ((select sig.capacity()) = 'COORDINATOR' or subject_id = any((select sig.spoken_for())::uuid[])
      or case_id = any((select sig.coordinated_cases())::uuid[])));
create policy writer_select on sig.pending_consent for select to sig_writer
  using (case_id = (select sig.locked_case()));
create policy writer_insert on sig.pending_consent for insert to sig_writer
  with check (case_id = (select sig.locked_case()));
create policy writer_update on sig.pending_consent for update to sig_writer
  using (case_id = (select sig.locked_case()))
  with check (case_id = (select sig.locked_case()));
grant select on sig.pending_consent to sig_reader;
grant select, insert, update on sig.pending_consent to sig_writer;

-- Destroys what a form said once it has lapsed; what is left is who entered it, and when.
create function sig.destroy_lapsed_forms() returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare destroyed int;
begin
  update sig.pending_consent p set content_sealed = null, state = 'LAPSED'
    from (select w.id from sig.pending_consent w where w.state = 'WAITING' and w.lapses_at <= sig.now()
      for update skip locked) due
    where p.id = due.id;
  get diagnostics destroyed = row_count;
  return destroyed;
end $$;
grant execute on function sig.destroy_lapsed_forms() to sig_jobs;

-- What the family is asked to say yes or no to, in their own sign-in: the form and its information as they were shown, and
-- who has answered what. A yes and a no stand in the ledger; no decision rests on this.
create table sig.consent_request (
  id uuid primary key,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  subject_id uuid not null,
  content_sealed bytea not null,
  asked_by_id uuid not null references sig.role_term deferrable initially deferred,
  asked_at timestamptz(3) not null,
  -- One for each answer, in order: signer, answer, instant.
  answers jsonb not null check (jsonb_typeof(answers) = 'array'),
  foreign key (subject_id, case_id) references sig.person (id, case_id) deferrable initially deferred
);
create index on sig.consent_request (case_id);
alter table sig.consent_request enable row level security, force row level security;
create policy owner on sig.consent_request to sig_owner using (true) with check (true);
create policy reader on sig.consent_request for select to sig_reader
  using (case_id = any((select sig.known_cases())::uuid[])
    and ((select sig.capacity()) = 'COORDINATOR' or subject_id = any((select sig.spoken_for())::uuid[])));
create policy writer_select on sig.consent_request for select to sig_writer
  using (case_id = (select sig.locked_case()));
create policy writer_insert on sig.consent_request for insert to sig_writer
  with check (case_id = (select sig.locked_case()));
create policy writer_update on sig.consent_request for update to sig_writer
  using (case_id = (select sig.locked_case()))
  with check (case_id = (select sig.locked_case()));
grant select on sig.consent_request to sig_reader;
grant select, insert, update on sig.consent_request to sig_writer;

create table sig.block (
  id uuid primary key,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  subject_id uuid not null,
  by_signer_id uuid,
  by_holder_id uuid references sig.agency deferrable initially deferred,
  grants jsonb check (jsonb_typeof(grants) = 'array'),
  valid_from timestamptz(3) not null,
  valid_until timestamptz(3) check (valid_until >= valid_from),
  reason_sealed bytea,
  recorded_at timestamptz(3) not null,
  check (num_nonnulls(by_signer_id, by_holder_id) = 1),
  foreign key (subject_id, case_id) references sig.person (id, case_id) deferrable initially deferred,
  foreign key (by_signer_id, case_id) references sig.person (id, case_id) deferrable initially deferred
);
create index on sig.block (case_id);
alter table sig.block enable row level security, force row level security;
create policy owner on sig.block to sig_owner using (true) with check (true);
create policy reader on sig.block for select to sig_reader
  using (case_id = any((select sig.known_cases())::uuid[])
    and ((select sig.capacity()) = 'COORDINATOR' or subject_id = any((select sig.spoken_for())::uuid[])));
create policy writer_select on sig.block for select to sig_writer using (case_id = (select sig.locked_case()));
create policy writer_insert on sig.block for insert to sig_writer with check (case_id = (select sig.locked_case()));
create policy writer_update on sig.block for update to sig_writer
  using (case_id = (select sig.locked_case()))
  with check (case_id = (select sig.locked_case()));
grant select on sig.block to sig_reader;
grant select, insert, update on sig.block to sig_writer;
