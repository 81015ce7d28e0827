-- What the ledger opens to whom, as computed when the facts last changed: each row a set of cells, from every holder to
-- every
-- other recipient in every category, now or ahead; what has ended is not kept. And the judge who looks at it when a
-- transaction
-- ends, whoever wrote it: no role can write an opening that the ledger does not carry. Triggers note whose openings a
-- transaction touched; one query then judges all openings of a subject together, in whatever order rows were written.
-- Checks keep one plan for every call, since making a plan takes longer than the check.

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

/* Why one of the openings about a subject must not be, or null: the rules of the ledger once more, apart from those that
   only make it narrower. An opening is a set of cells, and every cell of it is judged: as one where each list of cells in
   the ledger names the whole set or none of it, as it is with nearly all; else cell by cell. */
create function sig.openings_fault(of_case uuid, of_subject uuid) returns text language plpgsql stable
security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan set jit = off as $$
declare
  fault text;
  born date;
  home uuid;
  guardians_until int;
  self_from int;
begin
  select p.birth_date, c.municipality_id into born, home
    from sig.person p join sig.case_file c on c.id = p.case_id where p.id = of_subject and p.case_id = of_case;
  -- A recipient may be a person of the case; a holder is always an agency.
  if exists (
    select from sig.opening o where o.case_id = of_case and o.subject_id = of_subject and (
      exists (select from unnest(o.holder_ids) holder (id)
        where not exists (select from sig.agency a where a.id = holder.id and a.municipality_id = home))
      or exists (select from unnest(o.recipient_ids) recipient (id)
        where not exists (select from sig.agency a where a.id = recipient.id and a.municipality_id = home)
          and not exists (select from sig.person p where p.id = recipient.id and p.case_id = of_case)))) then
    return 'leaves the municipality';
  end if;
  -- The ages of every version, taken so that no version is broken: which one applied when is the core's to say.
  select min((r.rules ->> 'guardiansSignUntilAge')::int), max((r.rules ->> 'youngPersonSignsFromAge')::int)
    into strict guardians_until, self_from from sig.rule_pack r where r.municipality_id = home;

  with opened as materialized (
    select row_number() over () as place, o.* from sig.opening o where o.case_id = of_case and o.subject_id = of_subject
  ), statement as materialized (
    select s.*, dense_rank() over (order by s.grants) as list
      from sig.consent_statement s where s.case_id = of_case and s.subject_id = of_subject
  ), named as materialized (
    -- The sets of each list of cells, once however many statements name the same list.
    select l.list, g."fromIds" as holder_ids, g."toIds" as recipient_ids, g.categories
      from (select distinct s.list, s.grants from statement s where s.grants is not null) l,
        jsonb_to_recordset(l.grants) g ("fromIds" uuid[], "toIds" uuid[], categories text[])
  ), met as materialized (
    select o.place, n.list, bool_or(o.holder_ids <@ n.holder_ids and o.recipient_ids <@ n.recipient_ids
        and o.categories <@ n.categories) as wholly
      from opened o join named n on o.holder_ids && n.holder_ids and o.recipient_ids && n.recipient_ids
        and o.categories && n.categories
      group by 1, 2
  ), part as materialized (
    -- What is to be judged of an opening: the lists that name it, or those that name one of its cells.
    select o.place, array(select m.list from met m where m.place = o.place order by m.list) as lists
      from opened o where not exists (select from met m where m.place = o.place and not m.wholly)
    union
    select o.place, array(select distinct n.list from named n where holder.id = any(n.holder_ids)
        and recipient.id = any(n.recipient_ids) and category.name = any(n.categories) order by n.list)
      from opened o, unnest(o.holder_ids) holder (id), unnest(o.recipient_ids) recipient (id), unnest(o.categories) category (name)
      where holder.id <> recipient.id and exists (select from met m where m.place = o.place and not m.wholly)
  ), speaking as materialized (
    -- A statement speaks from when it applies until its signer's next one about the same cells does.
    select k.lists, s.sequence, s.signer_id, s.decision, s.until, s.data_periods,
        tstzmultirange(tstzrange(s.applies_from, case when s.decision = 'GRANTED' then s.until end))
          - case when min(s.applies_from) over newer is null then '{}'
              else tstzmultirange(tstzrange(min(s.applies_from) over newer, null)) end as during
      from (select distinct p.lists from part p) k
        join statement s on s.list = any(k.lists) or s.grants is null and s.decision <> 'GRANTED'
      window newer as (partition by k.lists, s.signer_id
        order by s.sequence desc rows between unbounded preceding and 1 preceding)
  ), custody as materialized (
    select k.guardian_id, tstzmultirange(tstzrange(sig.midnight(k.valid_from), sig.midnight(k.valid_until)))
        - case when k.prevented_from is null then '{}'
            else tstzmultirange(tstzrange(sig.midnight(k.prevented_from), sig.midnight(k.prevented_until))) end as during
      from sig.custody k where k.case_id = of_case and k.subject_id = of_subject
  ), block as materialized (
    select b.by_holder_id, b.grants is null as names_all, g."fromIds" as holder_ids, g."toIds" as recipient_ids, g.categories,
        tstzrange(b.valid_from, b.valid_until) as during
      from sig.block b
        left join lateral jsonb_to_recordset(b.grants) g ("fromIds" uuid[], "toIds" uuid[], categories text[]) on true
      where b.case_id = of_case and b.subject_id = of_subject
  ), judged as (
    select case
      when (select count(distinct s.sequence) from speaking s where s.lists = p.lists
            and s.decision = 'GRANTED' and s.sequence = any(o.statements)) <> cardinality(o.statements)
        or exists (select from speaking s where s.lists = p.lists
            and s.decision = 'GRANTED' and s.sequence = any(o.statements) and not s.during @> o.valid)
        then 'is not covered by the grants it names'
      when exists (select from speaking s where s.lists = p.lists and s.sequence = any(o.statements)
          and not coalesce(s.data_periods, tstzmultirange(tstzrange(null, s.until))) @> o.data)
        then 'reaches data outside its grants'
      when exists (select from speaking s where s.lists = p.lists and s.signer_id = of_subject
          and s.decision <> 'GRANTED' and s.during && o.valid) then 'overlaps a no of its subject'
      when tstzrange(sig.midnight(sig.turns_on(born, self_from)), null) && o.valid
        and not exists (select from speaking s where s.lists = p.lists and s.signer_id = of_subject
          and s.decision = 'GRANTED' and s.sequence = any(o.statements)) then 'lacks the grant of its subject'
      when exists (select from custody k
        where k.during * tstzmultirange(tstzrange(null, sig.midnight(sig.turns_on(born, guardians_until)))) && o.valid
          and not exists (select from speaking s where s.lists = p.lists and s.signer_id = k.guardian_id
            and s.decision = 'GRANTED' and s.sequence = any(o.statements))) then 'lacks the grant of a guardian'
      when exists (select from block b, unnest(o.holder_ids) holder (id), unnest(o.recipient_ids) recipient (id)
        where b.during && o.valid and holder.id <> recipient.id and (b.by_holder_id is null or b.by_holder_id = holder.id)
          and (b.names_all or holder.id = any(b.holder_ids) and recipient.id = any(b.recipient_ids)
            and o.categories && b.categories)) then 'overlaps a block'
      end as fault
    from opened o join part p on p.place = o.place
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
create trigger insert_leaves_openings_unchecked after insert on sig.consent_statement
  referencing new table as written for each statement execute function sig.leave_openings_unchecked();
create trigger insert_leaves_openings_unchecked after insert on sig.block
  referencing new table as written for each statement execute function sig.leave_openings_unchecked();
create trigger update_leaves_openings_unchecked after update on sig.opening
  referencing new table as written for each statement execute function sig.leave_openings_unchecked();
create trigger update_leaves_openings_unchecked after update on sig.consent_statement
  referencing new table as written for each statement execute function sig.leave_openings_unchecked();
create trigger update_leaves_openings_unchecked after update on sig.block
  referencing new table as written for each statement execute function sig.leave_openings_unchecked();
create constraint trigger openings_are_carried after insert on sig.opening_unchecked
  deferrable initially deferred for each row execute function sig.check_openings();
