import type { NewPiece } from '../../src/access/piece-writing.js';
import type { PieceKind } from '../../src/core/piece.js';
import { canary, id, ROLE_TERMS } from './stored-format.js';
import type { Row, StoredPiece, StoredWorld } from './stored-format.js';
import { ELSA, MARIA, POLICE, SCHOOL, SOCIAL } from './world-cast.js';

/** What a stored piece says beside its marks, and what it hangs under. */
export interface Said extends Partial<Pick<NewPiece, 'parentId' | 'validFrom' | 'validUntil'>> {
  readonly values: Row;
}

/** Of every kind, what the piece at a place among those of its kind says; with its secrets, which all hold its mark. */
export function said({ pieces }: Pick<StoredWorld, 'pieces'>, piece: StoredPiece, index: number): Said {
  const of = (kind: PieceKind): readonly StoredPiece[] => pieces.filter((each) => each.kind === kind);
  const [plan] = of('PLAN');
  const goals = of('GOAL');
  const meetings = of('MEETING');
  const meetingId = one(meetings, index);
  const own: Readonly<Record<PieceKind, () => Said>> = {
    IDENTITY: () => ({ values: { personId: ELSA } }),
    GUARDIAN: () => ({ values: { personId: MARIA } }),
    CONTACT: () => ({ values: { personId: ELSA } }),
    SITUATION: () => ({ values: {} }),
    NOTE: () => ({
      values: {
        // A correction is its original's holder's and of its category: who reads its number reads that cell.
        correctsId:
          of('NOTE')
            .slice(0, index)
            .findLast((note) => sameCell(note, piece))?.id ?? null,
        authorId: ROLE_TERMS[[SOCIAL, SCHOOL, POLICE].indexOf(piece.holderId)],
        writtenAt: Date.parse(`2026-01-0${1 + (index % 3)}T00:00:00Z`),
      },
    }),
    PLAN: () => ({ values: { overallResponsibleId: ROLE_TERMS[0] } }),
    GOAL: () => ({ parentId: plan?.id ?? id(8, 99), values: { position: index } }),
    ACTION: () => ({
      parentId: goals[index % Math.max(1, goals.length)]?.id ?? id(8, 98),
      values: {
        ...{ position: index, dueOn: `2026-0${1 + (index % 9)}-01`, status: index % 2 ? 'DONE' : 'PLANNED' },
        responsibleKind: (['PROFESSIONAL', 'AGENCY', 'YOUNG_PERSON', 'GUARDIAN'] as const)[index % 4],
        responsibleId: [ROLE_TERMS[1], SCHOOL, ELSA, MARIA][index % 4],
        supports: 'YOUNG_PERSON',
      },
    }),
    MEETING: () => ({
      values: {
        ...{ meetingKind: 'FIRST', status: 'PLANNED' },
        startsAt: Date.parse(`2026-05-0${1 + (index % 9)}T10:00:00Z`),
        endsAt: Date.parse(`2026-05-0${1 + (index % 9)}T11:00:00Z`),
      },
    }),
    MEETING_PLACE: () => ({ parentId: meetings[index]?.id ?? id(8, 90 + index), values: {} }),
    IMPORTANT_PERSON: () => ({
      validFrom: `2026-01-0${1 + (index % 9)}`,
      validUntil: [null, '2026-04-01'][index % 2] ?? null,
      values: {},
    }),
    MAPPING: () => ({ values: { authorId: ROLE_TERMS[0], mappedOn: `2026-01-0${1 + (index % 9)}` } }),
    OBJECTION: () => ({
      parentId: one(of('NOTE'), index),
      values: { byId: ELSA, madeAt: Date.parse('2026-01-09T00:00:00Z') },
    }),
    EVALUATION: () => ({
      parentId: one(of('ACTION'), index),
      values: { authorId: ROLE_TERMS[1], evaluatedOn: '2026-03-01' },
    }),
    INVITATION: () => ({
      parentId: meetingId,
      values: {
        ...{ required: true, attendance: 'UNKNOWN', answer: 'NONE', withdrawn: index % 3 === 2 },
        ...{ inviteeKind: 'PROFESSIONAL', inviteeId: ROLE_TERMS[index] ?? id(5, 10 + index) },
      },
    }),
    AGENDA_ITEM: () => ({
      parentId: meetingId,
      values: {
        position: index,
        addedIn: [null, 3, 4][index % 3],
        removedIn: [null, null, 5, 4][index % 4],
        sourceId: [null, SCHOOL, POLICE][index % 3],
      },
    }),
    MEETING_DECISION: () => ({
      parentId: meetingId,
      values: { position: index, actionId: one(of('ACTION'), index) },
    }),
    MINUTES: () => ({ parentId: meetings[index]?.id ?? id(8, 80 + index), values: { authorId: ROLE_TERMS[0] } }),
    OUTCOME: () => ({ values: { before: 'NOT_MET', after: 'MET' } }),
    PROPOSAL_WORDS: () => ({ values: {} }),
  };
  const { values, ...more } = own[piece.kind]?.() ?? missing(piece.kind);
  return { ...more, values: { ...values, ...secretsOf(piece.kind, canary(piece.id)) } };
}

/** The secret texts of every kind, each holding the mark. */
export function secretsOf(kind: PieceKind, mark: string): Row {
  if (kind === 'SITUATION') return { content: situationOf(mark) };
  if (kind === 'ACTION') return { what: mark, handovers: { 1: [nobody(mark), nobody(mark)] } };
  return Object.fromEntries((SECRETS[kind] ?? missing(kind)).map((field) => [field, mark]));
}

const SECRETS: Readonly<Record<PieceKind, readonly string[]>> = {
  IDENTITY: ['givenName', 'familyName', 'personalIdentityNumber'],
  GUARDIAN: ['givenName', 'familyName'],
  CONTACT: ['address', 'phone'],
  NOTE: ['text'],
  PLAN: [],
  GOAL: ['inOwnWords', 'inProfessionalWords'],
  ACTION: ['what'],
  MEETING: [],
  MEETING_PLACE: ['place'],
  IMPORTANT_PERSON: ['name', 'relation', 'contact'],
  MAPPING: ['strengths', 'needs'],
  OBJECTION: ['text'],
  EVALUATION: ['text'],
  INVITATION: [],
  AGENDA_ITEM: ['title'],
  MEETING_DECISION: ['text'],
  MINUTES: ['text'],
  OUTCOME: [],
  PROPOSAL_WORDS: ['words', 'concernReference', 'declineReason'],
};

/** A guardian whom no world has. */
function nobody(id: string): Row {
  return { kind: 'GUARDIAN', id };
}

/** One of several, by place in the list; some id that leads nowhere where there is none. */
function one(pieces: readonly StoredPiece[], index: number): string {
  return pieces[index % Math.max(1, pieces.length)]?.id ?? id(8, 97);
}

/** What any situation type may show, in every field. */
function situationOf(text: string): Row {
  return {
    ...{
      concern: text,
      measures: [text],
      activities: [text],
      placement: text,
      studentHealthContact: text,
      works: true,
    },
    ...{ attendancePercent: 50, passingGrades: true, openInquiry: true, substanceUse: text },
  };
}

function missing(kind: PieceKind): never {
  throw new Error(`No world says what a ${kind} holds`);
}

function sameCell(one: StoredPiece, other: StoredPiece): boolean {
  return one.holderId === other.holderId && one.category === other.category;
}
