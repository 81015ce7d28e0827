-- What is told of a term, in numbers, as it was told: frozen. The whole is for those who steer, the public part for
-- everybody.
create table sig.steering_report (
  id uuid primary key,
  municipality_id uuid not null references sig.municipality deferrable initially deferred,
  part text not null check (part in ('WHOLE', 'PUBLIC')),
  term_from date not null,
  term_through date not null check (term_through > term_from),
  tables jsonb not null check (jsonb_typeof(tables) = 'array'),
  published_by_id uuid not null references sig.role_term deferrable initially deferred,
  recorded_at timestamptz(3) not null,
  unique (municipality_id, part, term_from)
);
alter table sig.steering_report enable row level security, force row level security;
create policy owner on sig.steering_report to sig_owner using (true) with check (true);
create policy reader on sig.steering_report for select to sig_reader
  using (municipality_id = (select sig.municipality())
    and (part = 'PUBLIC' or (select sig.capacity()) in ('STEERING_MEMBER', 'COORDINATOR', 'ADMINISTRATOR')));
create policy writer_select on sig.steering_report for select to sig_writer
  using (municipality_id = (select sig.administered_municipality()));
create policy writer_insert on sig.steering_report for insert to sig_writer
  with check (municipality_id = (select sig.administered_municipality()));
grant select on sig.steering_report to sig_reader;
grant select, insert on sig.steering_report to sig_writer;

-- To anybody, signed in or not: what a municipality has told its citizens of a term.
create function sig.public_report(of_code text, of_term date)
returns table (municipality text, term_from text, term_through text, tables jsonb)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.name, r.term_from::text, r.term_through::text, r.tables
    from sig.steering_report r join sig.municipality m on m.id = r.municipality_id
    where m.code = of_code and r.term_from = of_term and r.part = 'PUBLIC'
$$;
grant execute on function sig.public_report(text, date) to sig_reader;

-- Everything that the report of a term is counted from, for whoever has locked the municipality to publish it. It leaves
-- the process counted only: no administrator is shown any of it. Sealed values with their keys, to be opened there.
create function sig.term_facts(term_from date, term_through date) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  home uuid := sig.administered_municipality();
  from_at timestamptz := sig.midnight(term_from);
  until_at timestamptz := sig.midnight(term_through + 1);
begin
  if home is null then return null; end if;
  return (with
    course as (
      select coalesce(c.id, p.case_id) as id, (p.proposed_at at time zone 'Europe/Stockholm')::date as proposed_on,
          case when p.state = 'DECLINED' then (p.decided_at at time zone 'Europe/Stockholm')::date end as declined_on,
          c.started_on as began_on, case when c.started_on is not null then c.closed_on end as ended_on
        from (select * from sig.case_file f where f.municipality_id = home) c
        full join (select * from sig.proposal q where q.municipality_id = home) p on p.case_id = c.id),
    told as (select * from course where declined_on between term_from and term_through
      or began_on between term_from and term_through or ended_on between term_from and term_through),
    kind as (select k.number, k.name from sig.piece_kind k),
    held as (
      select m.id, m.case_id, m.starts_at from sig.piece m
        join kind k on k.number = m.kind and k.name = 'MEETING'
        join sig.case_file c on c.id = m.case_id and c.municipality_id = home
        where m.plain ->> 'status' = 'HELD' and m.plain ->> 'meetingKind' in ('FIRST', 'FOLLOW_UP') and m.starts_at < until_at),
    met as (select h.* from held h where exists
      (select from held t where t.case_id = h.case_id and t.starts_at >= from_at))
  select jsonb_build_object(
    'packs', (select coalesce(jsonb_agg(jsonb_build_object('validFrom', sig.ms(r.valid_from),
        'pack', r.rules || jsonb_build_object('version', r.version)) order by r.version), '[]')
      from sig.rule_pack r where r.municipality_id = home),
    'courses', (select coalesce(jsonb_agg(jsonb_build_object('caseId', t.id, 'proposedOn', t.proposed_on,
        'declinedOn', t.declined_on, 'beganOn', t.began_on, 'endedOn', t.ended_on,
        'birthDate', (select y.birth_date from sig.person y where y.case_id = t.id and y.kind = 'YOUNG_PERSON'),
        'firstMeetingOn', (select min((m.starts_at at time zone 'Europe/Stockholm')::date) from sig.piece m
          join kind k on k.number = m.kind and k.name = 'MEETING'
          where m.case_id = t.id and m.plain ->> 'status' = 'HELD' and m.plain ->> 'meetingKind' = 'FIRST'),
        -- By the history where there is one: what is reworded is stated anew.
        'plannedOn', (select min((coalesce(v.recorded_at, g.recorded_at) at time zone 'Europe/Stockholm')::date) from sig.piece g
          join kind k on k.number = g.kind and k.name in ('GOAL', 'ACTION')
          left join sig.piece_version v on v.piece_id = g.id and v.cause = 'CREATED' where g.case_id = t.id),
        'consentWithdrawn', exists (select from sig.consent_statement s where s.case_id = t.id and s.decision = 'WITHDRAWN'))
        order by t.id), '[]') from told t),
    'areas', (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name) order by f.name), '[]')
      from sig.focus_area f where f.municipality_id = home),
    -- Of nobody who was protected at any time since the term began.
    'contacts', (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'caseId', o.case_id, 'holderId', o.holder_id,
        'sealed', encode(o.sealed, 'base64'), 'key', encode(w.wrapped_key, 'base64')) order by o.recorded_at, o.id), '[]')
      from told t join sig.piece o on o.case_id = t.id and t.began_on between term_from and term_through
        join kind k on k.number = o.kind and k.name = 'CONTACT'
        join sig.piece_key w on w.case_id = o.case_id and w.holder_id = o.holder_id
      where not exists (select from sig.protection p where p.case_id = o.case_id and p.person_id = any(o.subject_ids)
        and (p.valid_until is null or p.valid_until > from_at))),
    'effects', (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'caseId', o.case_id, 'holderId', o.holder_id,
        'category', o.category, 'sealed', encode(o.sealed, 'base64'), 'key', encode(w.wrapped_key, 'base64')) order by o.id), '[]')
      from told t join sig.piece o on o.case_id = t.id and t.ended_on between term_from and term_through
        join kind k on k.number = o.kind and k.name = 'OUTCOME'
        join sig.piece_key w on w.case_id = o.case_id and w.holder_id = o.holder_id),
    'meetings', (select coalesce(jsonb_agg(jsonb_build_object('caseKey', m.case_id, 'startsAt', sig.ms(m.starts_at))
        order by m.starts_at, m.id), '[]') from met m),
    'places', (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'caseKey', i.case_id, 'holderId', i.holder_id,
        'startsAt', sig.ms(m.starts_at), 'party', a.kind, 'professionalKey', r.professional_id,
        'sealed', encode(i.sealed, 'base64'), 'key', encode(w.wrapped_key, 'base64')) order by m.starts_at, i.id), '[]')
      from met m join sig.piece i on i.parent_id = m.id and i.case_id = m.case_id
        join kind k on k.number = i.kind and k.name = 'INVITATION'
        join sig.role_term r on r.id = i.invitee_id join sig.agency a on a.id = r.agency_id
        join sig.piece_key w on w.case_id = i.case_id and w.holder_id = i.holder_id
      where i.plain ->> 'inviteeKind' = 'PROFESSIONAL' and not (i.plain ->> 'withdrawn')::boolean),
    'actions', (select coalesce(jsonb_agg(jsonb_build_object('party', a.kind, 'dueOn', d.due_on,
        'doneOn', case when d.plain ->> 'status' = 'DONE' then (coalesce(
          (select max(v.recorded_at) from sig.piece_version v where v.piece_id = d.id and v.plain ->> 'status' = 'DONE'),
          d.recorded_at) at time zone 'Europe/Stockholm')::date end) order by d.id), '[]')
      from sig.piece d join kind k on k.number = d.kind and k.name = 'ACTION'
        join sig.case_file c on c.id = d.case_id and c.municipality_id = home
        join sig.agency a on a.id = d.holder_id
      where d.due_on between term_from and term_through and d.plain ->> 'status' <> 'CANCELLED')));
end $$;
grant execute on function sig.term_facts(date, date) to sig_writer;
