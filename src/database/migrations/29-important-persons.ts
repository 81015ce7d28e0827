import { Migration } from '@mikro-orm/migrations';

const UP = `
alter table sig.important_person add column contact_sealed bytea, add column valid_from date not null default '1900-01-01',
  add column valid_until date;
-- Reaches every row; an update would not, since row-level security is forced on the owner too.
alter table sig.important_person alter column valid_from type date using (recorded_at at time zone 'Europe/Stockholm')::date;
alter table sig.important_person alter column valid_from drop default;
alter table sig.important_person add constraint important_person_period check (valid_until >= valid_from);
`;

const DOWN = `
alter table sig.important_person drop column contact_sealed, drop column valid_from, drop column valid_until;
`;

/** Other important persons are named through the API: for a time, with how to reach them. */
export class ImportantPersons extends Migration {
  override up(): void {
    this.addSql(UP);
  }

  override down(): void {
    this.addSql(DOWN);
  }
}
