import fc from 'fast-check';
import type { AssignmentFact, CaseFacts, ProtectionFact } from '../../src/core/case-facts.js';
import type { ProfessionalId, RoleTermId } from '../../src/core/ids.js';
import { ALWAYS } from '../../src/core/period.js';
import type { PieceFacts, PieceKind } from '../../src/core/piece.js';
import type { Viewer } from '../../src/core/viewer.js';
import { KINDS_BY_HAND } from './kinds-by-hand.js';
import {
  AGENCIES,
  BIRTH_DATES,
  CASE,
  CATEGORIES,
  ELSA,
  ELSEWHERE,
  HOME,
  JOHAN,
  LONG_AGO,
  MARIA,
  MOMENTS,
  NILS,
  POLICE,
  SCHOOL,
  SOCIAL,
  SUBJECTS,
  uuid,
} from './world-cast.js';
import { blocks, custodyOf, ledger, oneIn, packs, period, sometimes } from './world-consent.js';
import { freedByOneWhoLeaves, openedAgain, RECORDED_IN_GAP } from './world-stories.js';

/** A tiny municipality with one case, made so that everything that can coincide does so often. */
export interface World {
  readonly facts: CaseFacts;
  readonly viewers: readonly Viewer[];
  readonly pieces: readonly PieceFacts[];
  /** What changes of pieces left, by the marks that differ from those of the piece. Of which, is for whoever stores them to say. */
  readonly versions: readonly Partial<PieceFacts>[];
}

const protection: fc.Arbitrary<ProtectionFact> = fc.record({
  personId: fc.constantFrom(...SUBJECTS),
  level: fc.constantFrom('CONFIDENTIALITY_MARKING', 'PROTECTED_REGISTRATION'),
  handlerIds: fc.subarray([1, 2, 3].map((number) => uuid(5, number) as RoleTermId)),
  period,
});

const STAFF = AGENCIES.map((agencyId, index) => ({
  roleTermId: uuid(5, index + 1) as RoleTermId,
  professionalId: uuid(6, index + 1) as ProfessionalId,
  agencyId,
}));

const assignments: fc.Arbitrary<AssignmentFact[]> = fc
  .tuple(
    ...STAFF.map((staff) =>
      fc.array(
        sometimes(40, period).map((when) => ({ ...staff, period: when ?? ALWAYS })),
        { minLength: Number(staff.agencyId !== SOCIAL), maxLength: 2 },
      ),
    ),
  )
  .map((groups) => groups.flat());

const VIEWERS: readonly Viewer[] = [
  ...STAFF.map((staff, index) => ({
    ...staff,
    capacity: index === 0 ? ('COORDINATOR' as const) : ('PROFESSIONAL' as const),
    municipalityId: HOME,
  })),
  { ...(STAFF[2] as (typeof STAFF)[number]), capacity: 'PROFESSIONAL', municipalityId: ELSEWHERE },
  { capacity: 'YOUNG_PERSON', personId: ELSA, caseId: CASE, municipalityId: HOME },
  { capacity: 'GUARDIAN', personId: MARIA, caseId: CASE, municipalityId: HOME },
  { capacity: 'GUARDIAN', personId: JOHAN, caseId: CASE, municipalityId: HOME },
  {
    capacity: 'STEERING_MEMBER',
    roleTermId: uuid(5, 8) as RoleTermId,
    professionalId: uuid(6, 8) as ProfessionalId,
    municipalityId: HOME,
  },
  {
    capacity: 'ADMINISTRATOR',
    roleTermId: uuid(5, 9) as RoleTermId,
    professionalId: uuid(6, 9) as ProfessionalId,
    municipalityId: HOME,
  },
];

/** The kinds that much hangs on, oftener than those that hang on them. */
const MAIN_KINDS = [
  'CONTACT',
  'SITUATION',
  'NOTE',
  'NOTE',
  'PLAN',
  'GOAL',
  'ACTION',
  'MEETING',
  'MEETING_PLACE',
] as const;
const KINDS: readonly PieceKind[] = [
  ...[...MAIN_KINDS, ...MAIN_KINDS, ...MAIN_KINDS],
  ...(['IMPORTANT_PERSON', 'MAPPING', 'OBJECTION', 'EVALUATION'] as const),
  ...(['INVITATION', 'AGENDA_ITEM', 'MEETING_DECISION', 'MINUTES', 'OUTCOME'] as const),
];

const marks = {
  holderId: fc.constantFrom(...AGENCIES),
  category: fc.constantFrom(...CATEGORIES),
  subjectIds: fc.constantFrom([ELSA], [ELSA], [ELSA, NILS], [NILS]),
  heldBack: oneIn(8),
  hiddenFromIds: fc.subarray([ELSA, MARIA, JOHAN], { maxLength: 1 }),
  recordedAt: fc.constantFrom(LONG_AGO, ...MOMENTS),
};
const piece: fc.Arbitrary<PieceFacts> = fc.record({ kind: fc.constantFrom(...KINDS), ...marks });

/** About whom they are guardian of, or about nobody but themselves. */
const guardianPiece: fc.Arbitrary<PieceFacts> = fc.tuple(piece, oneIn(2)).map(([any, ofThemselves]) => ({
  ...any,
  kind: 'GUARDIAN',
  category: 'FAMILY',
  subjectIds: ofThemselves ? [MARIA] : any.subjectIds,
}));
const words: fc.Arbitrary<PieceFacts> = piece.map((any) => ({ ...any, kind: 'PROPOSAL_WORDS' }));

function everyOtherInGap<Marks extends Partial<PieceFacts>>(each: Marks, index: number): Marks {
  return index % 2 === 0 ? { ...each, recordedAt: RECORDED_IN_GAP } : each;
}

/** Facts stay consistent with themselves (a withdrawal is a row of its own, only guardians lack a birth date), times do not. */
export const worlds: fc.Arbitrary<World> = fc
  .record({
    packs,
    birthDate: fc.constantFrom(...BIRTH_DATES),
    brotherBirthDate: fc.constantFrom(...BIRTH_DATES),
    custody: fc
      .tuple(custodyOf(ELSA, MARIA), custodyOf(ELSA, JOHAN), custodyOf(NILS, MARIA))
      .map((facts) => facts.flat()),
    ledger,
    blocks,
    protections: fc.array(protection, { maxLength: 2 }),
    assignments,
    freed: oneIn(12),
    again: oneIn(8),
    versions: fc.array(fc.record(marks, { requiredKeys: [] }), { minLength: 2, maxLength: 6 }),
    pieces: fc.array(
      fc.oneof(
        { weight: 16, arbitrary: piece },
        { weight: 2, arbitrary: guardianPiece },
        { weight: 1, arbitrary: words },
      ),
      { minLength: 4, maxLength: 8 },
    ),
  })
  .map(({ birthDate, brotherBirthDate, pieces, versions, freed, again, ...facts }) => ({
    facts: {
      ...facts,
      ...(again && openedAgain(facts)),
      ...(freed && freedByOneWhoLeaves(facts)),
      caseId: CASE,
      municipalityId: HOME,
      status: 'ACTIVE',
      startedOn: null,
      youngPersonId: ELSA,
      coordinatorAgencyId: SOCIAL,
      agencies: [
        { id: SOCIAL, kind: 'SOCIAL_SERVICES', parentId: null },
        { id: SCHOOL, kind: 'SCHOOL', parentId: null },
        { id: POLICE, kind: 'POLICE', parentId: null },
      ],
      persons: [
        { id: ELSA, kind: 'YOUNG_PERSON', birthDate: freed ? '2011-06-15' : birthDate },
        { id: MARIA, kind: 'GUARDIAN', birthDate: null },
        { id: JOHAN, kind: 'GUARDIAN', birthDate: null },
        { id: NILS, kind: 'OTHER_SUBJECT', birthDate: brotherBirthDate },
      ],
      kinds: KINDS_BY_HAND,
    },
    viewers: VIEWERS,
    versions: again ? versions.map(everyOtherInGap) : versions,
    pieces: again ? pieces.map(everyOtherInGap) : pieces,
  }));
