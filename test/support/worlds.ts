import fc from 'fast-check';
import type {
  AssignmentFact,
  BlockFact,
  CaseFacts,
  CustodyFact,
  Grant,
  LocalDate,
  PackVersion,
  ProtectionFact,
  RulePack,
  Statement,
} from '../../src/core/case-facts.js';
import type {
  AgencyId,
  BlockId,
  CaseId,
  MunicipalityId,
  PersonId,
  ProfessionalId,
  RoleTermId,
} from '../../src/core/ids.js';
import type { InformationCategory } from '../../src/core/information-category.js';
import { ALWAYS } from '../../src/core/period.js';
import type { Instant, Period } from '../../src/core/period.js';
import type { PieceFacts, PieceKind } from '../../src/core/piece.js';
import type { Viewer } from '../../src/core/viewer.js';
import { swedishMidnight } from './swedish-midnight.js';

/** A tiny municipality with one case, made so that everything that can coincide does so often. */
export interface World {
  readonly facts: CaseFacts;
  readonly viewers: readonly Viewer[];
  readonly pieces: readonly PieceFacts[];
}

const uuid = (kind: number, number: number): string => `0000000${kind}-0000-4000-8000-00000000000${number}`;

export const CASE = uuid(1, 1) as CaseId;
export const HOME = uuid(2, 1) as MunicipalityId;
export const ELSEWHERE = uuid(2, 2) as MunicipalityId;
export const SOCIAL = uuid(3, 1) as AgencyId;
export const SCHOOL = uuid(3, 2) as AgencyId;
export const POLICE = uuid(3, 3) as AgencyId;
export const ELSA = uuid(4, 1) as PersonId;
export const MARIA = uuid(4, 2) as PersonId;
export const JOHAN = uuid(4, 3) as PersonId;
/** Elsa's younger brother. */
export const NILS = uuid(4, 4) as PersonId;

export const AGENCIES = [SOCIAL, SCHOOL, POLICE] as const;
export const CATEGORIES = ['CONTACT', 'OFFENDING', 'PLAN'] as const satisfies readonly InformationCategory[];
const SUBJECTS = [ELSA, NILS] as const;
const FAMILY = [ELSA, MARIA, JOHAN, NILS] as const;

/** 1 March is when leap-day children turn; 29 March and 25 October 2026 are the days on which the clock changes. */
export const DATES: readonly LocalDate[] = [
  '2026-02-28',
  '2026-03-01',
  '2026-03-29',
  '2026-06-15',
  '2026-10-25',
  '2027-01-10',
];
const HALF_A_DAY = 12 * 60 * 60 * 1000;
/** Every midnight of {@link DATES}, and the noon after it. */
export const INSTANTS: readonly Instant[] = DATES.map(swedishMidnight).flatMap((midnight) => [
  midnight,
  midnight + HALF_A_DAY,
]);
const LONG_AGO = swedishMidnight('2020-01-01');

/** Just before, at and just after each instant at which anything in a world may change. */
export const MOMENTS: readonly Instant[] = INSTANTS.flatMap((instant) => [instant - 1, instant, instant + 1]);

/** Fifteen, or eighteen, on one of the dates; or far from any birthday that counts. */
const BIRTH_DATES: readonly LocalDate[] = [
  '2008-02-29', // 18 on 1 March 2026: a common year
  '2011-03-29',
  '2011-06-15',
  '2008-10-25',
  '2008-06-15',
  '2013-01-10',
  '2004-05-05',
];

export const instant = fc.constantFrom(...INSTANTS);
const date = fc.constantFrom(...DATES);
/** The value in so many cases of a hundred, else nothing. */
const sometimes = <T>(percent: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 100 - percent, arbitrary: fc.constant(null) }, { weight: percent, arbitrary });
const oneIn = (times: number): fc.Arbitrary<boolean> =>
  fc.integer({ min: 1, max: times }).map((number) => number === 1);

const period: fc.Arbitrary<Period> = fc.record({
  from: sometimes(70, instant),
  until: sometimes(50, instant),
});

const pack: fc.Arbitrary<RulePack> = fc
  .record({
    ages: fc.constantFrom([0, 18], [15, 18], [15, 15]),
    timeMayOpen: oneIn(6),
  })
  .map(({ ages: [youngPersonSignsFromAge = 0, guardiansSignUntilAge = 18], timeMayOpen }) => ({
    version: 1,
    targetAgeFrom: 12,
    targetAgeThrough: 20,
    youngPersonSignsFromAge,
    guardiansSignUntilAge,
    agreesToTakePartFromAge: 0,
    timeMayOpen,
    followUpEveryDaysFrom: 14,
    followUpEveryDaysThrough: 21,
    interventionMonths: null,
    concernReportGate: false,
    heldBackCategories: [],
  }));

const packs: fc.Arbitrary<PackVersion[]> = fc
  .tuple(pack, sometimes(25, fc.tuple(pack, instant)))
  .map(([first, later]) => [
    { validFrom: LONG_AGO, pack: first },
    ...(later === null ? [] : [{ validFrom: later[1], pack: { ...later[0], version: 2 } }]),
  ]);

const custodyOf = (subjectId: PersonId, guardianId: PersonId): fc.Arbitrary<CustodyFact[]> => {
  const fact = fc.record({
    subjectId: fc.constant(subjectId),
    guardianId: fc.constant(guardianId),
    from: sometimes(20, date).map((from) => from ?? '2014-01-01'),
    until: sometimes(35, date),
    preventedFrom: sometimes(30, date),
    preventedUntil: sometimes(50, date),
  });
  return fc.oneof(
    { weight: 4, arbitrary: fc.array(fact, { minLength: 1, maxLength: 1 }) },
    { weight: 1, arbitrary: fc.array(fact, { maxLength: 2 }) },
  );
};

const EVERYTHING: readonly Grant[] = AGENCIES.flatMap((fromId) =>
  AGENCIES.filter((toId) => toId !== fromId).map((toId) => ({ fromId, toId, categories: CATEGORIES })),
);

const grants: fc.Arbitrary<readonly Grant[]> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(EVERYTHING) },
  {
    weight: 1,
    arbitrary: fc.array(
      fc.record({
        fromId: fc.constantFrom(...AGENCIES),
        toId: fc.constantFrom(...AGENCIES),
        categories: fc.subarray([...CATEGORIES], { minLength: 1 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  },
);

export type Unnumbered = Omit<Statement, 'sequence'>;

/** A statement not yet in the ledger. */
export const statement: fc.Arbitrary<Unnumbered> = fc
  .record({
    subjectId: fc.constantFrom(...SUBJECTS, ELSA, ELSA),
    signerId: fc.constantFrom(...FAMILY, ELSA, MARIA, JOHAN),
    decision: fc.constantFrom<Statement['decision'][]>('GRANTED', 'GRANTED', 'GRANTED', 'WITHDRAWN', 'REFUSED'),
    grants,
    namesAll: fc.boolean(),
    appliesFrom: instant,
    until: sometimes(30, instant),
    dataPeriods: sometimes(20, fc.array(period, { maxLength: 2 })),
  })
  .map(({ namesAll, ...rest }) => ({
    ...rest,
    grants: namesAll && rest.decision !== 'GRANTED' ? null : rest.grants,
    recordedAt: rest.appliesFrom,
  }));

/** An early yes to everything: without it a random world would hardly ever open. */
const earlyYes = (subjectId: PersonId, signerId: PersonId): fc.Arbitrary<Unnumbered | null> =>
  sometimes(
    85,
    statement.map((any) => {
      const appliesFrom = Math.min(any.appliesFrom, INSTANTS[4] ?? 0);
      return {
        ...any,
        subjectId,
        signerId,
        decision: 'GRANTED' as const,
        grants: EVERYTHING,
        appliesFrom,
        recordedAt: appliesFrom,
      };
    }),
  );

const ledger: fc.Arbitrary<Statement[]> = fc
  .tuple(
    earlyYes(ELSA, ELSA),
    earlyYes(ELSA, MARIA),
    earlyYes(ELSA, JOHAN),
    earlyYes(NILS, MARIA),
    earlyYes(NILS, NILS),
    fc.array(statement, { maxLength: 6 }),
  )
  .map((said) =>
    said
      .flat()
      .filter((one) => one !== null)
      .map((one, index) => ({ ...one, sequence: index + 1 })),
  );

/** A block not yet recorded. */
export const block: fc.Arbitrary<Omit<BlockFact, 'id'>> = fc
  .record({
    subjectId: fc.constantFrom(...SUBJECTS, ELSA),
    by: fc.oneof(
      fc.constantFrom(...FAMILY).map((bySignerId) => ({ bySignerId, byHolderId: null })),
      fc.constantFrom(...AGENCIES).map((byHolderId) => ({ bySignerId: null, byHolderId })),
    ),
    grants: sometimes(60, grants),
    period,
  })
  .map(({ by, ...rest }) => ({ ...rest, ...by }));

const blocks: fc.Arbitrary<BlockFact[]> = fc
  .oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(block, { maxLength: 2 }) })
  .map((some) => some.map((one, index) => ({ ...one, id: uuid(7, index + 1) as BlockId })));

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

const KINDS: readonly PieceKind[] = [
  'CONTACT',
  'SITUATION',
  'NOTE',
  'NOTE',
  'PLAN',
  'GOAL',
  'ACTION',
  'MEETING',
  'MEETING_PLACE',
];

const piece: fc.Arbitrary<PieceFacts> = fc.record({
  kind: fc.constantFrom(...KINDS),
  holderId: fc.constantFrom(...AGENCIES),
  category: fc.constantFrom(...CATEGORIES),
  subjectIds: fc.constantFrom([ELSA], [ELSA], [ELSA, NILS], [NILS]),
  heldBack: oneIn(8),
  hiddenFromIds: fc.subarray([ELSA, MARIA, JOHAN], { maxLength: 1 }),
  recordedAt: fc.constantFrom(LONG_AGO, ...MOMENTS),
});

const guardianPiece: fc.Arbitrary<PieceFacts> = piece.map((any) => ({
  ...any,
  kind: 'GUARDIAN',
  category: 'FAMILY',
  subjectIds: [MARIA],
}));

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
    pieces: fc.array(fc.oneof({ weight: 8, arbitrary: piece }, { weight: 1, arbitrary: guardianPiece }), {
      minLength: 4,
      maxLength: 8,
    }),
  })
  .map(({ birthDate, brotherBirthDate, pieces, ...facts }) => ({
    facts: {
      ...facts,
      caseId: CASE,
      municipalityId: HOME,
      status: 'ACTIVE',
      youngPersonId: ELSA,
      coordinatorAgencyId: SOCIAL,
      agencies: [
        { id: SOCIAL, kind: 'SOCIAL_SERVICES', parentId: null },
        { id: SCHOOL, kind: 'SCHOOL', parentId: null },
        { id: POLICE, kind: 'POLICE', parentId: null },
      ],
      persons: [
        { id: ELSA, kind: 'YOUNG_PERSON', birthDate },
        { id: MARIA, kind: 'GUARDIAN', birthDate: null },
        { id: JOHAN, kind: 'GUARDIAN', birthDate: null },
        { id: NILS, kind: 'OTHER_SUBJECT', birthDate: brotherBirthDate },
      ],
    },
    viewers: VIEWERS,
    pieces,
  }));
