import fc from 'fast-check';
import type { BlockFact, CustodyFact, Grant, PackVersion, RulePack, Statement } from '../../src/core/case-facts.js';
import type { BlockId, PersonId } from '../../src/core/ids.js';
import type { Period } from '../../src/core/period.js';
import {
  AGENCIES,
  CATEGORIES,
  DATES,
  ELSA,
  FAMILY,
  INSTANTS,
  JOHAN,
  LONG_AGO,
  MARIA,
  NILS,
  SUBJECTS,
  uuid,
} from './world-cast.js';

export const instant = fc.constantFrom(...INSTANTS);
const date = fc.constantFrom(...DATES);
/** The value in so many cases of a hundred, else nothing. */
export const sometimes = <T>(percent: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 100 - percent, arbitrary: fc.constant(null) }, { weight: percent, arbitrary });
export const oneIn = (times: number): fc.Arbitrary<boolean> =>
  fc.integer({ min: 1, max: times }).map((number) => number === 1);

export const period: fc.Arbitrary<Period> = fc.record({
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
    meetingParties: [],
    interventionMonths: null,
    concernReportGate: false,
    declinedProposalKeptDays: 30,
    heldBackCategories: [],
  }));

export const packs: fc.Arbitrary<PackVersion[]> = fc
  .tuple(pack, sometimes(25, fc.tuple(pack, instant)))
  .map(([first, later]) => [
    { validFrom: LONG_AGO, pack: first },
    ...(later === null ? [] : [{ validFrom: later[1], pack: { ...later[0], version: 2 } }]),
  ]);

export const custodyOf = (subjectId: PersonId, guardianId: PersonId): fc.Arbitrary<CustodyFact[]> => {
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

export const ledger: fc.Arbitrary<Statement[]> = fc
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

export const blocks: fc.Arbitrary<BlockFact[]> = fc
  .oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(block, { maxLength: 2 }) })
  .map((some) => some.map((one, index) => ({ ...one, id: uuid(7, index + 1) as BlockId })));
