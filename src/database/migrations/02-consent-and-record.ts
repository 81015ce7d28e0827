import { Migration } from '@mikro-orm/migrations';

const UP = `
create table sig.consent_statement (
  id uuid primary key,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  sequence int not null check (sequence > 0),
  subject_id uuid not null,
  signer_id uuid not null,
  decision text not null check (decision in ('GRANTED', 'REFUSED', 'WITHDRAWN')),
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
  foreign key (statement_id, case_id) references sig.consent_statement (id, case_id) deferrable initially deferred
);
create index on sig.consent_detail (case_id);

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

create table sig.opening (
  case_id uuid not null references sig.case_file deferrable initially deferred,
  recipient_id uuid not null references sig.agency deferrable initially deferred,
  holder_id uuid not null references sig.agency deferrable initially deferred,
  category text not null,
  subject_id uuid not null,
  valid tstzrange not null check (not isempty(valid)),
  data tstzmultirange not null,
  statements int[] not null check (cardinality(statements) > 0),
  check (holder_id <> recipient_id),
  primary key (case_id, recipient_id, holder_id, category, subject_id, valid),
  foreign key (subject_id, case_id) references sig.person (id, case_id) deferrable initially deferred
);

create table sig.access_record (
  id uuid primary key,
  operation_id uuid not null,
  case_id uuid not null references sig.case_file deferrable initially deferred,
  viewer_id uuid not null,
  capacity text not null check (capacity in ('PROFESSIONAL', 'COORDINATOR', 'YOUNG_PERSON', 'GUARDIAN')),
  agency_id uuid,
  at timestamptz(3) not null,
  entries jsonb not null check (jsonb_typeof(entries) = 'array')
);
create index on sig.access_record (case_id, at);
`;

const DOWN = `
drop table sig.access_record, sig.opening, sig.block, sig.consent_detail, sig.consent_statement;
`;

/** The ledger of consent, its projection, and the record of what was read. */
export class ConsentAndRecord extends Migration {
  override up(): void {
    this.addSql(UP);
  }

  override down(): void {
    this.addSql(DOWN);
  }
}
