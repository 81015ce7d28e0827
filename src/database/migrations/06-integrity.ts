import { Migration } from '@mikro-orm/migrations';

/** One plan for every call: making a plan takes longer than the check. */
const DEFINER = `security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan set jit = off`;
const PIECES = [
  'person_identity',
  'person_contact',
  'situation',
  'note',
  'plan',
  'goal',
  'action',
  'meeting',
  'meeting_place',
];

/** Checked when the transaction ends, whoever writes: within it, rows may come in any order. */
function atCommit(name: string, table: string, when: string, check: string): string {
  return `create constraint trigger ${name} after ${when} on sig.${table} deferrable initially deferred
    for each row execute function sig.${check}();`;
}

/** Row by row, until a later migration judges all openings of a subject at once. */
export const OPENING_CHECK_BY_ROW = `
-- Why an opening must not be, or null: the rules of the ledger once more, apart from those that only make it narrower.
create function sig.opening_fault(o sig.opening) returns text language plpgsql stable ${DEFINER} as $$
declare
  fault text;
  born date;
  home uuid;
  guardians_until int;
  self_from int;
begin
  select p.birth_date, c.municipality_id into born, home
    from sig.person p join sig.case_file c on c.id = p.case_id where p.id = o.subject_id and p.case_id = o.case_id;
  if (select count(*) from sig.agency a where a.id in (o.holder_id, o.recipient_id) and a.municipality_id = home) <> 2 then
    return 'leaves the municipality';
  end if;
  -- The ages of every version, taken so that no version is broken: which one applied when is the core's to say.
  select min((r.rules ->> 'guardiansSignUntilAge')::int), max((r.rules ->> 'youngPersonSignsFromAge')::int)
    into strict guardians_until, self_from from sig.rule_pack r where r.municipality_id = home;

  with about as (
    select s.sequence, s.signer_id, s.decision, s.applies_from, s.until, s.data_periods
      from sig.consent_statement s
      where s.case_id = o.case_id and s.subject_id = o.subject_id
        and case when s.grants is null then s.decision <> 'GRANTED'
          else sig.names_cell(s.grants, o.holder_id, o.recipient_id, o.category) end
  ), speaking as (
    -- A statement speaks from when it applies until its signer's next one does.
    select a.*, tstzmultirange(tstzrange(a.applies_from, case when a.decision = 'GRANTED' then a.until end))
        - coalesce((select range_agg(tstzrange(later.applies_from, null)) from about later
            where later.signer_id = a.signer_id and later.sequence > a.sequence), '{}') as during
      from about a
  ), carrying as (
    select s.* from speaking s where s.decision = 'GRANTED' and s.sequence = any(o.statements)
  ), custody as (
    select k.guardian_id, tstzmultirange(tstzrange(sig.midnight(k.valid_from), sig.midnight(k.valid_until)))
        - case when k.prevented_from is null then '{}'
            else tstzmultirange(tstzrange(sig.midnight(k.prevented_from), sig.midnight(k.prevented_until))) end as during
      from sig.custody k where k.case_id = o.case_id and k.subject_id = o.subject_id
  )
  select case
    when (select count(distinct s.sequence) from carrying s) <> cardinality(o.statements)
      or exists (select from carrying s where not s.during @> o.valid) then 'is not covered by the grants it names'
    when exists (select from carrying s
      where not coalesce(s.data_periods, tstzmultirange(tstzrange(null, s.until))) @> o.data) then 'reaches data outside its grants'
    when exists (select from speaking s where s.signer_id = o.subject_id and s.decision <> 'GRANTED' and s.during && o.valid)
      then 'overlaps a no of its subject'
    when tstzrange(sig.midnight(sig.turns_on(born, self_from)), null) && o.valid
      and not exists (select from carrying s where s.signer_id = o.subject_id) then 'lacks the grant of its subject'
    when exists (select from custody k
      where k.during * tstzmultirange(tstzrange(null, sig.midnight(sig.turns_on(born, guardians_until)))) && o.valid
        and not exists (select from carrying s where s.signer_id = k.guardian_id)) then 'lacks the grant of a guardian'
    when exists (select from sig.block b
      where b.case_id = o.case_id and b.subject_id = o.subject_id
        and (b.by_holder_id is null or b.by_holder_id = o.holder_id)
        and (b.grants is null or sig.names_cell(b.grants, o.holder_id, o.recipient_id, o.category))
        and tstzrange(b.valid_from, b.valid_until) && o.valid) then 'overlaps a block'
    end into fault;
  return fault;
end $$;

create function sig.check_opening() returns trigger language plpgsql ${DEFINER} as $$
declare fault text;
begin
  -- By now the row may be gone or changed again; what counts is what is left, and a later version is checked itself.
  perform from sig.opening o
    where (o.case_id, o.recipient_id, o.holder_id, o.category, o.subject_id, o.valid, o.data, o.statements)
      = (new.case_id, new.recipient_id, new.holder_id, new.category, new.subject_id, new.valid, new.data, new.statements);
  if not found then return null; end if;
  fault := sig.opening_fault(new);
  if fault is not null then
    raise exception 'An opening %', fault using errcode = 'check_violation', schema = 'sig', table = 'opening';
  end if;
  return null;
end $$;

create function sig.check_openings_of_subject() returns trigger language plpgsql ${DEFINER} as $$
declare fault text;
begin
  -- Rows of this very transaction are checked by themselves.
  select sig.opening_fault(o) into fault from sig.opening o
    where o.case_id = new.case_id and o.subject_id = new.subject_id
      and o.xmin <> pg_current_xact_id()::xid and sig.opening_fault(o) is not null limit 1;
  if fault is not null then
    raise exception 'An opening %', fault using errcode = 'check_violation', schema = 'sig', table = 'opening';
  end if;
  return null;
end $$;

${atCommit('opening_is_carried', 'opening', 'insert or update', 'check_opening')}
${atCommit('statement_leaves_no_wrong_opening', 'consent_statement', 'insert or update', 'check_openings_of_subject')}
${atCommit('block_leaves_no_wrong_opening', 'block', 'insert or update', 'check_openings_of_subject')}
`;

export const OPENING_CHECK_BY_ROW_DOWN = `
drop trigger block_leaves_no_wrong_opening on sig.block;
drop trigger statement_leaves_no_wrong_opening on sig.consent_statement;
drop trigger opening_is_carried on sig.opening;
drop function sig.check_openings_of_subject(), sig.check_opening(), sig.opening_fault(sig.opening);
`;

const UP = `
create function sig.names_cell(grants jsonb, holder uuid, recipient uuid, category text) returns boolean language sql immutable as $$
  select grants @> jsonb_build_array(jsonb_build_object('fromId', holder, 'toId', recipient, 'categories', jsonb_build_array(category)))
$$;

${OPENING_CHECK_BY_ROW}
create function sig.check_assignment() returns trigger language plpgsql ${DEFINER} as $$
begin
  if not exists (select from sig.role_term t join sig.case_file c on c.municipality_id = t.municipality_id
    where t.id = new.role_term_id and c.id = new.case_id) then
    raise exception 'An assignment leaves the municipality' using errcode = 'check_violation', schema = 'sig', table = 'assignment';
  end if;
  return null;
end $$;

create function sig.check_piece() returns trigger language plpgsql ${DEFINER} as $$
begin
  if not exists (select from sig.agency a join sig.case_file c on c.municipality_id = a.municipality_id
    where a.id = new.holder_id and c.id = new.case_id) then
    raise exception 'A piece is held outside the municipality' using errcode = 'check_violation', schema = 'sig', table = tg_table_name;
  end if;
  if not new.subject_ids || new.hidden_from_ids <@ array(select p.id from sig.person p where p.case_id = new.case_id) then
    raise exception 'A piece names somebody of another case' using errcode = 'check_violation', schema = 'sig', table = tg_table_name;
  end if;
  return null;
end $$;

${atCommit('assignment_in_municipality', 'assignment', 'insert or update', 'check_assignment')}
${PIECES.map((table) => atCommit('piece_in_case', table, 'insert or update', 'check_piece')).join('\n')}
`;

const DOWN = `
${PIECES.map((table) => `drop trigger piece_in_case on sig.${table};`).join('\n')}
drop trigger assignment_in_municipality on sig.assignment;
${OPENING_CHECK_BY_ROW_DOWN}
drop function sig.check_piece(), sig.check_assignment(), sig.names_cell(jsonb, uuid, uuid, text);
`;

/** What no role may write: an opening that the ledger does not carry, or a row that leaves its case or municipality. */
export class Integrity extends Migration {
  override up(): void {
    this.addSql(UP);
  }

  override down(): void {
    this.addSql(DOWN);
  }
}
