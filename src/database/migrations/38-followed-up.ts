import { Migration } from '@mikro-orm/migrations';
import { counted } from './32-withdrawn-invitations.js';

/** One evaluation of the whole in a case. A closed case is followed up in meetings, whose calls count as any other. */
const UP = `
alter table sig.evaluation alter column action_id drop not null;
create unique index evaluation_of_the_whole on sig.evaluation (case_id) where action_id is null;
${counted(' and not i.withdrawn', ' and not o.withdrawn', `'DECLINED'`)}
`;

/** Row-level security, forced on the owner too, would hide what is to be deleted. */
const DOWN = `
${counted(' and not i.withdrawn', ' and not o.withdrawn')}
drop index sig.evaluation_of_the_whole;
alter table sig.evaluation no force row level security;
delete from sig.evaluation where action_id is null;
alter table sig.evaluation force row level security;
alter table sig.evaluation alter column action_id set not null;
`;

/** The end of the work is evaluated, and followed up. */
export class FollowedUp extends Migration {
  override up(): void {
    this.addSql(UP);
  }

  override down(): void {
    this.addSql(DOWN);
  }
}
