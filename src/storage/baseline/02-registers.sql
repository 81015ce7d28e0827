-- The registers of a municipality: its rules, agencies, professionals and their roles, its groups and what it promises.
-- Everybody of the municipality reads them, whoever is in no case included; administrators change rules and groups.
--
-- In every file, foreign keys are deferred to the end of the transaction: entities carry plain ids, so the unit of work
-- does not know in which order rows must be written. Keys that include the municipality (or the case) keep rows of two
-- apart.

create table sig.municipality (
  id uuid primary key,
  name text not null,
  code text not null unique check (code ~ '^[0-9]{4}$')
);
alter table sig.municipality enable row level security, force row level security;
create policy owner on sig.municipality to sig_owner using (true) with check (true);
create policy reader on sig.municipality for select to sig_reader using (id = (select sig.municipality()));
create policy writer_select on sig.municipality for select to sig_writer
  using (id = (select sig.locked_municipality()));
grant select on sig.municipality to sig_reader;
grant select on sig.municipality to sig_writer;

-- Another version with every change of what everybody in the municipality may read: by it a server tells whether what
-- it has in memory
-- is that of its snapshot.
create table sig.register_version (
  municipality_id uuid primary key references sig.municipality deferrable initially deferred,
  version uuid not null
);
alter table sig.register_version enable row level security, force row level security;
create policy owner on sig.register_version to sig_owner using (true) with check (true);
create policy reader on sig.register_version for select to sig_reader using (municipality_id = (select sig.municipality()));
grant select on sig.register_version to sig_reader;

create table sig.rule_pack (
  id uuid primary key,
  municipality_id uuid not null references sig.municipality deferrable initially deferred,
  version int not null check (version > 0),
  valid_from timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  rules jsonb not null check (jsonb_typeof(rules) = 'object'),
  unique (municipality_id, version)
);
alter table sig.rule_pack enable row level security, force row level security;
create policy owner on sig.rule_pack to sig_owner using (true) with check (true);
create policy reader on sig.rule_pack for select to sig_reader using (municipality_id = (select sig.municipality()));
create policy writer_select on sig.rule_pack for select to sig_writer
  using (municipality_id = (select sig.locked_municipality()));
create policy writer_administration on sig.rule_pack for select to sig_writer
  using (municipality_id = (select sig.administered_municipality()));
create policy writer_insert on sig.rule_pack for insert to sig_writer
  with check (municipality_id = (select sig.administered_municipality()));
grant select on sig.rule_pack to sig_reader;
grant select, insert on sig.rule_pack to sig_writer;

-- Rules that ask for less than those before wait for a second administrator, and name a day ahead.
create table sig.rule_pack_draft (
  id uuid primary key,
  municipality_id uuid not null references sig.municipality deferrable initially deferred,
  -- The number that it takes once it is confirmed: no other may have been published by then.
  version int not null check (version > 1),
  valid_from timestamptz(3) not null,
  rules jsonb not null check (jsonb_typeof(rules) = 'object'),
  loosens text[] not null check (cardinality(loosens) > 0),
  entered_by_id uuid not null,
  recorded_at timestamptz(3) not null,
  state text not null check (state in ('WAITING', 'CONFIRMED', 'REJECTED')),
  answered_by_id uuid,
  answered_at timestamptz(3),
  check ((state = 'WAITING') = (answered_at is null) and (answered_by_id is null) = (answered_at is null)),
  check (state <> 'CONFIRMED' or answered_by_id <> entered_by_id)
);
create index on sig.rule_pack_draft (municipality_id);
alter table sig.rule_pack_draft enable row level security, force row level security;
create policy owner on sig.rule_pack_draft to sig_owner using (true) with check (true);
create policy reader on sig.rule_pack_draft for select to sig_reader using (municipality_id = (select sig.municipality()));
create policy writer_select on sig.rule_pack_draft for select to sig_writer
  using (municipality_id = (select sig.administered_municipality()));
create policy writer_insert on sig.rule_pack_draft for insert to sig_writer
  with check (municipality_id = (select sig.administered_municipality()));
create policy writer_update on sig.rule_pack_draft for update to sig_writer
  using (municipality_id = (select sig.administered_municipality()))
  with check (municipality_id = (select sig.administered_municipality()));
grant select on sig.rule_pack_draft to sig_reader;
grant select, insert, update on sig.rule_pack_draft to sig_writer;

create table sig.agency (
  id uuid primary key,
  municipality_id uuid not null references sig.municipality deferrable initially deferred,
  name text not null,
  kind text not null check (kind in ('SOCIAL_SERVICES', 'SCHOOL', 'LEISURE', 'POLICE')),
  parent_id uuid check (parent_id <> id),
  unique (id, municipality_id),
  foreign key (parent_id, municipality_id) references sig.agency (id, municipality_id) deferrable initially deferred
);
create index on sig.agency (municipality_id);
alter table sig.agency enable row level security, force row level security;
create policy owner on sig.agency to sig_owner using (true) with check (true);
create policy reader on sig.agency for select to sig_reader using (municipality_id = (select sig.municipality()));
create policy writer_select on sig.agency for select to sig_writer
  using (municipality_id = (select sig.locked_municipality()));
grant select on sig.agency to sig_reader;
grant select on sig.agency to sig_writer;

create table sig.professional (
  id uuid primary key,
  municipality_id uuid not null references sig.municipality deferrable initially deferred,
  name text not null,
  unique (id, municipality_id)
);
create index on sig.professional (municipality_id);
alter table sig.professional enable row level security, force row level security;
create policy owner on sig.professional to sig_owner using (true) with check (true);
create policy reader on sig.professional for select to sig_reader
  using (municipality_id = (select sig.municipality()));
create policy writer_select on sig.professional for select to sig_writer
  using (municipality_id = (select sig.locked_municipality()));
grant select on sig.professional to sig_reader;
grant select on sig.professional to sig_writer;

create table sig.role_term (
  id uuid primary key,
  professional_id uuid not null,
  municipality_id uuid not null,
  agency_id uuid,
  profession text not null,
  capacity text not null check (capacity in ('PROFESSIONAL', 'COORDINATOR', 'STEERING_MEMBER', 'ADMINISTRATOR')),
  valid_from timestamptz(3) not null,
  valid_until timestamptz(3) check (valid_until >= valid_from),
  recorded_at timestamptz(3) not null,
  may_disclose boolean not null,
  check (agency_id is not null or capacity in ('STEERING_MEMBER', 'ADMINISTRATOR')),
  unique (id, municipality_id),
  foreign key (professional_id, municipality_id)
    references sig.professional (id, municipality_id) deferrable initially deferred,
  foreign key (agency_id, municipality_id) references sig.agency (id, municipality_id) deferrable initially deferred
);
create index on sig.role_term (municipality_id);
create index on sig.role_term (professional_id);
alter table sig.role_term enable row level security, force row level security;
create policy owner on sig.role_term to sig_owner using (true) with check (true);
create policy reader on sig.role_term for select to sig_reader using (municipality_id = (select sig.municipality()));
create policy writer_select on sig.role_term for select to sig_writer
  using (municipality_id = (select sig.locked_municipality()));
create policy writer_administration on sig.role_term for select to sig_writer
  using (municipality_id = (select sig.administered_municipality()));
grant select on sig.role_term to sig_reader;
grant select on sig.role_term to sig_writer;

create table sig.coordinator_contact (
  id uuid primary key,
  municipality_id uuid not null references sig.municipality deferrable initially deferred,
  name text not null,
  telephone text,
  email text,
  switchboard text,
  reached_through text,
  unique (municipality_id)
);
alter table sig.coordinator_contact enable row level security, force row level security;
create policy owner on sig.coordinator_contact to sig_owner using (true) with check (true);
create policy reader on sig.coordinator_contact for select to sig_reader
  using (municipality_id = (select sig.municipality()));
grant select on sig.coordinator_contact to sig_reader;

create table sig.citizen_promise (
  id uuid primary key,
  municipality_id uuid not null references sig.municipality deferrable initially deferred,
  text text not null,
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  unique (id, municipality_id)
);
create index on sig.citizen_promise (municipality_id);
alter table sig.citizen_promise enable row level security, force row level security;
create policy owner on sig.citizen_promise to sig_owner using (true) with check (true);
create policy reader on sig.citizen_promise for select to sig_reader
  using (municipality_id = (select sig.municipality()));
grant select on sig.citizen_promise to sig_reader;

create table sig.focus_area (
  id uuid primary key,
  municipality_id uuid not null references sig.municipality deferrable initially deferred,
  name text not null,
  promise_id uuid,
  unique (municipality_id, name),
  foreign key (promise_id, municipality_id)
    references sig.citizen_promise (id, municipality_id) deferrable initially deferred
);
alter table sig.focus_area enable row level security, force row level security;
create policy owner on sig.focus_area to sig_owner using (true) with check (true);
create policy reader on sig.focus_area for select to sig_reader using (municipality_id = (select sig.municipality()));
create policy writer_select on sig.focus_area for select to sig_writer
  using (municipality_id = (select sig.locked_municipality()));
grant select on sig.focus_area to sig_reader;
grant select on sig.focus_area to sig_writer;

create table sig.work_group (
  id uuid primary key,
  municipality_id uuid not null references sig.municipality deferrable initially deferred,
  kind text not null check (kind in ('OPERATIVE', 'STEERING')),
  name text not null,
  unique (id, municipality_id)
);
create index on sig.work_group (municipality_id);
alter table sig.work_group enable row level security, force row level security;
create policy owner on sig.work_group to sig_owner using (true) with check (true);
create policy reader on sig.work_group for select to sig_reader using (municipality_id = (select sig.municipality()));
create policy writer_select on sig.work_group for select to sig_writer
  using (municipality_id = (select sig.administered_municipality()));
grant select on sig.work_group to sig_reader;
grant select on sig.work_group to sig_writer;

create table sig.group_member (
  id uuid primary key,
  municipality_id uuid not null references sig.municipality deferrable initially deferred,
  group_id uuid not null,
  role_term_id uuid not null,
  function text not null check (function in ('MEMBER', 'CHAIR', 'DEPUTY')),
  valid_from timestamptz(3) not null,
  valid_until timestamptz(3) check (valid_until >= valid_from),
  recorded_at timestamptz(3) not null,
  foreign key (group_id, municipality_id) references sig.work_group (id, municipality_id) deferrable initially deferred,
  foreign key (role_term_id, municipality_id) references sig.role_term (id, municipality_id) deferrable initially deferred
);
create index on sig.group_member (municipality_id);
create index on sig.group_member (group_id, role_term_id);
alter table sig.group_member enable row level security, force row level security;
create policy owner on sig.group_member to sig_owner using (true) with check (true);
create policy reader on sig.group_member for select to sig_reader
  using (municipality_id = (select sig.municipality()));
create policy writer_select on sig.group_member for select to sig_writer
  using (municipality_id = (select sig.administered_municipality()));
create policy writer_insert on sig.group_member for insert to sig_writer
  with check (municipality_id = (select sig.administered_municipality()));
create policy writer_update on sig.group_member for update to sig_writer
  using (municipality_id = (select sig.administered_municipality()))
  with check (municipality_id = (select sig.administered_municipality()));
grant select on sig.group_member to sig_reader;
grant select, insert, update on sig.group_member to sig_writer;

-- About no case: when the group meets, who came, and minutes about nobody.
create table sig.steering_meeting (
  id uuid primary key,
  municipality_id uuid not null references sig.municipality deferrable initially deferred,
  group_id uuid not null,
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null check (ends_at > starts_at),
  status text not null check (status in ('PLANNED', 'HELD', 'CANCELLED')),
  version int not null check (version > 0),
  minutes_sealed bytea,
  attended_ids uuid[],
  absent_ids uuid[],
  recorded_at timestamptz(3) not null,
  check ((status = 'HELD') = (attended_ids is not null) and (status = 'HELD') = (absent_ids is not null)),
  check (minutes_sealed is null or status = 'HELD'),
  foreign key (group_id, municipality_id) references sig.work_group (id, municipality_id) deferrable initially deferred
);
create index on sig.steering_meeting (municipality_id);
alter table sig.steering_meeting enable row level security, force row level security;
create policy owner on sig.steering_meeting to sig_owner using (true) with check (true);
create policy reader on sig.steering_meeting for select to sig_reader
  using (municipality_id = (select sig.municipality())
  and (select sig.capacity()) in ('STEERING_MEMBER', 'COORDINATOR', 'ADMINISTRATOR'));
create policy writer_select on sig.steering_meeting for select to sig_writer
  using (group_id = (select sig.steered_group()));
create policy writer_insert on sig.steering_meeting for insert to sig_writer
  with check (group_id = (select sig.steered_group()));
create policy writer_update on sig.steering_meeting for update to sig_writer
  using (group_id = (select sig.steered_group()))
  with check (group_id = (select sig.steered_group()));
grant select on sig.steering_meeting to sig_reader;
grant select, insert, update on sig.steering_meeting to sig_writer;

-- The first statement of a coordinator's command on the steering group's meetings. No row: the role does not hold. No
-- group: the municipality has none.
create function sig.open_steering(subject uuid, capacity text)
returns table (at timestamptz, viewer jsonb, municipality_id uuid, group_id uuid, members jsonb)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  scope record;
  home uuid;
  steering uuid;
begin
  perform from sig.open_scope(subject, capacity);
  if not found or capacity <> 'COORDINATOR' then return; end if;
  home := sig.municipality();
  steering := (select g.id from sig.work_group g where g.municipality_id = home and g.kind = 'STEERING' order by g.id limit 1);
  perform from sig.work_group g where g.id = steering for update;
  select * into scope from sig.open_scope(subject, capacity);
  if not found then return; end if;
  update sig.work_group g set name = g.name where g.id = steering;
  -- No case, and said so: policies take an unset case for a fault.
  perform set_config('sig.case', '00000000-0000-0000-0000-000000000000', true);
  return query select scope.at, scope.viewer, home, steering,
    (select coalesce(jsonb_agg(jsonb_build_object('roleTermId', m.role_term_id, 'from', sig.ms(m.valid_from),
        'until', sig.ms(m.valid_until)) order by m.role_term_id), '[]')
      from sig.group_member m where m.group_id = steering);
end $$;
grant execute on function sig.open_steering(uuid, text) to sig_writer;

-- Somebody to sign in as: empty in production, only the demo data write it.
create table sig.demo_persona (
  id uuid primary key,
  position int not null,
  subject_id uuid not null,
  name text not null,
  profession text,
  agency_id uuid,
  municipality_id uuid not null,
  capacity text not null
);
grant select on sig.demo_persona to sig_reader;
