/** A table of pieces, and the two ways in which its policy may differ from the others'. */
export interface PieceTable {
  readonly table: string;
  /** Tells where somebody is: withheld while the identity of a subject is protected. */
  readonly protected: boolean;
  /** Whether the family reads it by right whatever its category, or only in their own categories. */
  readonly familyRight: 'ALWAYS' | 'BY_CATEGORY';
  /** A condition on `piece`: rows that name a guardian, which the coordinator and the whole family see. */
  readonly namesGuardian?: string;
}

/** The tables of pieces that the first policies were written for; an applied migration reads this list, so it never grows. */
export const FIRST_PIECE_TABLES: readonly PieceTable[] = [
  {
    table: 'person_identity',
    protected: false,
    familyRight: 'ALWAYS',
    namesGuardian: `exists (select from sig.person n where n.id = piece.person_id and n.kind = 'GUARDIAN')`,
  },
  { table: 'person_contact', protected: true, familyRight: 'ALWAYS' },
  { table: 'situation', protected: false, familyRight: 'BY_CATEGORY' },
  { table: 'note', protected: false, familyRight: 'BY_CATEGORY' },
  { table: 'plan', protected: false, familyRight: 'ALWAYS' },
  { table: 'goal', protected: false, familyRight: 'ALWAYS' },
  { table: 'action', protected: false, familyRight: 'ALWAYS' },
  { table: 'meeting', protected: false, familyRight: 'ALWAYS' },
  { table: 'meeting_place', protected: true, familyRight: 'ALWAYS' },
];

/** Those that came with the further nouns. */
export const FURTHER_PIECE_TABLES: readonly PieceTable[] = [
  { table: 'important_person', protected: false, familyRight: 'ALWAYS' },
  { table: 'mapping', protected: false, familyRight: 'BY_CATEGORY' },
  { table: 'objection', protected: false, familyRight: 'BY_CATEGORY' },
  { table: 'evaluation', protected: false, familyRight: 'ALWAYS' },
  { table: 'plan_version', protected: false, familyRight: 'ALWAYS' },
  { table: 'invitation', protected: false, familyRight: 'ALWAYS' },
  { table: 'agenda_item', protected: false, familyRight: 'ALWAYS' },
  { table: 'meeting_decision', protected: false, familyRight: 'ALWAYS' },
  { table: 'outcome', protected: false, familyRight: 'ALWAYS' },
];

/** Those that came with meetings that are held. */
export const MEETING_PIECE_TABLES: readonly PieceTable[] = [
  { table: 'minutes', protected: false, familyRight: 'ALWAYS' },
];

/** Every table of pieces; the same list as the kinds of piece in the core. */
export const PIECE_TABLES: readonly PieceTable[] = [
  ...FIRST_PIECE_TABLES,
  ...FURTHER_PIECE_TABLES,
  ...MEETING_PIECE_TABLES,
];

/** One look-up a statement, whatever the number of rows: a sub-select that depends on no row is run once. */
export const once = (call: string): string => `(select sig.${call}())`;

/** A condition on a case's id. */
export const caseIsKnown = (column: string): string => `${column} = any(${once('known_cases')}::uuid[])`;

/**
 * The policy of one table of pieces, for whoever reads. It states the core's decision again and shares no code with it,
 * so that a fault in one does not open the other. The policies look up everything themselves: a reader who may run any
 * SQL can name a viewer, but cannot name a cell.
 */
export function pieceCondition({ table, protected: isProtected, familyRight, namesGuardian }: PieceTable): string {
  const piece = (condition: string): string => condition.replaceAll('piece.', `${table}.`);
  const opened = piece(`(not piece.held_back and ${once('agency')} is not null and not exists (
      select from unnest(piece.subject_ids) as subject (id) where not exists (
        select from sig.opening o
        where o.case_id = piece.case_id and o.recipient_id = ${once('agency')} and o.holder_id = piece.holder_id
          and o.category = piece.category and o.subject_id = subject.id
          and o.valid @> ${once('at')} and o.data @> piece.recorded_at::timestamptz)))`);
  const aboutThemselves = piece(`piece.subject_ids <@ array[${once('young_person')}]`);
  const theirs = [
    `${once('young_person')} is not null`,
    piece('not piece.held_back'),
    piece(`not ${once('viewer')} = any(piece.hidden_from_ids)`),
    namesGuardian === undefined ? aboutThemselves : `(${aboutThemselves} or ${piece(namesGuardian)})`,
    ...(familyRight === 'ALWAYS' ? [] : [piece(`piece.category in ('IDENTITY', 'CONTACT', 'PLAN', 'MEETING')`)]),
  ];
  const coordinators =
    namesGuardian === undefined ? [] : [`(${once('capacity')} = 'COORDINATOR' and ${piece(namesGuardian)})`];
  const open = [piece(`piece.holder_id = ${once('agency')}`), ...coordinators, `(${theirs.join(' and ')})`, opened];
  const unprotected = piece('not sig.is_protected(piece.case_id, piece.subject_ids, piece.holder_id)');
  return [
    caseIsKnown(piece('piece.case_id')),
    ...(isProtected ? [unprotected] : []),
    `(${open.join('\n    or ')})`,
  ].join('\n  and ');
}

/** Row-level security that binds the owner too, with a policy that lets the owner through; nobody logs in as the owner. */
export function forceRowSecurity(table: string): string {
  return `alter table sig.${table} enable row level security, force row level security;
create policy owner on sig.${table} to sig_owner using (true) with check (true);`;
}

export function readerMaySelect(table: string, condition: string): string {
  return `create policy reader on sig.${table} for select to sig_reader using (${condition});
grant select on sig.${table} to sig_reader;`;
}

/** The writer may do this to rows of the one case that its transaction has locked, and to no other row. */
export function writerMay(
  table: string,
  verbs: readonly ('select' | 'insert' | 'update' | 'delete')[],
  condition: string,
): string {
  const policies = verbs.map((verb) => {
    const using = verb === 'insert' ? '' : ` using (${condition})`;
    const check = verb === 'insert' || verb === 'update' ? ` with check (${condition})` : '';
    return `create policy writer_${verb} on sig.${table} for ${verb} to sig_writer${using}${check};`;
  });
  return [...policies, `grant ${verbs.join(', ')} on sig.${table} to sig_writer;`].join('\n');
}
