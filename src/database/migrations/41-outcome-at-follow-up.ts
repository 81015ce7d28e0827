import { Migration } from '@mikro-orm/migrations';

const UP = `
alter table sig.outcome add column at_follow_up text check (at_follow_up in ('MET', 'PARTLY_MET', 'NOT_MET', 'UNKNOWN'));
`;

const DOWN = `
alter table sig.outcome drop column at_follow_up;
`;

/** What the follow-up of a closed case found, beside what was said when it was closed. */
export class OutcomeAtFollowUp extends Migration {
  override up(): void {
    this.addSql(UP);
  }

  override down(): void {
    this.addSql(DOWN);
  }
}
