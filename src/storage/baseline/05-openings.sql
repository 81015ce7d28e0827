-- What the ledger opens to whom, as computed when the facts last changed: each row a set of cells, from every holder to
-- every other recipient in every category, now or ahead; what has ended is not kept. And the judge who looks at it when a
-- transaction ends, whoever wrote it: the openings are those that the ledger, custody, birthdays, rules and blocks give,
-- neither wider nor narrower. Triggers note whose openings a transaction may have made wrong; one query then judges all
-- openings of a subject together, in whatever order rows were written. Checks keep one plan for every call, since making a
-- plan takes longer than the check.

create table sig.opening (
  case_id uuid not null references sig.case_file deferrable initially deferred,
  subject_id uuid not null,
  holder_ids uuid[] not null check (cardinality(holder_ids) > 0),
  recipient_ids uuid[] not null check (cardinality(recipient_ids) > 0),
  categories text[] not null check (cardinality(categories) > 0),
  valid tstzrange not null check (not isempty(valid)),
  data tstzmultirange not null,
  statements int[] not null check (cardinality(statements) > 0),
  -- Nobody is a recipient of their own, so that one alone on both sides would name no cell.
  check (not (holder_ids <@ recipient_ids[1:1] and recipient_ids <@ holder_ids[1:1])),
  foreign key (subject_id, case_id) references sig.person (id, case_id) deferrable initially deferred
);
create index on sig.opening (case_id, subject_id);
alter table sig.opening enable row level security, force row level security;
create policy owner on sig.opening to sig_owner using (true) with check (true);
create policy reader on sig.opening for select to sig_reader
  using (case_id = any((select sig.known_cases())::uuid[])
    and ((select sig.agency()) = any(recipient_ids) or (select sig.oversees())));
create policy writer_select on sig.opening for select to sig_writer using (case_id = (select sig.locked_case()));
create policy writer_insert on sig.opening for insert to sig_writer with check (case_id = (select sig.locked_case()));
create policy writer_delete on sig.opening for delete to sig_writer using (case_id = (select sig.locked_case()));
grant select on sig.opening to sig_reader;
grant select, insert, delete on sig.opening to sig_writer;

-- Whose openings the transaction has touched and not yet had checked. Only the triggers write here: who could take a
-- row away would take the check away with it. The transaction is part of the key, so that nobody waits for anybody.
create table sig.opening_unchecked (
  case_id uuid not null,
  subject_id uuid not null,
  by_transaction xid8 not null default pg_current_xact_id(),
  primary key (case_id, subject_id, by_transaction)
);
alter table sig.opening_unchecked enable row level security, force row level security;
create policy owner on sig.opening_unchecked to sig_owner using (true) with check (true);

-- From here on the formula of consent stated again, from the ledger, custody, birthdays, rules and blocks alone. It shares no
-- code with the core: everything is a set of time, and a cell is open in what is left of it.

-- The local rules of a municipality, each version for as long as it applies. Nobody is of age before 18, whatever they say.
create function sig.rules_of(municipality uuid) returns table (self_from int, guardians_until int, time_may_open boolean,
  valid_from timestamptz, during tstzrange)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query select (r.rules ->> 'youngPersonSignsFromAge')::int, greatest(18, (r.rules ->> 'guardiansSignUntilAge')::int),
      (r.rules ->> 'timeMayOpen')::boolean, r.valid_from::timestamptz,
      tstzrange(r.valid_from, lead(r.valid_from) over (order by r.valid_from, r.version))
    from sig.rule_pack r where r.municipality_id = municipality;
end $$;

-- Who must sign for a subject, and when. Without a custodian who may sign, nobody does until the subject is of age.
create function sig.signers_of(subject uuid, born date, municipality uuid) returns table (signer uuid, during tstzmultirange)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  guarded tstzmultirange;
  self tstzmultirange;
begin
  select range_agg(r.during * tstzrange(null, sig.midnight(sig.turns_on(born, r.guardians_until)))),
      range_agg(r.during * tstzrange(sig.midnight(sig.turns_on(born, r.self_from)), null))
    into guarded, self from sig.rules_of(municipality) r;
  return query with custodian as (
    select k.guardian_id, range_agg(tstzmultirange(tstzrange(sig.midnight(k.valid_from), sig.midnight(k.valid_until)))
        - case when k.prevented_from is null then '{}'
            else tstzmultirange(tstzrange(sig.midnight(k.prevented_from), sig.midnight(k.prevented_until))) end) as during
      from sig.custody k where k.subject_id = subject group by 1)
    select c.guardian_id, c.during * guarded from custodian c
    union all
    select subject, self - (guarded - coalesce((select range_agg(c.during) from custodian c), '{}'));
end $$;

-- The instants at which time alone, or new rules, change who must sign: what they find closed waits for a new yes.
create function sig.turns_of(subject uuid, born date, municipality uuid) returns timestamptz[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (with required as materialized (select s.during from sig.signers_of(subject, born, municipality) s),
    rules as materialized (select * from sig.rules_of(municipality))
    select coalesce(array_agg(distinct t.at order by t.at), '{}') from (
      select r.valid_from, true from rules r
      union all select sig.midnight(sig.turns_on(born, age)), false from rules r, unnest(array[r.self_from, r.guardians_until]) age
      union all select sig.midnight(k.valid_until), false from sig.custody k where k.subject_id = subject and k.valid_until is not null
    ) t (at, by_rules)
    where (t.by_rules or exists (select from rules r where r.during @> t.at and not r.time_may_open))
      and exists (select from required q where q.during @> t.at <> q.during @> (t.at - interval '1 millisecond')));
end $$;

/* Why the openings about a subject are not those that the formula gives, or null. Cells that the same lists of the ledger
   and the same blocks name are one class, judged once. What has ended may still stand or be gone; it must have been right. */
create function sig.openings_fault(of_case uuid, of_subject uuid) returns text language plpgsql stable
security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan set jit = off as $$
declare
  fault text;
  born date;
  home uuid;
  agencies uuid[];
  turns timestamptz[];
  now timestamptz := greatest(sig.now(), (select max(facts_at) from sig.case_file));
begin
  select case when p.kind <> 'GUARDIAN' then p.birth_date end, c.municipality_id into born, home
    from sig.person p join sig.case_file c on c.id = p.case_id where p.id = of_subject and p.case_id = of_case;
  -- About a guardian, and about whoever is gone, nothing opens.
  if born is null then
    return (select 'is about nobody whom consent is about' from sig.opening o
      where o.case_id = of_case and o.subject_id = of_subject limit 1);
  end if;
  agencies := array(select a.id from sig.agency a where a.municipality_id = home);
  if exists (select from sig.opening o where o.case_id = of_case and o.subject_id = of_subject
      and not (o.holder_ids <@ agencies and o.recipient_ids <@ agencies)) then
    return 'leaves the municipality';
  end if;
  turns := sig.turns_of(of_subject, born, home);

  with recursive required as materialized (
    select * from sig.signers_of(of_subject, born, home)
  ), opened as materialized (
    select row_number() over () as place, o.* from sig.opening o where o.case_id = of_case and o.subject_id = of_subject
  ), statement as materialized (
    select s.*, case when s.grants is not null then dense_rank() over (order by s.grants) end as list
      from sig.consent_statement s where s.case_id = of_case and s.subject_id = of_subject
  ), block as materialized (
    select row_number() over () as place, b.by_holder_id, b.grants, tstzrange(b.valid_from, b.valid_until) as during
      from sig.block b where b.case_id = of_case and b.subject_id = of_subject
  ), cell as materialized (
    -- Each cell that a list names, once however many statements name the same list.
    select holder.id as holder, recipient.id as recipient, category.name as category, array_agg(distinct l.list order by l.list) as lists
      from (select distinct s.list, s.grants from statement s where s.list is not null) l,
        jsonb_to_recordset(l.grants) g ("fromIds" uuid[], "toIds" uuid[], categories text[]),
        unnest(g."fromIds") holder (id), unnest(g."toIds") recipient (id), unnest(g.categories) category (name)
      where holder.id <> recipient.id and holder.id = any(agencies) and recipient.id = any(agencies)
      group by 1, 2, 3
  ), placed as materialized (
    select c.*, array(select b.place from block b
        where (b.by_holder_id is null or b.by_holder_id = c.holder) and (b.grants is null or exists (
          select from jsonb_to_recordset(b.grants) g ("fromIds" uuid[], "toIds" uuid[], categories text[])
            where c.holder = any(g."fromIds") and c.recipient = any(g."toIds") and c.category = any(g.categories)))
        order by 1) as blocks
      from cell c
  ), class as materialized (
    select row_number() over () as class, p.lists, p.blocks from placed p group by p.lists, p.blocks
  ), speaking as materialized (
    -- A statement speaks from when it applies until its signer's next one about the same cells does.
    select k.class, s.sequence, s.signer_id as signer, s.decision, s.applies_from, s.until, s.data_periods,
        tstzmultirange(tstzrange(s.applies_from, case when s.decision = 'GRANTED' then s.until end))
          - case when min(s.applies_from) over newer is null then '{}'
              else tstzmultirange(tstzrange(min(s.applies_from) over newer, null)) end as during
      from class k join statement s on s.list = any(k.lists) or s.grants is null and s.decision <> 'GRANTED'
      window newer as (partition by k.class, s.signer_id
        order by s.sequence desc rows between unbounded preceding and 1 preceding)
  ), word as materialized (
    select w.class, w.signer, coalesce(range_agg(w.during) filter (where w.decision = 'GRANTED'), '{}') as yes,
        coalesce(range_agg(w.during) filter (where w.decision <> 'GRANTED'), '{}') as no
      from speaking w group by 1, 2
  ), answered as materialized (
    select k.class,
        (select range_agg(q.during) from required q) as anybody,
        (select range_agg(q.during - coalesce(w.yes, '{}'))
          from required q left join word w on w.class = k.class and w.signer = q.signer) as unanswered,
        coalesce((select range_agg(w.no * case when w.signer = of_subject then '{(,)}' else q.during end)
          from word w left join required q on q.signer = w.signer
          where w.class = k.class and (w.signer = of_subject or q.signer is not null)), '{}') as refused,
        coalesce((select range_agg(b.during) from block b where b.place = any(k.blocks)), '{}') as blocked
      from class k
  ), agreed as materialized (
    select a.*, a.anybody - a.unanswered - a.refused - a.blocked as during from answered a
  ), waited (class, number, during) as (
    -- One turn after the other: what was closed just before it is open again from the first moment at which all agree and
    -- the last word of one of them is a yes from the turn on.
    select a.class, 0, a.during from agreed a
    union all
    select w.class, w.number + 1, case when w.during @> (t.at - interval '1 millisecond') then w.during
        else w.during - tstzmultirange(tstzrange(t.at, lower((
          select range_agg(y.during * q.during) * a.during * tstzmultirange(tstzrange(t.at, null))
            from speaking y join required q on q.signer = y.signer
            where y.class = w.class and y.decision = 'GRANTED' and y.applies_from >= t.at)))) end
      from waited w join agreed a on a.class = w.class, lateral (select turns[w.number + 1] as at) t
      where w.number < cardinality(turns)
  ), open as materialized (
    select w.class, w.during, a.anybody, a.refused, a.blocked,
        -- Closed after it was first open, refused or blocked.
        tstzmultirange(tstzrange(lower(w.during + a.refused + a.blocked), null)) - w.during as gaps
      from waited w join agreed a on a.class = w.class where w.number = cardinality(turns)
  ), shown as materialized (
    select o.place, holder.id as holder, recipient.id as recipient, category.name as category
      from opened o, unnest(o.holder_ids) holder (id), unnest(o.recipient_ids) recipient (id), unnest(o.categories) category (name)
      where holder.id <> recipient.id
  ), met as materialized (
    select k.class, p.holder, p.recipient, p.category, array_agg(h.place order by h.place) filter (where h.place is not null) as places
      from placed p join class k on k.lists = p.lists and k.blocks = p.blocks
        left join shown h on h.holder = p.holder and h.recipient = p.recipient and h.category = p.category
      group by 1, 2, 3, 4
  ), judged as (
    select case
      when (select count(distinct y.sequence) from speaking y where y.class = m.class and y.decision = 'GRANTED'
          and y.sequence = any(o.statements) and y.during @> o.valid) <> cardinality(o.statements)
        then 'is not covered by the grants it names'
      when exists (select from speaking w where w.class = m.class and w.signer = of_subject and w.decision <> 'GRANTED'
          and w.during && o.valid) then 'overlaps a no of its subject'
      when n.blocked && o.valid then 'overlaps a block'
      when exists (select from required q where q.signer = of_subject and q.during && o.valid and not exists (
          select from speaking y where y.class = m.class and y.signer = q.signer and y.sequence = any(o.statements)))
        then 'lacks the grant of its subject'
      when exists (select from required q where q.during && o.valid and not exists (
          select from speaking y where y.class = m.class and y.signer = q.signer and y.sequence = any(o.statements)))
        then 'lacks the grant of a guardian'
      when not n.anybody @> o.valid then 'is open while nobody can sign'
      when exists (select from speaking y join required q on q.signer = y.signer
          where y.class = m.class and y.sequence = any(o.statements) and not q.during @> o.valid)
        then 'names somebody who need not sign'
      when not n.during @> o.valid then 'does not wait for a new yes'
      when not r.reach @> o.data then 'reaches data outside its grants'
      when r.reach <> o.data then 'leaves out data that its grants reach'
      end as fault
    from (select distinct m.class, place from met m, unnest(m.places) place) m
      join opened o on o.place = m.place join open n on n.class = m.class,
      lateral (select range_intersect_agg(coalesce(y.data_periods, tstzmultirange(tstzrange(null, y.until))
          - n.gaps * tstzmultirange(tstzrange(null, lower(o.valid))))) as reach
        from speaking y where y.class = m.class and y.sequence = any(o.statements)) r
    union all
    select 'is not covered by the grants it names' from shown h left join cell c using (holder, recipient, category)
      where c.holder is null
    union all
    select 'is missing that the ledger gives'
      from (select distinct m.class, m.places from met m) m join open n on n.class = m.class
      where not coalesce((select range_agg(o.valid) from opened o where o.place = any(m.places)), '{}')
        @> (n.during * tstzmultirange(tstzrange(now, null)))
  )
  select j.fault into fault from judged j where j.fault is not null limit 1;
  return fault;
end $$;

create function sig.leave_openings_unchecked() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_generic_plan set jit = off as $$
begin
  insert into sig.opening_unchecked (case_id, subject_id)
    select distinct w.case_id, w.subject_id from written w on conflict do nothing;
  return null;
end $$;

create function sig.check_openings() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_generic_plan set jit = off as $$
declare fault text := sig.openings_fault(new.case_id, new.subject_id);
begin
  if fault is not null then
    raise exception 'An opening %', fault using errcode = 'check_violation', schema = 'sig', table = 'opening';
  end if;
  -- What is written after this check, if the transaction has asked for it early, is left to be checked again.
  delete from sig.opening_unchecked u
    where (u.case_id, u.subject_id, u.by_transaction) = (new.case_id, new.subject_id, new.by_transaction);
  return null;
end $$;

create trigger insert_leaves_openings_unchecked after insert on sig.opening
  referencing new table as written for each statement execute function sig.leave_openings_unchecked();
create trigger update_leaves_openings_unchecked after update on sig.opening
  referencing new table as written for each statement execute function sig.leave_openings_unchecked();
create trigger delete_leaves_openings_unchecked after delete on sig.opening
  referencing old table as written for each statement execute function sig.leave_openings_unchecked();
create trigger insert_leaves_openings_unchecked after insert on sig.consent_statement
  referencing new table as written for each statement execute function sig.leave_openings_unchecked();
create trigger update_leaves_openings_unchecked after update on sig.consent_statement
  referencing new table as written for each statement execute function sig.leave_openings_unchecked();
create trigger delete_leaves_openings_unchecked after delete on sig.consent_statement
  referencing old table as written for each statement execute function sig.leave_openings_unchecked();
create trigger insert_leaves_openings_unchecked after insert on sig.block
  referencing new table as written for each statement execute function sig.leave_openings_unchecked();
create trigger update_leaves_openings_unchecked after update on sig.block
  referencing new table as written for each statement execute function sig.leave_openings_unchecked();
create trigger delete_leaves_openings_unchecked after delete on sig.block
  referencing old table as written for each statement execute function sig.leave_openings_unchecked();
create trigger insert_leaves_openings_unchecked after insert on sig.custody
  referencing new table as written for each statement execute function sig.leave_openings_unchecked();
create trigger update_leaves_openings_unchecked after update on sig.custody
  referencing new table as written for each statement execute function sig.leave_openings_unchecked();
create trigger delete_leaves_openings_unchecked after delete on sig.custody
  referencing old table as written for each statement execute function sig.leave_openings_unchecked();

-- Whose birth date changed, and for whom other rules are to be followed.
create function sig.leave_subject_unchecked() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into sig.opening_unchecked (case_id, subject_id)
    select w.case_id, w.id from written w where w.kind <> 'GUARDIAN' on conflict do nothing;
  return null;
end $$;
create trigger update_leaves_openings_unchecked after update on sig.person
  referencing new table as written for each statement execute function sig.leave_subject_unchecked();

create function sig.leave_municipality_unchecked() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into sig.opening_unchecked (case_id, subject_id)
    select distinct s.case_id, s.subject_id from written w join sig.case_file c on c.municipality_id = w.municipality_id
      join sig.consent_statement s on s.case_id = c.id on conflict do nothing;
  return null;
end $$;
create trigger insert_leaves_openings_unchecked after insert on sig.rule_pack
  referencing new table as written for each statement execute function sig.leave_municipality_unchecked();
create trigger update_leaves_openings_unchecked after update on sig.rule_pack
  referencing new table as written for each statement execute function sig.leave_municipality_unchecked();
create trigger delete_leaves_openings_unchecked after delete on sig.rule_pack
  referencing old table as written for each statement execute function sig.leave_municipality_unchecked();

create constraint trigger openings_are_carried after insert on sig.opening_unchecked
  deferrable initially deferred for each row execute function sig.check_openings();
