import { Migration } from '@mikro-orm/migrations';

const UP = `
create index invitation_invitee on sig.invitation (invitee_id) where invitee_kind = 'PROFESSIONAL';

-- Which of these calls, of cases that the coordinator knows, call a professional to a planned meeting while the same human
-- being is called to another one in the municipality. It answers with the ids that it was asked about and with no other: not
-- which meeting, not which case, not how many. Of a case that the coordinator knows it counts what the own agency holds, so
-- that it says nothing of what is withheld there.
create function sig.busy_invitations(ids uuid[]) returns setof uuid
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
    where i.id = any(ids) and i.case_id = any(known) and i.invitee_kind = 'PROFESSIONAL'
      and exists (select from sig.role_term s
        join sig.invitation o on o.invitee_id = s.id and o.invitee_kind = 'PROFESSIONAL'
          and o.meeting_id <> m.id and o.answer <> 'DECLINED'
        join sig.meeting n on n.id = o.meeting_id and n.status = 'PLANNED'
          and n.starts_at < m.ends_at and m.starts_at < n.ends_at
        join sig.case_file c on c.id = o.case_id and c.municipality_id = home and c.status not in ('CLOSED', 'DECLINED')
        join sig.assignment a on a.case_id = c.id and a.role_term_id = s.id
          and a.valid_from <= at and (a.valid_until is null or at < a.valid_until)
        where s.professional_id = t.professional_id and s.municipality_id = home
          and (o.case_id <> all(known) or own = all(array[o.holder_id, n.holder_id])));
end $$;
revoke execute on function sig.busy_invitations(uuid[]) from public;
grant execute on function sig.busy_invitations(uuid[]) to sig_reader;
`;

const DOWN = `
drop function sig.busy_invitations(uuid[]);
drop index sig.invitation_invitee;
`;

/** That somebody who is called is called elsewhere at the same time, for the coordinator. */
export class MeetingClashes extends Migration {
  override up(): void {
    this.addSql(UP);
  }

  override down(): void {
    this.addSql(DOWN);
  }
}
