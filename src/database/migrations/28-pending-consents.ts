import { Migration } from '@mikro-orm/migrations';
import { DEFERRED } from '../piece-table.js';
import { caseIsKnown, forceRowSecurity, once, readerMaySelect, writerMay } from '../row-level-security.js';

const UP = `
update sig.rule_pack set rules = rules || '{"consentNeedsSecondPerson": false}' where not rules ? 'consentNeedsSecondPerson';
alter table sig.consent_detail add column confirmed_by_id uuid references sig.role_term ${DEFERRED};

create table sig.pending_consent (
  id uuid primary key,
  case_id uuid not null references sig.case_file ${DEFERRED},
  -- Gone with the answer: what was confirmed stands in the ledger, what was rejected nowhere.
  content_sealed bytea,
  entered_by_id uuid not null references sig.role_term ${DEFERRED},
  entered_at timestamptz(3) not null,
  lapses_at timestamptz(3) not null check (lapses_at > entered_at),
  state text not null check (state in ('WAITING', 'CONFIRMED', 'REJECTED')),
  answered_by_id uuid references sig.role_term ${DEFERRED} check (answered_by_id <> entered_by_id),
  answered_at timestamptz(3) check (answered_at >= entered_at),
  check ((state = 'WAITING') = (content_sealed is not null)),
  check ((state = 'WAITING') = (answered_at is null) and (answered_at is null) = (answered_by_id is null))
);
create index on sig.pending_consent (case_id);

${forceRowSecurity('pending_consent')}
${readerMaySelect('pending_consent', caseIsKnown('case_id'))}
${writerMay('pending_consent', ['select', 'insert', 'update'], `case_id = ${once('locked_case')}`)}
`;

const DOWN = `
drop table sig.pending_consent;
alter table sig.consent_detail drop column confirmed_by_id;
update sig.rule_pack set rules = rules - 'consentNeedsSecondPerson';
`;

/** Forms that wait for a second person, kept apart from the ledger: no decision rests on them. */
export class PendingConsents extends Migration {
  override up(): void {
    this.addSql(UP);
  }

  override down(): void {
    this.addSql(DOWN);
  }
}
