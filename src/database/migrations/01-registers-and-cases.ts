import { Migration } from '@mikro-orm/migrations';

/**
 * Foreign keys are deferred to the end of the transaction: entities carry plain ids, so the unit of work does not know
 * in which order rows must be written. Keys that include the case (or the municipality) keep rows of two cases apart.
 */
const UP = `
create table sig.clock (
  only_row boolean primary key check (only_row),
  offset_ms bigint not null
);
insert into sig.clock values (true, 0);

create table sig.municipality (
  id uuid primary key,
  name text not null,
  code text not null unique check (code ~ '^[0-9]{4}$')
);

create table sig.rule_pack (
  id uuid primary key,
  municipality_id uuid not null references sig.municipality deferrable initially deferred,
  version int not null check (version > 0),
  valid_from timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  rules jsonb not null check (jsonb_typeof(rules) = 'object'),
  unique (municipality_id, version)
);

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

create table sig.professional (
  id uuid primary key,
  municipality_id uuid not null references sig.municipality deferrable initially deferred,
  name text not null,
  unique (id, municipality_id)
);
create index on sig.professional (municipality_id);

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
  foreign key (professional_id, municipality_id) references sig.professional (id, municipality_id) deferrable initially deferred,
  foreign key (agency_id, municipality_id) references sig.agency (id, municipality_id) deferrable initially deferred
);
create index on sig.role_term (municipality_id);
create index on sig.role_term (professional_id);

create table sig.case_file (
  id uuid primary key,
  municipality_id uuid not null references sig.municipality deferrable initially deferred,
  number text not null,
  status text not null check (status in ('PROPOSED', 'ACCEPTED', 'CONSENT_PENDING', 'ACTIVE', 'CLOSED', 'DECLINED')),
  coordinator_id uuid not null,
  seq bigint not null check (seq >= 0),
  started_on date,
  planned_end_on date,
  wrapped_key bytea not null,
  facts_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  unique (municipality_id, number),
  foreign key (coordinator_id, municipality_id) references sig.role_term (id, municipality_id) deferrable initially deferred
);
create index on sig.case_file (facts_at);

create table sig.person (
  id uuid primary key,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  kind text not null check (kind in ('YOUNG_PERSON', 'GUARDIAN', 'OTHER_SUBJECT')),
  birth_date date check (kind = 'GUARDIAN' or birth_date is not null),
  recorded_at timestamptz(3) not null,
  unique (id, case_id)
);
create index on sig.person (case_id);
create unique index person_one_young_person on sig.person (case_id) where kind = 'YOUNG_PERSON';

create table sig.custody (
  id uuid primary key,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  subject_id uuid not null,
  guardian_id uuid not null check (guardian_id <> subject_id),
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  prevented_from date,
  prevented_until date check (prevented_until >= prevented_from),
  recorded_at timestamptz(3) not null,
  foreign key (subject_id, case_id) references sig.person (id, case_id) deferrable initially deferred,
  foreign key (guardian_id, case_id) references sig.person (id, case_id) deferrable initially deferred
);
create index on sig.custody (case_id);
create index on sig.custody (guardian_id);

create table sig.protection (
  id uuid primary key,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  person_id uuid not null,
  level text not null check (level in ('CONFIDENTIALITY_MARKING', 'PROTECTED_REGISTRATION')),
  handler_ids uuid[] not null,
  valid_from timestamptz(3) not null,
  valid_until timestamptz(3) check (valid_until >= valid_from),
  recorded_at timestamptz(3) not null,
  foreign key (person_id, case_id) references sig.person (id, case_id) deferrable initially deferred
);
create index on sig.protection (case_id);

create table sig.assignment (
  id uuid primary key,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  role_term_id uuid not null references sig.role_term deferrable initially deferred,
  valid_from timestamptz(3) not null,
  valid_until timestamptz(3) check (valid_until >= valid_from),
  recorded_at timestamptz(3) not null
);
create index on sig.assignment (role_term_id, case_id);
create index on sig.assignment (case_id);

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
`;

const DOWN = `
drop table sig.demo_persona, sig.assignment, sig.protection, sig.custody, sig.person, sig.case_file, sig.role_term,
  sig.professional, sig.agency, sig.rule_pack, sig.municipality, sig.clock;
`;

/** The clock, the registers of a municipality, and the facts of a case other than consent. */
export class RegistersAndCases extends Migration {
  override up(): void {
    this.addSql(UP);
  }

  override down(): void {
    this.addSql(DOWN);
  }
}
