import { Migration } from '@mikro-orm/migrations';
import { counted } from './32-withdrawn-invitations.js';

/** What is written down of the steering group's meetings, about nobody. One evaluation of the whole in a case; the young person evaluates own actions. A closed case is followed up in meetings, whose calls count as any other. */
const UP = `
alter table sig.steering_meeting add column minutes_sealed bytea check (minutes_sealed is null or status = 'HELD');
alter table sig.evaluation alter column action_id drop not null;
alter table sig.evaluation alter column author_id drop not null;
alter table sig.evaluation add column by_id uuid;
alter table sig.evaluation add constraint evaluation_by
  foreign key (by_id, case_id) references sig.person (id, case_id) deferrable initially deferred;
alter table sig.evaluation add constraint evaluation_one_author check (num_nonnulls(author_id, by_id) = 1);
create unique index evaluation_of_the_whole on sig.evaluation (case_id) where action_id is null;
${counted(' and not i.withdrawn', ' and not o.withdrawn', `'DECLINED'`)}
`;

/** Row-level security, forced on the owner too, would hide what is to be deleted. */
const DOWN = `
alter table sig.steering_meeting drop column minutes_sealed;
${counted(' and not i.withdrawn', ' and not o.withdrawn')}
drop index sig.evaluation_of_the_whole;
alter table sig.evaluation no force row level security;
delete from sig.evaluation where action_id is null or author_id is null;
alter table sig.evaluation force row level security;
alter table sig.evaluation drop constraint evaluation_one_author, drop constraint evaluation_by, drop column by_id,
  alter column author_id set not null, alter column action_id set not null;
`;

/** The end of the work is evaluated, and followed up; the steering group's meetings have minutes. */
export class FollowedUp extends Migration {
  override up(): void {
    this.addSql(UP);
  }

  override down(): void {
    this.addSql(DOWN);
  }
}
