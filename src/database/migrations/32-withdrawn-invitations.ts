import { Migration } from '@mikro-orm/migrations';

/** @param over statuses of a case whose calls are no calls any more. */
export const counted = (standing: string, other: string, over = `'CLOSED', 'DECLINED'`): string => `
create or replace function sig.busy_invitations(ids uuid[]) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  at timestamptz := sig.at();
  home uuid := sig.municipality();
  known uuid[] := sig.known_cases();
  own uuid := sig.agency();
begin
  if sig.capacity() is distinct from 'COORDINATOR' then return; end if;
  return query select i.id
    from sig.invitation i
    join sig.meeting m on m.id = i.meeting_id and m.status = 'PLANNED'
    join sig.role_term t on t.id = i.invitee_id
    where i.id = any(ids) and i.case_id = any(known) and i.invitee_kind = 'PROFESSIONAL'${standing}
      and exists (select from sig.role_term s
        join sig.invitation o on o.invitee_id = s.id and o.invitee_kind = 'PROFESSIONAL'
          and o.meeting_id <> m.id and o.answer <> 'DECLINED'${other}
        join sig.meeting n on n.id = o.meeting_id and n.status = 'PLANNED'
          and n.starts_at < m.ends_at and m.starts_at < n.ends_at
        join sig.case_file c on c.id = o.case_id and c.municipality_id = home and c.status not in (${over})
        join sig.assignment a on a.case_id = c.id and a.role_term_id = s.id
          and a.valid_from <= at and (a.valid_until is null or at < a.valid_until)
        where s.professional_id = t.professional_id and s.municipality_id = home
          and (o.case_id <> all(known) or own = all(array[o.holder_id, n.holder_id])));
end $$;
`;

/** Somebody has one call to a meeting that stands, beside any that were withdrawn. */
const UP = `
alter table sig.invitation add column withdrawn boolean not null default false;
alter table sig.invitation alter column withdrawn drop default;
alter table sig.invitation drop constraint invitation_meeting_id_invitee_id_key;
create unique index invitation_standing on sig.invitation (meeting_id, invitee_id) where not withdrawn;
${counted(' and not i.withdrawn', ' and not o.withdrawn')}
`;

/** Row-level security, forced on the owner too, would hide what is to be deleted. */
const DOWN = `
${counted('', '')}
alter table sig.invitation no force row level security;
delete from sig.invitation where withdrawn;
alter table sig.invitation force row level security;
drop index sig.invitation_standing;
alter table sig.invitation add unique (meeting_id, invitee_id);
alter table sig.invitation drop column withdrawn;
`;

/** A call is taken back by hand, and whoever was called may be called again. */
export class WithdrawnInvitations extends Migration {
  override up(): void {
    this.addSql(UP);
  }

  override down(): void {
    this.addSql(DOWN);
  }
}
