-- What the ledger opens to whom, as computed when the facts last changed, and the judge who looks at it when a transaction
-- ends, whoever wrote it: no role can write an opening that the ledger does not carry. Triggers note whose openings a
-- transaction touched; one query then judges all openings of a subject together, in whatever order rows were written.
-- Checks keep one plan for every call, since making a plan takes longer than the check.

create table sig.opening (
  case_id uuid not null references sig.case_file deferrable initially deferred,
  recipient_id uuid not null references sig.agency deferrable initially deferred,
  holder_id uuid not null references sig.agency deferrable initially deferred,
  category text not null,
  subject_id uuid not null,
  valid tstzrange not null check (not isempty(valid)),
  data tstzmultirange not null,
  statements int[] not null check (cardinality(statements) > 0),
  check (holder_id <> recipient_id),
  primary key (case_id, recipient_id, holder_id, category, subject_id, valid),
  foreign key (subject_id, case_id) references sig.person (id, case_id) deferrable initially deferred
);
alter table sig.opening enable row level security, force row level security;
create policy owner on sig.opening to sig_owner using (true) with check (true);
create policy reader on sig.opening for select to sig_reader
  using (case_id = any((select sig.known_cases())::uuid[])
    and (recipient_id = (select sig.agency()) or (select sig.oversees())));
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

create function sig.names_cell(grants jsonb, holder uuid, recipient uuid, category text) returns boolean
language sql immutable as $$
  select grants @> jsonb_build_array(jsonb_build_object('fromId', holder, 'toId', recipient, 'categories', jsonb_build_array(category)))
$$;

/* Why one of the openings about a subject must not be, or null: the rules of the ledger once more, apart from those that
   only make it narrower. Most openings of a case rest on the same statements and blocks, and are judged together. Nested
   loops are off because the planner takes a case for a handful of openings, and there may be thousands. */
create function sig.openings_fault(of_case uuid, of_subject uuid) returns text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_generic_plan set jit = off set enable_nestloop = off as $$
declare
  fault text;
  born date;
  home uuid;
  guardians_until int;
  self_from int;
begin
  select p.birth_date, c.municipality_id into born, home
    from sig.person p join sig.case_file c on c.id = p.case_id where p.id = of_subject and p.case_id = of_case;
  if exists (
    select from (select distinct o.holder_id, o.recipient_id from sig.opening o
        where o.case_id = of_case and o.subject_id = of_subject) pair
      where (select count(*) from sig.agency a
        where a.id in (pair.holder_id, pair.recipient_id) and a.municipality_id = home) <> 2) then
    return 'leaves the municipality';
  end if;
  -- The ages of every version, taken so that no version is broken: which one applied when is the core's to say.
  select min((r.rules ->> 'guardiansSignUntilAge')::int), max((r.rules ->> 'youngPersonSignsFromAge')::int)
    into strict guardians_until, self_from from sig.rule_pack r where r.municipality_id = home;

  with cell as materialized (
    select o.holder_id, o.recipient_id, o.category from sig.opening o
      where o.case_id = of_case and o.subject_id = of_subject group by 1, 2, 3
  ), statement as materialized (
    select s.* from sig.consent_statement s where s.case_id = of_case and s.subject_id = of_subject
  ), named as materialized (
    select distinct s.sequence, concat_ws(' ', g."fromId", g."toId", category) as cell from statement s,
        jsonb_to_recordset(s.grants) g ("fromId" text, "toId" text, categories jsonb),
        jsonb_array_elements_text(g.categories) category
    union all
    select s.sequence, concat_ws(' ', c.holder_id, c.recipient_id, c.category)
      from statement s, cell c where s.grants is null and s.decision <> 'GRANTED'
  ), said as materialized (
    select n.cell, array_agg(n.sequence order by n.sequence) as sequences from named n group by n.cell
  ), blocked as materialized (
    select concat_ws(' ', c.holder_id, c.recipient_id, c.category) as cell,
        range_agg(tstzrange(b.valid_from, b.valid_until)) as during
      from cell c join sig.block b on (b.by_holder_id is null or b.by_holder_id = c.holder_id)
        and (b.grants is null or sig.names_cell(b.grants, c.holder_id, c.recipient_id, c.category))
      where b.case_id = of_case and b.subject_id = of_subject group by 1
  ), alike as materialized (
    select o.valid, o.data, o.statements, coalesce(s.sequences, '{}') as sequences,
        coalesce(b.during, '{}') as blocked
      from sig.opening o
        left join said s on s.cell = concat_ws(' ', o.holder_id, o.recipient_id, o.category)
        left join blocked b on b.cell = concat_ws(' ', o.holder_id, o.recipient_id, o.category)
      where o.case_id = of_case and o.subject_id = of_subject group by 1, 2, 3, 4, 5
  ), speaking as materialized (
    -- A statement speaks from when it applies until its signer's next one about the same cells does.
    select k.sequences, s.sequence, s.signer_id, s.decision, s.until, s.data_periods,
        tstzmultirange(tstzrange(s.applies_from, case when s.decision = 'GRANTED' then s.until end))
          - coalesce(range_agg(tstzrange(s.applies_from, null)) over (partition by k.sequences, s.signer_id
              order by s.sequence desc rows between unbounded preceding and 1 preceding), '{}') as during
      from (select distinct a.sequences from alike a) k join statement s on s.sequence = any(k.sequences)
  ), custody as materialized (
    select k.guardian_id, tstzmultirange(tstzrange(sig.midnight(k.valid_from), sig.midnight(k.valid_until)))
        - case when k.prevented_from is null then '{}'
            else tstzmultirange(tstzrange(sig.midnight(k.prevented_from), sig.midnight(k.prevented_until))) end as during
      from sig.custody k where k.case_id = of_case and k.subject_id = of_subject
  ), judged as (
    select case
      when (select count(distinct s.sequence) from speaking s where s.sequences = o.sequences
            and s.decision = 'GRANTED' and s.sequence = any(o.statements)) <> cardinality(o.statements)
        or exists (select from speaking s where s.sequences = o.sequences
            and s.decision = 'GRANTED' and s.sequence = any(o.statements) and not s.during @> o.valid)
        then 'is not covered by the grants it names'
      when exists (select from speaking s where s.sequences = o.sequences and s.sequence = any(o.statements)
          and not coalesce(s.data_periods, tstzmultirange(tstzrange(null, s.until))) @> o.data)
        then 'reaches data outside its grants'
      when exists (select from speaking s where s.sequences = o.sequences and s.signer_id = of_subject
          and s.decision <> 'GRANTED' and s.during && o.valid) then 'overlaps a no of its subject'
      when tstzrange(sig.midnight(sig.turns_on(born, self_from)), null) && o.valid
        and not exists (select from speaking s where s.sequences = o.sequences and s.signer_id = of_subject
          and s.decision = 'GRANTED' and s.sequence = any(o.statements)) then 'lacks the grant of its subject'
      when exists (select from custody k
        where k.during * tstzmultirange(tstzrange(null, sig.midnight(sig.turns_on(born, guardians_until)))) && o.valid
          and not exists (select from speaking s where s.sequences = o.sequences and s.signer_id = k.guardian_id
            and s.decision = 'GRANTED' and s.sequence = any(o.statements))) then 'lacks the grant of a guardian'
      when o.blocked && o.valid then 'overlaps a block'
      end as fault
    from alike o
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
