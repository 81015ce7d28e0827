import type { PieceKind } from '../../src/core/piece.js';
import { bytes, canary, id, iso, ROLE_TERMS, TABLES } from './stored-format.js';
import type { Row, Rows, StoredPiece, Storing, StoredWorld } from './stored-format.js';
import { CASE, ELSA, MARIA, POLICE, SCHOOL, SOCIAL } from './world-cast.js';

/** The rows of the piece tables. */
export function pieceRows({ pieces }: StoredWorld, { sealer, key }: Storing): Rows {
  const of = (kind: PieceKind): readonly StoredPiece[] => pieces.filter((piece) => piece.kind === kind);
  const [plan] = of('PLAN');
  const goals = of('GOAL');
  const meetings = of('MEETING');
  const own: Record<PieceKind, (piece: StoredPiece, index: number) => Row> = {
    IDENTITY: () => ({ person_id: ELSA }),
    GUARDIAN: () => ({ person_id: MARIA }),
    CONTACT: () => ({ person_id: ELSA }),
    SITUATION: () => ({}),
    NOTE: ({ holderId }, index) => ({
      corrects_id: of('NOTE')[index - 1]?.id ?? null,
      author_id: ROLE_TERMS[[SOCIAL, SCHOOL, POLICE].indexOf(holderId)],
      written_at: `2026-01-0${1 + (index % 3)}T00:00:00Z`,
    }),
    PLAN: () => ({ overall_responsible_id: ROLE_TERMS[0] }),
    GOAL: (_, index) => ({ plan_id: plan?.id ?? id(8, 99), position: index, version: 1 }),
    ACTION: (_, index) => ({
      ...{ plan_id: plan?.id ?? id(8, 99), goal_id: goals[index % Math.max(1, goals.length)]?.id ?? id(8, 98) },
      ...{ position: index, version: 1, due_on: `2026-0${1 + (index % 9)}-01`, status: index % 2 ? 'DONE' : 'PLANNED' },
      responsible_kind: (['PROFESSIONAL', 'AGENCY', 'YOUNG_PERSON', 'GUARDIAN'] as const)[index % 4],
      responsible_id: [ROLE_TERMS[1], SCHOOL, ELSA, MARIA][index % 4],
      supports: 'YOUNG_PERSON',
    }),
    MEETING: (_, index) => ({
      ...{ kind: 'FIRST', status: 'PLANNED', version: 1, starts_at: `2026-05-0${1 + (index % 9)}T10:00:00Z` },
      ends_at: `2026-05-0${1 + (index % 9)}T11:00:00Z`,
    }),
    MEETING_PLACE: (_, index) => ({ meeting_id: meetings[index]?.id ?? id(8, 90 + index) }),
    IMPORTANT_PERSON: (_, index) => ({
      valid_from: `2026-01-0${1 + (index % 9)}`,
      valid_until: [null, '2026-04-01'][index % 2],
    }),
    MAPPING: (_, index) => ({ author_id: ROLE_TERMS[0], mapped_on: `2026-01-0${1 + (index % 9)}` }),
    OBJECTION: (_, index) => ({
      ...{ note_id: one(of('NOTE'), index), by_id: ELSA, made_at: '2026-01-09T00:00:00Z' },
    }),
    EVALUATION: (_, index) => ({
      ...{ action_id: one(of('ACTION'), index), author_id: ROLE_TERMS[1], evaluated_on: '2026-03-01' },
    }),
    PLAN_VERSION: (_, index) => ({
      ...{ plan_id: plan?.id ?? id(8, 99), action_id: one(of('ACTION'), index), version: index + 1 },
      ...{ author_id: ROLE_TERMS[2], changed_at: `2026-02-0${1 + (index % 9)}T00:00:00Z` },
    }),
    INVITATION: (_, index) => ({
      ...{
        meeting_id: one(meetings, index),
        required: true,
        attendance: 'UNKNOWN',
        answer: 'NONE',
        withdrawn: index % 3 === 2,
      },
      ...{ invitee_kind: 'PROFESSIONAL', invitee_id: ROLE_TERMS[index] ?? id(5, 10 + index) },
    }),
    AGENDA_ITEM: (_, index) => ({
      ...{ meeting_id: one(meetings, index), position: index },
      source_id: [null, SCHOOL, POLICE][index % 3],
    }),
    MEETING_DECISION: (_, index) => ({
      ...{ meeting_id: one(meetings, index), position: index, action_id: one(of('ACTION'), index) },
    }),
    MINUTES: (_, index) => ({ meeting_id: meetings[index]?.id ?? id(8, 80 + index), author_id: ROLE_TERMS[0] }),
    OUTCOME: () => ({ before: 'NOT_MET', after: 'MET' }),
  };
  const secrets: Record<PieceKind, readonly string[]> = {
    IDENTITY: ['given_name_sealed', 'family_name_sealed', 'personal_identity_number_sealed'],
    GUARDIAN: ['given_name_sealed', 'family_name_sealed'],
    CONTACT: ['address_sealed', 'phone_sealed'],
    SITUATION: ['content_sealed'],
    NOTE: ['text_sealed'],
    PLAN: [],
    GOAL: ['in_own_words_sealed', 'in_professional_words_sealed'],
    ACTION: ['what_sealed'],
    MEETING: [],
    MEETING_PLACE: ['place_sealed'],
    IMPORTANT_PERSON: ['name_sealed', 'relation_sealed', 'contact_sealed'],
    MAPPING: ['strengths_sealed', 'needs_sealed'],
    OBJECTION: ['text_sealed'],
    EVALUATION: ['text_sealed'],
    PLAN_VERSION: ['content_sealed'],
    INVITATION: [],
    AGENDA_ITEM: ['title_sealed'],
    MEETING_DECISION: ['text_sealed'],
    MINUTES: ['text_sealed'],
    OUTCOME: [],
  };
  const rows: Record<string, Row[]> = Object.fromEntries(Object.values(TABLES).map((table) => [table, []]));
  const counts = new Map<PieceKind, number>();
  for (const piece of pieces) {
    const index = counts.get(piece.kind) ?? 0;
    counts.set(piece.kind, index + 1);
    const table = TABLES[piece.kind];
    const text = TEXTS[piece.kind]?.(canary(piece.id)) ?? canary(piece.id);
    const sealed = secrets[piece.kind].map((column): [string, string] => [
      column,
      bytes(sealer.seal(key, text, { table, column, rowId: piece.id })),
    ]);
    rows[table]?.push({
      ...{
        id: piece.id,
        case_id: CASE,
        holder_id: piece.holderId,
        category: piece.category,
        subject_ids: piece.subjectIds,
      },
      ...{ held_back: piece.heldBack, hidden_from_ids: piece.hiddenFromIds, recorded_at: iso(piece.recordedAt) },
      ...own[piece.kind](piece, index),
      ...Object.fromEntries(sealed),
    });
  }
  return rows;
}

/** Kinds whose sealed text is an object with fields of its own. */
const TEXTS: Partial<Record<PieceKind, (text: string) => string>> = {
  SITUATION: situationOf,
  PLAN_VERSION: (text) => JSON.stringify({ changes: [{ field: 'what', from: null, to: text }] }),
};

/** One of several, by place in the list; some id that leads nowhere where there is none. */
function one(pieces: readonly StoredPiece[], index: number): string {
  return pieces[index % Math.max(1, pieces.length)]?.id ?? id(8, 97);
}

/** What any situation type may show, in every field. */
function situationOf(text: string): string {
  return JSON.stringify({
    ...{
      concern: text,
      measures: [text],
      activities: [text],
      placement: text,
      studentHealthContact: text,
      works: true,
    },
    ...{ attendancePercent: 50, passingGrades: true, openInquiry: true, substanceUse: text },
  });
}
