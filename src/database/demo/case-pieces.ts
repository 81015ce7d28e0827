import type { InformationCategory } from '../../core/information-category.js';
import { OUTCOME_CATEGORIES } from '../../core/information-category.js';
import type { Situation } from '../../modules/case/situation.entity.js';
import type { Mapping } from '../../modules/mapping/mapping.entity.js';
import type { Note } from '../../modules/note/note.entity.js';
import type { Objection } from '../../modules/note/objection.entity.js';
import type { Outcome } from '../../modules/outcome/outcome.entity.js';
import type { Piece } from '../piece.js';
import { piece, type CaseContext } from './case-context.js';
import type { AgencyKey, ProfessionalKey } from './story.js';

/** As each agency knows it since a few days. */
export function situations(context: CaseContext): Situation[] {
  const at = Math.max(context.openedAt, context.time.daysAgo(3, '12:00'));
  return Object.entries(context.story.situation).flatMap(([holder, contents]) =>
    Object.entries(contents).map(([category, content]) => {
      const row = piece(context, { holder: holder as AgencyKey, category: category as InformationCategory, at });
      const place = { table: 'situation', column: 'content_sealed', rowId: row.id };
      return { ...row, contentSealed: context.seal(JSON.stringify(content), place) };
    }),
  );
}

export interface Notes {
  readonly notes: readonly Note[];
  readonly objections: readonly Objection[];
}

/** Held by the author's agency; an objection is judged as its note. */
export function notes(context: CaseContext): Notes {
  const rows = context.story.notes.map(({ at, by, category, text, objection, ...marks }) => {
    const note: Note = {
      ...byAuthor(context, by, piece(context, { holder: 'socialServices', category, at, ...marks })),
      textSealed: Buffer.alloc(0),
      authorId: context.roleTermId(by),
      writtenAt: at,
      correctsId: null,
    };
    note.textSealed = context.seal(text, { table: 'note', column: 'text_sealed', rowId: note.id });
    return { note, objection };
  });
  const objections = rows.flatMap(({ note, objection }) => {
    if (objection === undefined) return [];
    const { textSealed: _text, authorId: _author, writtenAt: _written, correctsId: _corrects, ...judged } = note;
    const id = context.newId();
    const textSealed = context.seal(objection.text, { table: 'objection', column: 'text_sealed', rowId: id });
    return [{ ...judged, id, noteId: note.id, textSealed, byId: context.personId(objection.by), madeAt: objection.at }];
  });
  return { notes: rows.map(({ note }) => note), objections };
}

/** Held by the agency of whoever mapped. */
export function mappings(context: CaseContext): Mapping[] {
  return (context.story.mappings ?? []).map(({ at, by, category, strengths, needs }) => {
    const row = byAuthor(context, by, piece(context, { holder: 'socialServices', category, at }));
    const sealed = (plain: string, column: string) => context.seal(plain, { table: 'mapping', column, rowId: row.id });
    return {
      ...row,
      strengthsSealed: sealed(strengths, 'strengths_sealed'),
      needsSealed: sealed(needs, 'needs_sealed'),
      authorId: context.roleTermId(by),
      mappedOn: context.time.dateOf(at),
    };
  });
}

/** Which agency knows each wanted effect, and so holds it. */
const OUTCOME_KNOWN_TO = {
  SCHOOL_RESULTS: 'school',
  EMPLOYMENT: 'socialServices',
  LEISURE: 'leisure',
  OFFENDING: 'police',
  SUBSTANCE_USE: 'socialServices',
} as const satisfies Record<(typeof OUTCOME_CATEGORIES)[number], AgencyKey>;

/** Each held by the agency that knows it. */
export function outcomes(context: CaseContext): Outcome[] {
  return OUTCOME_CATEGORIES.flatMap((category) => {
    const told = context.story.outcomes?.[category];
    if (told === undefined) return [];
    const row = piece(context, { holder: OUTCOME_KNOWN_TO[category], category, at: context.openedAt });
    return [{ ...row, before: told.before, after: told.after ?? null, atFollowUp: null }];
  });
}

/** The piece as held by the author's agency. */
function byAuthor<Row extends Piece>({ registers }: CaseContext, by: ProfessionalKey, row: Row): Row {
  const { agencyId } = registers.roleTerm(by);
  if (agencyId === null) throw new Error(`The author "${by}" belongs to no agency`);
  return { ...row, holderId: agencyId };
}
