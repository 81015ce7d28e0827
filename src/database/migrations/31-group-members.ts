import { Migration } from '@mikro-orm/migrations';
import { once, writerMay } from '../row-level-security.js';

const ADMINISTERED = `municipality_id = ${once('administered_municipality')}`;

const UP = `
alter table sig.group_member add column function text not null default 'MEMBER'
  check (function in ('MEMBER', 'CHAIR', 'DEPUTY'));
alter table sig.group_member alter column function drop default;
create index on sig.group_member (group_id, role_term_id);

${writerMay('work_group', ['select'], ADMINISTERED)}
${writerMay('group_member', ['select', 'insert', 'update'], ADMINISTERED)}
create policy writer_administration on sig.role_term for select to sig_writer using (${ADMINISTERED});
`;

const DOWN = `
drop policy writer_administration on sig.role_term;
drop policy writer_update on sig.group_member;
drop policy writer_insert on sig.group_member;
drop policy writer_select on sig.group_member;
drop policy writer_select on sig.work_group;
revoke all on sig.work_group, sig.group_member from sig_writer;
drop index sig.group_member_group_id_role_term_id_idx;
alter table sig.group_member drop column function;
`;

/** Who sits in the operative and the steering group is changed by an administrator of the municipality alone. */
export class GroupMembers extends Migration {
  override up(): void {
    this.addSql(UP);
  }

  override down(): void {
    this.addSql(DOWN);
  }
}
