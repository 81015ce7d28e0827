import { readFileSync } from 'node:fs';
import type { Client } from 'pg';
import { KIND_NAMES, KIND_NUMBERS, KINDS_BY_HAND } from '../support/kinds-by-hand.js';

/** One wrong variant of what the database decides by itself. */
export interface DatabaseFault {
  readonly name: string;
  /** @throws Error when what it changes is not there to change, exactly once. */
  readonly seed: (client: Client) => Promise<void>;
}

/** Policies and views as they are written: what the catalogue tells is the database's own wording. */
const PIECES = readFileSync(new URL('../../src/storage/baseline/06-pieces.sql', import.meta.url), 'utf8');

function written(begin: string, end: string): string {
  const [, text] = PIECES.split(begin);
  const length = text?.indexOf(end) ?? -1;
  if (text === undefined || length === -1) throw new Error(`Nothing begins with: ${begin}`);
  return text.slice(0, length);
}

/** In the policy of one of the two tables; columns of the table itself are those of `piece`. */
function inPolicy(table: string, name: string, find: string, replace: string): DatabaseFault {
  const of = (text: string): string => text.replaceAll('piece.', `${table}.`).replaceAll(`sig.${table}.`, 'sig.piece.');
  return {
    name: table === 'piece' ? name : `${name}, of a version`,
    async seed(client) {
      const condition = written(`create policy reader on sig.${table} for select to sig_reader using (`, ');\n');
      const wrong = replaceOnce(name, condition, of(find), of(replace));
      await client.query(`alter policy reader on sig.${table} using (${wrong})`);
    },
  };
}

/** A piece and a version are judged alike by what they bear, and by two policies: each may be wrong by itself. */
function inPieces(name: string, find: string, replace: string): DatabaseFault[] {
  return ['piece', 'piece_version'].map((table) => inPolicy(table, name, find, replace));
}

function inView(name: string, view: string, find: string, replace: string): DatabaseFault {
  return {
    name,
    async seed(client) {
      const text = written(`create view sig.${view} with (security_barrier) as\n`, ';\n');
      const wrong = replaceOnce(name, text, find, replace);
      await client.query(`create or replace view sig.${view} with (security_barrier) as ${wrong}`);
    },
  };
}

type Flag = 'tells_place' | 'by_category' | 'names_guardian' | 'coordinator_only';
const FLAGS: readonly Flag[] = ['tells_place', 'by_category', 'names_guardian', 'coordinator_only'];

/** What is for the coordinator alone is nothing for the family whatever else holds for it, nor for another coordinator. */
const isWithoutEffect = (kind: string, flag: Flag): boolean =>
  KINDS_BY_HAND[kind]?.coordinatorOnly === true && (flag === 'by_category' || flag === 'names_guardian');

/** Every flag of every kind in the register, as it would be if its declaration were wrong. */
const FLIPPED: readonly DatabaseFault[] = KIND_NAMES.flatMap((kind) =>
  FLAGS.filter((flag) => !isWithoutEffect(kind, flag)).map((flag) => ({
    name: `${flag} of ${kind} is wrong`,
    async seed(client: Client) {
      const { rowCount } = await client.query(
        `update sig.piece_kind set ${flag} = not ${flag} where number = ${KIND_NUMBERS.get(kind)}`,
      );
      if (rowCount !== 1) throw new Error(`The register has no ${kind}`);
    },
  })),
);

function inFunction(name: string, signature: string, find: string, replace: string): DatabaseFault {
  return {
    name,
    async seed(client) {
      const { rows } = await client.query<{ text: string }>('select pg_get_functiondef($1::regprocedure) as text', [
        signature,
      ]);
      await client.query(replaceOnce(name, rows[0]?.text ?? '', find, replace));
    },
  };
}

function inFrame(name: string, table: string, condition: string): DatabaseFault {
  return {
    name,
    seed: async (client) => {
      await client.query(`alter policy reader on sig.${table} using (${condition})`);
    },
  };
}

function replaceOnce(name: string, text: string, find: string, replace: string): string {
  const count = text.split(find).length - 1;
  if (count !== 1) throw new Error(`The fault “${name}” fits ${count} times, not once: ${find}`);
  return text.replace(find, () => replace);
}

const KNOWN = 'sig.known_cases()';
const PROTECTED = 'sig.is_protected(uuid, uuid[], uuid)';
const CASE_KNOWN = 'case_id = any((select sig.known_cases())::uuid[])';

/** Mistakes that somebody who writes such policies makes; every one of them must be found by the properties. */
export const DATABASE_FAULTS: readonly DatabaseFault[] = [
  ...inPieces('held back ignored', '(s.agency is not null and not piece.held_back and', '(s.agency is not null and'),
  ...inPieces('when it was recorded ignored', ' and o.data @> piece.recorded_at::timestamptz', ''),
  ...inPieces(
    'gaps are open',
    'o.data @> piece.recorded_at::timestamptz',
    'range_merge(o.data) @> piece.recorded_at::timestamptz',
  ),
  ...inPieces('opened by another holder', ' and piece.holder_id = any (o.holder_ids)', ''),
  ...inPieces('opened about another category', 'piece.category = any (o.categories) and ', ''),
  ...inPieces('opened about somebody else', ' and o.subject_id = subject.id', ''),
  ...inPieces(
    'one subject for all',
    'not exists (\n        select from unnest(piece.subject_ids) subject (id) where not exists (',
    'exists (\n        select from unnest(piece.subject_ids) subject (id) where exists (',
  ),
  ...inPieces(
    'held back, shown to the family',
    's.young_person is not null and not piece.held_back and',
    's.young_person is not null and',
  ),
  ...inPieces('kept from a guardian, shown all the same', ' and not s.viewer = any (piece.hidden_from_ids)', ''),
  ...inPieces(
    'the family reads what is also about a sibling',
    'piece.subject_ids <@ array[',
    'piece.subject_ids && array[',
  ),
  ...inPieces('the family does not read who the guardians are', ' or piece.kind = any (s.guardian_kinds))\n', ')\n'),
  ...inPieces(
    'the family reads every category',
    `piece.category in ('IDENTITY', 'CONTACT', 'PLAN', 'MEETING')`,
    'true',
  ),
  ...inPieces(
    'the family reads one category more',
    `in ('IDENTITY', 'CONTACT', `,
    `in ('IDENTITY', 'CONTACT', 'OFFENDING', `,
  ),
  ...inPieces('the family reads one category less', `in ('IDENTITY', 'CONTACT', `, `in ('IDENTITY', `),
  ...inPieces('everybody is the holder', '(piece.holder_id = s.agency\n', '(true\n'),
  ...inPieces('nobody is the holder', '(piece.holder_id = s.agency\n', '(false\n'),
  ...inPieces('protected identity ignored', '(piece.kind <> all (s.place_kinds) or', '(true or'),
  ...inPieces('everything tells a place', '(piece.kind <> all (s.place_kinds) or', '(false or'),
  ...inPieces('handlers of other agencies', 'piece.holder_id is not distinct from s.agency and p.handled', 'p.handled'),
  ...inPieces('the protection of somebody else', ' and p.person_id = any (piece.subject_ids)', ''),
  ...inPieces('or for and', 'any (s.cases)\n    and ', 'any (s.cases)\n    or '),
  ...inPieces(
    'every staff reads who the guardians are',
    `(s.capacity = 'COORDINATOR' and piece.kind = any`,
    '(s.agency is not null and piece.kind = any',
  ),
  ...inPieces(
    'the coordinator reads what other coordinators hold',
    `s.capacity = 'COORDINATOR' and piece.holder_id = s.agency)`,
    `s.capacity = 'COORDINATOR')`,
  ),
  // A version of what is for nobody else, or in no known case, is closed by its piece.
  inPolicy(
    'piece',
    'every colleague reads what is the coordinator’s',
    `s.capacity = 'COORDINATOR' and piece.holder_id = s.agency)`,
    'piece.holder_id = s.agency)',
  ),
  inPolicy('piece', 'a case need not be known', 'piece.case_id = any (s.cases)\n', 'true\n'),
  inPolicy(
    'piece_version',
    'shown although its piece is closed',
    'exists (select from sig.piece p where p.id = piece.piece_id)',
    'true',
  ),
  inPolicy(
    'piece_version',
    'shown by any open piece of the case',
    'where p.id = piece.piece_id',
    'where p.case_id = piece.case_id',
  ),

  inView('an opening is for ever', 'my_opening', ' and o.valid @> s.at', ''),
  inView(
    'an opening lasts through its end',
    'my_opening',
    'o.valid @> s.at',
    '(o.valid @> s.at or upper(o.valid) = s.at)',
  ),
  inView(
    'an opening without its first instant',
    'my_opening',
    'o.valid @> s.at',
    '(o.valid @> s.at and lower(o.valid) <> s.at)',
  ),
  inView('opened to another agency', 'my_opening', ' and s.agency = any (o.recipient_ids)', ''),

  inView('a young person is kept from the own address', 'my_protection', `s.capacity <> 'YOUNG_PERSON'`, 'true'),
  inView(
    'a guardian reads what is protected',
    'my_protection',
    `s.capacity <> 'YOUNG_PERSON'`,
    `s.capacity not in ('YOUNG_PERSON', 'GUARDIAN')`,
  ),
  inView('a protection lasts through its end', 'my_protection', 's.at < p.valid_until', 's.at <= p.valid_until'),
  inView('a protection without its first instant', 'my_protection', 'p.valid_from <= s.at', 'p.valid_from < s.at'),
  inView('every colleague handles what is protected', 'my_protection', 's.term = any (p.handler_ids)', 'true'),
  inView('no colleague handles what is marked', 'my_protection', `p.level = 'CONFIDENTIALITY_MARKING' or `, ''),
  inView(
    'the weaker protection for the stronger',
    'my_protection',
    `p.level = 'CONFIDENTIALITY_MARKING'`,
    `p.level = 'PROTECTED_REGISTRATION'`,
  ),

  ...FLIPPED,

  inFunction('an assignment lasts through its end', KNOWN, 'at < a.valid_until', 'at <= a.valid_until'),
  inFunction('an assignment without its first instant', KNOWN, 'a.valid_from <= at', 'a.valid_from < at'),
  inFunction('an assignment that has ended', KNOWN, ' and (a.valid_until is null or at < a.valid_until)', ''),
  inFunction('an assignment that has not begun', KNOWN, 'and a.valid_from <= at and', 'and'),
  inFunction('a guardian on the 18th birthday', KNOWN, 'today < sig.turns_on', 'today <= sig.turns_on'),
  inFunction('a guardian until another age', KNOWN, 'sig.turns_on(y.birth_date, 18)', 'sig.turns_on(y.birth_date, 19)'),
  inFunction('a guardian of an adult', KNOWN, `and today < sig.turns_on(y.birth_date, 18)`, ''),
  inFunction('custody lasts through its last day', KNOWN, 'today < k.valid_until', 'today <= k.valid_until'),
  inFunction('custody that has not begun', KNOWN, 'and k.valid_from <= today', ''),
  inFunction('custody of a sibling counts', KNOWN, ' and k.subject_id = y.id', ''),
  inFunction('custody of somebody else counts', KNOWN, 'k.guardian_id = p.id and ', ''),
  inFunction('the day of another country', KNOWN, `'Europe/Stockholm'`, `'UTC'`),
  inFunction('born on a leap day, turned a day early', 'sig.turns_on(date, int)', 'then 1 else 0', 'then 0 else 0'),

  inFunction('a protection lasts through its end, of a copy', PROTECTED, 'at < p.valid_until', 'at <= p.valid_until'),
  inFunction('a protection without its first instant, of a copy', PROTECTED, 'p.valid_from <= at', 'p.valid_from < at'),
  inFunction('handlers of other agencies, of a copy', PROTECTED, 'not (own and (', 'not (true and ('),
  inFunction(
    'every colleague handles what is protected, of a copy',
    PROTECTED,
    'or term = any(p.handler_ids)',
    'or true',
  ),
  inFunction(
    'no colleague handles what is marked, of a copy',
    PROTECTED,
    `p.level = 'CONFIDENTIALITY_MARKING' or `,
    '',
  ),
  inFunction(
    'the weaker protection for the stronger, of a copy',
    PROTECTED,
    `p.level = 'CONFIDENTIALITY_MARKING'`,
    `p.level = 'PROTECTED_REGISTRATION'`,
  ),
  inFunction('the protection of somebody else, of a copy', PROTECTED, ' and p.person_id = any(subjects)', ''),
  inFunction('a professional oversees', 'sig.oversees()', `in ('COORDINATOR',`, `in ('PROFESSIONAL', 'COORDINATOR',`),
  inFunction('a guardian does not oversee', 'sig.oversees()', `, 'GUARDIAN')`, ')'),

  inFrame('every case is known', 'case_file', 'true'),
  inFrame('everybody who knows the case reads who consented', 'consent_statement', CASE_KNOWN),
  inFrame('everybody who knows the case reads who blocked', 'block', CASE_KNOWN),
  inFrame('everybody who knows the case reads who takes part', 'assignment', CASE_KNOWN),
  inFrame('nobody reads the own assignment', 'assignment', `${CASE_KNOWN} and (select sig.oversees())`),
  inFrame('who oversees one case reads all consents', 'consent_statement', '(select sig.oversees())'),
];
