import { Migration } from '@mikro-orm/migrations';

const UP = `
alter table sig.case_file add column closed_on date;
alter table sig.case_file add column closing_reason text
  check (closing_reason in ('GOALS_REACHED', 'PERIOD_OVER', 'CONSENT_ENDED', 'AGED_OUT', 'MOVED', 'OTHER'));
alter table sig.case_file add constraint case_file_closed
  check ((closed_on is null) = (closing_reason is null) and (closed_on is null or status = 'CLOSED'));
`;

const DOWN = `
alter table sig.case_file drop constraint case_file_closed, drop column closing_reason, drop column closed_on;
`;

/** A closed case has a day and a reason. */
export class Closing extends Migration {
  override up(): void {
    this.addSql(UP);
  }

  override down(): void {
    this.addSql(DOWN);
  }
}
