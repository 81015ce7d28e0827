import { Migration } from '@mikro-orm/migrations';

const UP = `
alter table sig.plan_version alter column author_id drop not null;
alter table sig.plan_version add column by_id uuid;
alter table sig.plan_version add constraint plan_version_by
  foreign key (by_id, case_id) references sig.person (id, case_id) deferrable initially deferred;
alter table sig.plan_version add constraint plan_version_one_author check (num_nonnulls(author_id, by_id) = 1);
`;

const DOWN = `
delete from sig.plan_version where author_id is null;
alter table sig.plan_version drop constraint plan_version_one_author, drop constraint plan_version_by, drop column by_id,
  alter column author_id set not null;
`;

/** A change of the plan that the young person made bears the person; all others bear a professional's role. */
export class ChangesByTheFamily extends Migration {
  override up(): void {
    this.addSql(UP);
  }

  override down(): void {
    this.addSql(DOWN);
  }
}
