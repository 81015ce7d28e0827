import { readFileSync } from 'node:fs';
import type { Client } from 'pg';
import { PIECE_TABLES } from '../../src/database/piece-tables.js';

/** One wrong variant of what the database decides by itself. */
export interface DatabaseFault {
  readonly name: string;
  /** @throws Error when what it changes is not there to change, exactly once. */
  readonly seed: (client: Client) => Promise<void>;
}

/** The policies of the tables of pieces as they are written: what the catalogue tells is the database's own wording. */
const PIECES = readFileSync(new URL('../../src/database/baseline/06-pieces.sql', import.meta.url), 'utf8');

/** Who reads a table of pieces; columns of the table itself are those of `piece`. */
function pieceCondition(table: string): string {
  const [, condition] = PIECES.split(`create policy reader on sig.${table} for select to sig_reader\n  using (`);
  const end = condition?.indexOf(');\n') ?? -1;
  if (condition === undefined || end === -1) throw new Error(`No policy says who reads ${table}`);
  return condition.slice(0, end).replaceAll(`${table}.`, 'piece.');
}

/** In the policies of all tables of pieces whose condition has `find`. */
function inPieces(name: string, find: string, replace: string): DatabaseFault {
  return {
    name,
    async seed(client) {
      let changed = 0;
      for (const table of PIECE_TABLES) {
        const condition = pieceCondition(table);
        if (!condition.includes(find)) continue;
        const wrong = replaceOnce(name, condition, find, replace).replaceAll('piece.', `${table}.`);
        await client.query(`alter policy reader on sig.${table} using (${wrong})`);
        changed += 1;
      }
      if (changed === 0) throw new Error(`No policy has what the fault “${name}” changes: ${find}`);
    },
  };
}

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
  inPieces('held back ignored', '(not piece.held_back and (select sig.agency())', '((select sig.agency())'),
  inPieces('an opening is for ever', 'o.valid @> (select sig.at()) and ', ''),
  inPieces(
    'an opening lasts through its end',
    'o.valid @> (select sig.at())',
    '(o.valid @> (select sig.at()) or upper(o.valid) = (select sig.at()))',
  ),
  inPieces(
    'an opening without its first instant',
    'o.valid @> (select sig.at())',
    '(o.valid @> (select sig.at()) and lower(o.valid) <> (select sig.at()))',
  ),
  inPieces('when it was recorded ignored', ' and o.data @> piece.recorded_at::timestamptz', ''),
  inPieces(
    'gaps are open',
    'o.data @> piece.recorded_at::timestamptz',
    'range_merge(o.data) @> piece.recorded_at::timestamptz',
  ),
  inPieces('opened by another holder', 'and o.holder_id = piece.holder_id', ''),
  inPieces('opened about another category', 'and o.category = piece.category ', ''),
  inPieces('opened about somebody else', ' and o.subject_id = subject.id', ''),
  inPieces('opened to another agency', ' and o.recipient_id = (select sig.agency())', ''),
  inPieces(
    'one subject for all',
    'not exists (\n      select from unnest(piece.subject_ids) as subject (id) where not exists (',
    'exists (\n      select from unnest(piece.subject_ids) as subject (id) where exists (',
  ),
  inPieces(
    'held back, shown to the family',
    'is not null and not piece.held_back and not (select sig.viewer())',
    'is not null and not (select sig.viewer())',
  ),
  inPieces(
    'kept from a guardian, shown all the same',
    ' and not (select sig.viewer()) = any(piece.hidden_from_ids)',
    '',
  ),
  inPieces(
    'the family reads what is also about a sibling',
    'piece.subject_ids <@ array[',
    'piece.subject_ids && array[',
  ),
  inPieces('the family reads every category', ` and piece.category in ('IDENTITY', 'CONTACT', 'PLAN', 'MEETING')`, ''),
  inPieces(
    'the family reads one category more',
    `in ('IDENTITY', 'CONTACT', `,
    `in ('IDENTITY', 'CONTACT', 'OFFENDING', `,
  ),
  inPieces('the family reads one category less', `in ('IDENTITY', 'CONTACT', `, `in ('IDENTITY', `),
  inPieces('everybody is the holder', '(piece.holder_id = (select sig.agency())', '(true'),
  inPieces('nobody is the holder', '(piece.holder_id = (select sig.agency())', '(false'),
  inPieces(
    'protected identity ignored',
    'not sig.is_protected(piece.case_id, piece.subject_ids, piece.holder_id)',
    'true',
  ),
  inPieces('a case need not be known', 'piece.case_id = any((select sig.known_cases())::uuid[])', 'true'),
  inPieces(
    'or for and',
    'any((select sig.known_cases())::uuid[])\n  and ',
    'any((select sig.known_cases())::uuid[])\n  or ',
  ),
  inPieces(
    'every staff reads who the guardians are',
    `((select sig.capacity()) = 'COORDINATOR' and exists`,
    '(true and exists',
  ),

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

  inFunction(
    'a young person is kept from the own address',
    PROTECTED,
    `if capacity = 'YOUNG_PERSON' then return false; end if;`,
    '',
  ),
  inFunction(
    'a guardian reads what is protected',
    PROTECTED,
    `if capacity = 'YOUNG_PERSON'`,
    `if capacity in ('YOUNG_PERSON', 'GUARDIAN')`,
  ),
  inFunction('a protection lasts through its end', PROTECTED, 'at < p.valid_until', 'at <= p.valid_until'),
  inFunction('a protection without its first instant', PROTECTED, 'p.valid_from <= at', 'p.valid_from < at'),
  inFunction('handlers of other agencies', PROTECTED, 'not (own and (', 'not (true and ('),
  inFunction('every colleague handles what is protected', PROTECTED, 'or term = any(p.handler_ids)', 'or true'),
  inFunction('no colleague handles what is marked', PROTECTED, `p.level = 'CONFIDENTIALITY_MARKING' or `, ''),
  inFunction(
    'the weaker protection for the stronger',
    PROTECTED,
    `p.level = 'CONFIDENTIALITY_MARKING'`,
    `p.level = 'PROTECTED_REGISTRATION'`,
  ),
  inFunction('the protection of somebody else', PROTECTED, ' and p.person_id = any(subjects)', ''),
  inFunction('a professional oversees', 'sig.oversees()', `in ('COORDINATOR',`, `in ('PROFESSIONAL', 'COORDINATOR',`),
  inFunction('a guardian does not oversee', 'sig.oversees()', `, 'GUARDIAN')`, ')'),

  inFrame('every case is known', 'case_file', 'true'),
  inFrame('everybody who knows the case reads who consented', 'consent_statement', CASE_KNOWN),
  inFrame('everybody who knows the case reads who blocked', 'block', CASE_KNOWN),
  inFrame('everybody who knows the case reads who takes part', 'assignment', CASE_KNOWN),
  inFrame('nobody reads the own assignment', 'assignment', `${CASE_KNOWN} and (select sig.oversees())`),
  inFrame('who oversees one case reads all consents', 'consent_statement', '(select sig.oversees())'),
];
