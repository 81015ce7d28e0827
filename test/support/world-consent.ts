import fc from 'fast-check';
import type { BlockFact, CustodyFact, Grant, PackVersion, RulePack, Statement } from '../../src/core/case-facts.js';
import type { AgencyId, BlockId, PersonId } from '../../src/core/ids.js';
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
  SOCIAL,
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
    steeringMeetingsPerTerm: null,
    concernReportGate: false,
    consentNeedsSecondPerson: false,
    consentMonthsAtMost: 12,
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
    preventedFrom: sometimes(40, date),
    preventedUntil: sometimes(50, date),
  });
  return fc.oneof(
    { weight: 4, arbitrary: fc.array(fact, { minLength: 1, maxLength: 1 }) },
    { weight: 1, arbitrary: fc.array(fact, { maxLength: 2 }) },
  );
};

const EVERYTHING: readonly Grant[] = [{ fromIds: AGENCIES, toIds: AGENCIES, categories: CATEGORIES }];

/** Mostly one, so that single cells come up as well as sets. */
const someAgencies: fc.Arbitrary<AgencyId[]> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...AGENCIES).map((id) => [id]) },
  { weight: 1, arbitrary: fc.subarray([...AGENCIES], { minLength: 1 }) },
);

const grants: fc.Arbitrary<readonly Grant[]> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(EVERYTHING) },
  {
    weight: 1,
    arbitrary: fc
      .subarray([...CATEGORIES], { minLength: 1, maxLength: 2 })
      .map((categories) => EVERYTHING.map((grant) => ({ ...grant, categories }))),
  },
  {
    weight: 1,
    arbitrary: fc.array(
      fc.record({
        fromIds: someAgencies,
        toIds: someAgencies,
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

/**
 * Everything, or all but what goes to one agency, so that an opening to one is not an opening to all; mostly the
 * coordinator's, who alone of the staff may look at the openings of others. Or all but what one agency tells, so that
 * what is open of one holder is not of another.
 */
const mostGrants: fc.Arbitrary<readonly Grant[]> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(EVERYTHING) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(SOCIAL, SOCIAL, ...AGENCIES)
      .map((without) => EVERYTHING.map((all) => ({ ...all, toIds: AGENCIES.filter((id) => id !== without) }))),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...AGENCIES)
      .map((without) => EVERYTHING.map((all) => ({ ...all, fromIds: AGENCIES.filter((id) => id !== without) }))),
  },
);

/** An early yes to almost everything: without it a random world would hardly ever open. */
const earlyYes = (subjectId: PersonId, signerId: PersonId, percent = 85): fc.Arbitrary<Unnumbered | null> =>
  sometimes(
    percent,
    fc.tuple(statement, mostGrants).map(([any, given]) => {
      const appliesFrom = Math.min(any.appliesFrom, INSTANTS[4] ?? 0);
      return {
        ...any,
        subjectId,
        signerId,
        decision: 'GRANTED' as const,
        grants: given,
        appliesFrom,
        recordedAt: appliesFrom,
      };
    }),
  );

/** A guardian's yes that comes late: what was closed until then opens by it, and may have been waiting for it. */
const lateYes = (signerId: PersonId): fc.Arbitrary<Unnumbered> =>
  fc.tuple(statement, fc.constantFrom(...INSTANTS.slice(4))).map(([any, appliesFrom]) => ({
    ...any,
    ...{ subjectId: ELSA, signerId, decision: 'GRANTED' as const, grants: any.grants ?? EVERYTHING },
    ...{ appliesFrom, recordedAt: appliesFrom, until: null, dataPeriods: null },
  }));

/** A yes to everything that is taken back and given again: without it a cell would hardly ever open a second time. */
const givenAgain: fc.Arbitrary<Unnumbered[]> = fc
  .tuple(statement, fc.constantFrom(ELSA, MARIA, JOHAN), instant, instant)
  .map(([any, signerId, one, other]) =>
    (['WITHDRAWN', 'GRANTED'] as const).map((decision, index) => {
      const appliesFrom = index === 0 ? Math.min(one, other) : Math.max(one, other);
      return {
        ...any,
        ...{ subjectId: ELSA, signerId, decision, grants: decision === 'GRANTED' ? (any.grants ?? EVERYTHING) : null },
        ...{ appliesFrom, recordedAt: appliesFrom, dataPeriods: null },
      };
    }),
  );

export const ledger: fc.Arbitrary<Statement[]> = fc
  .tuple(
    earlyYes(ELSA, ELSA),
    earlyYes(ELSA, MARIA),
    earlyYes(ELSA, JOHAN, 65),
    earlyYes(NILS, MARIA),
    earlyYes(NILS, NILS),
    sometimes(35, givenAgain),
    sometimes(35, givenAgain),
    sometimes(50, lateYes(JOHAN)),
    sometimes(25, lateYes(MARIA)),
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
