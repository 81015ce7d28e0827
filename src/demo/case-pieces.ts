import type { InformationCategory } from '../core/information-category.js';
import { OUTCOME_CATEGORIES } from '../core/information-category.js';
import { SITUATION } from '../features/case/situation.piece.js';
import { MAPPING } from '../features/mapping/mapping.piece.js';
import { NOTE, OBJECTION } from '../features/note/note.piece.js';
import { OUTCOME } from '../features/outcome/outcome.piece.js';
import { piece, type CaseContext } from './case-context.js';
import type { PieceOf } from './demo-pieces.js';
import type { AgencyKey } from './story.js';

/** As each agency knows it since a few days. */
export function situations(context: CaseContext): PieceOf<typeof SITUATION>[] {
  const at = Math.max(context.openedAt, context.time.daysAgo(3, '12:00'));
  return Object.entries(context.story.situation).flatMap(([holder, contents]) =>
    Object.entries(contents).map(([category, content]) => {
      const row = piece(context, { holder: holder as AgencyKey, category: category as InformationCategory, at });
      return context.pieces.add(SITUATION, row, { content });
    }),
  );
}

export interface Notes {
  readonly notes: readonly PieceOf<typeof NOTE>[];
  readonly objections: readonly PieceOf<typeof OBJECTION>[];
}

/** Held by the author's agency; an objection is judged as its note. */
export function notes(context: CaseContext): Notes {
  const { pieces, personId, roleTermId } = context;
  const rows = context.story.notes.map(({ at, by, category, text, objection, ...marks }) => {
    const authorId = roleTermId(by);
    const row = piece(context, { holder: { of: by }, category, at, ...marks });
    return { row, note: pieces.add(NOTE, row, { text, authorId, writtenAt: at }, authorId), objection };
  });
  const objections = rows.flatMap(({ row, note, objection }) => {
    if (objection === undefined) return [];
    const byId = personId(objection.by);
    const judged = { ...row, id: context.newId(), parentId: note.id };
    return [pieces.add(OBJECTION, judged, { text: objection.text, byId, madeAt: objection.at }, byId)];
  });
  return { notes: rows.map(({ note }) => note), objections };
}

/** Held by the agency of whoever mapped. */
export function mappings(context: CaseContext): PieceOf<typeof MAPPING>[] {
  return (context.story.mappings ?? []).map(({ at, by, category, strengths, needs }) => {
    const authorId = context.roleTermId(by);
    const values = { strengths, needs, authorId, mappedOn: context.time.dateOf(at) };
    return context.pieces.add(MAPPING, piece(context, { holder: { of: by }, category, at }), values, authorId);
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
export function outcomes(context: CaseContext): PieceOf<typeof OUTCOME>[] {
  return OUTCOME_CATEGORIES.flatMap((category) => {
    const told = context.story.outcomes?.[category];
    if (told === undefined) return [];
    const row = piece(context, { holder: OUTCOME_KNOWN_TO[category], category, at: context.openedAt });
    return [context.pieces.add(OUTCOME, row, { before: told.before, after: told.after ?? null })];
  });
}
