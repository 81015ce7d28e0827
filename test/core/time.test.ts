import { explainCell } from '../../src/core/explain-cell.js';
import type { RulePack } from '../../src/core/case-facts.js';
import type { PersonId } from '../../src/core/ids.js';
import type { Instant } from '../../src/core/period.js';
import {
  block,
  custody,
  ELSA,
  elsasCase,
  JOHAN,
  MARIA,
  midnight,
  noon,
  POLICE,
  policeReads,
  SCHOOL,
  refuses,
  UDDEVALLA,
  VELLINGE,
  withdraws,
  yes,
} from '../support/core-fixtures.js';

const START = noon('2026-01-10');
const guardiansSayYes = [yes(MARIA, START), yes(JOHAN, START)];
const SECOND = 1000;
/** One second and one millisecond before, at, and after. */
const round = (at: Instant): Instant[] => [at - SECOND, at - 1, at, at + 1, at + SECOND];
const CLOSES = [true, true, false, false, false];
const STAYS_OPEN = [true, true, true, true, true];
const STAYS_CLOSED = [false, false, false, false, false];

describe.each([
  ['in summer', '2011-06-10', '2026-06-10'],
  ['in winter', '2011-12-10', '2026-12-10'],
  ['on the day summer time begins', '2011-03-29', '2026-03-29'],
  ['on the day after', '2011-03-30', '2026-03-30'],
  ['on the day summer time ends', '2011-10-25', '2026-10-25'],
  ['on the day after', '2011-10-26', '2026-10-26'],
])('Elsa of Vellinge turns 15 %s', (_, born, birthday) => {
  const turns = midnight(birthday);

  test('at local midnight her own yes is needed, and what her guardians opened closes', () => {
    const facts = elsasCase({ born, said: guardiansSayYes });
    expect(round(turns).map((at) => policeReads(facts, at))).toEqual(CLOSES);
  });

  test('it stays open when she has said yes before', () => {
    const facts = elsasCase({ born, said: [...guardiansSayYes, yes(ELSA, START)] });
    expect(round(turns).map((at) => policeReads(facts, at))).toEqual(STAYS_OPEN);
  });

  test('in Uddevalla she signs anyway: nothing changes', () => {
    const facts = elsasCase({ rules: UDDEVALLA, born, said: [...guardiansSayYes, yes(ELSA, START)] });
    expect(round(turns).map((at) => policeReads(facts, at))).toEqual(STAYS_OPEN);
  });
});

test.each([
  ['15 in the common year 2023', '2008-02-29', '2023-03-01'],
  ['15 in the common year 2027', '2012-02-29', '2027-03-01'],
])('Elsa, born on a leap day, turns %s on 1 March and not on 28 February', (_, born, birthday) => {
  const said = [yes(MARIA, midnight('2022-01-01')), yes(JOHAN, midnight('2022-01-01'))];
  const facts = elsasCase({ born, said });
  expect(round(midnight(birthday)).map((at) => policeReads(facts, at))).toEqual(CLOSES);
});

describe.each([
  ['Uddevalla', UDDEVALLA],
  ['Vellinge', VELLINGE],
])('Elsa of %s turns 18 on 10 June 2026', (_, rules) => {
  const turns = midnight('2026-06-10');
  const story = { rules, born: '2008-06-10' };

  test('what all three opened stays open on her word alone', () => {
    const facts = elsasCase({ ...story, said: [...guardiansSayYes, yes(ELSA, START)] });
    expect(round(turns).map((at) => policeReads(facts, at))).toEqual(STAYS_OPEN);
  });

  test('what Johan kept closed stays closed, until she says yes anew', () => {
    const anew = noon('2026-06-20');
    const before = [yes(MARIA, START), refuses(JOHAN, START), yes(ELSA, START)];
    expect(round(turns).map((at) => policeReads(elsasCase({ ...story, said: before }), at))).toEqual(STAYS_CLOSED);
    const facts = elsasCase({ ...story, said: [...before, yes(ELSA, anew)] });
    expect([turns, anew - 1, anew].map((at) => policeReads(facts, at))).toEqual([false, false, true]);
  });

  test('a yes that applies from the birthday itself counts', () => {
    const facts = elsasCase({ ...story, said: [yes(ELSA, START), yes(ELSA, turns)] });
    expect(round(turns).map((at) => policeReads(facts, at))).toEqual([false, false, true, true, true]);
  });

  test("Johan's new word after the birthday opens nothing: he no longer signs", () => {
    const facts = elsasCase({ ...story, said: [yes(MARIA, START), yes(ELSA, START), yes(JOHAN, turns + 1)] });
    expect(policeReads(facts, turns + SECOND)).toBe(false);
  });

  test('where the pack lets time open, the birthday opens', () => {
    const facts = elsasCase({ ...story, rules: { ...rules, timeMayOpen: true }, said: [yes(ELSA, START)] });
    expect(round(turns).map((at) => policeReads(facts, at))).toEqual([false, false, true, true, true]);
  });

  test('the explanation tells since when the cell waits', () => {
    const facts = elsasCase({ ...story, said: [yes(ELSA, START)] });
    const cell = { holderId: SCHOOL, recipientId: POLICE, category: 'SCHOOL_ATTENDANCE' } as const;
    expect(explainCell(facts, ELSA, cell, turns)).toMatchObject({
      open: false,
      signers: [{ signerId: ELSA, answer: 'GRANTED' }],
      waitsSince: turns,
    });
    expect(explainCell(facts, ELSA, cell, turns - 1).waitsSince).toBeNull();
  });
});

describe("Johan's custody ends on 1 May 2026", () => {
  const ends = midnight('2026-05-01');
  const story = { custody: [custody(MARIA), custody(JOHAN, { until: '2026-05-01' })] };

  test("what both opened stays open on Maria's word", () => {
    expect(round(ends).map((at) => policeReads(elsasCase({ ...story, said: guardiansSayYes }), at))).toEqual(
      STAYS_OPEN,
    );
  });

  test('what he kept closed stays closed until Maria says yes anew', () => {
    const anew = noon('2026-05-03');
    const facts = elsasCase({ ...story, said: [yes(MARIA, START), refuses(JOHAN, START), yes(MARIA, anew)] });
    expect([...round(ends), anew - 1, anew].map((at) => policeReads(facts, at))).toEqual([
      ...STAYS_CLOSED,
      false,
      true,
    ]);
  });

  test('what he kept closed stays closed when another custodian takes his place that day', () => {
    const per = 'Per' as PersonId;
    const said = [yes(MARIA, START), yes(per, START)];
    const facts = elsasCase({ custody: [...story.custody, custody(per, { from: '2026-05-01' })], said });
    expect(round(ends).map((at) => policeReads(facts, at))).toEqual(STAYS_CLOSED);
  });

  test('when he was the only custodian, everything closes', () => {
    const alone = { custody: [custody(JOHAN, { until: '2026-05-01' })] };
    const facts = elsasCase({ ...alone, said: [yes(JOHAN, START), yes(ELSA, START)] });
    expect(round(ends).map((at) => policeReads(facts, at))).toEqual(CLOSES);
  });

  test('two custodies that follow on each other are one', () => {
    const twice = {
      custody: [custody(MARIA), custody(JOHAN, { until: '2026-05-01' }), custody(JOHAN, { from: '2026-05-01' })],
    };
    expect(round(ends).map((at) => policeReads(elsasCase({ ...twice, said: guardiansSayYes }), at))).toEqual(
      STAYS_OPEN,
    );
    const refused = elsasCase({ ...twice, said: [yes(MARIA, START), refuses(JOHAN, START)] });
    expect(round(ends).map((at) => policeReads(refused, at))).toEqual(STAYS_CLOSED);
  });
});

describe('acts may open', () => {
  const from = midnight('2026-05-01');
  const OPENS = [false, false, true, true, true];
  const mariaSaysYes = [yes(MARIA, START), refuses(JOHAN, START)];

  test('a recorded prevention of Johan opens what he alone kept closed, and its end closes it again', () => {
    const facts = elsasCase({
      custody: [custody(MARIA), custody(JOHAN, { preventedFrom: '2026-05-01', preventedUntil: '2026-06-01' })],
      said: mariaSaysYes,
    });
    expect(round(from).map((at) => policeReads(facts, at))).toEqual(OPENS);
    expect(round(midnight('2026-06-01')).map((at) => policeReads(facts, at))).toEqual(CLOSES);
  });

  test('the start of a custody opens what the new custodian has said yes to, when there was none before', () => {
    const facts = elsasCase({ custody: [custody(MARIA, { from: '2026-05-01' })], said: mariaSaysYes });
    expect(round(from).map((at) => policeReads(facts, at))).toEqual(OPENS);
  });

  test('the end of a block', () => {
    const facts = elsasCase({ said: guardiansSayYes, blocks: [block({ period: { from: START, until: from } })] });
    expect(round(from).map((at) => policeReads(facts, at))).toEqual(OPENS);
  });
});

describe('a change of the rules closes, and never opens', () => {
  const from = midnight('2026-05-01');
  const anew = noon('2026-05-20');
  const turning = (rules: RulePack, later: Partial<RulePack>, story: Parameters<typeof elsasCase>[0]): boolean[] => {
    const packs = [
      { validFrom: midnight('2000-01-01'), pack: rules },
      { validFrom: from, pack: { ...rules, ...later, version: 2 } },
    ];
    return [from - 1, from, anew - 1, anew].map((at) => policeReads(elsasCase({ packs, ...story }), at));
  };
  const NEVER = [false, false, false, false];
  const loose = { youngPersonSignsFromAge: 15, timeMayOpen: true };

  test('what Elsa had not answered stays closed when she need not any more, until a guardian says yes anew', () => {
    expect(turning(UDDEVALLA, loose, { said: guardiansSayYes })).toEqual(NEVER);
    const said = [...guardiansSayYes, yes(MARIA, anew)];
    expect(turning(UDDEVALLA, loose, { said })).toEqual([false, false, false, true]);
  });

  test('her no stays a no', () => {
    const said = [...guardiansSayYes, refuses(ELSA, START), yes(MARIA, anew)];
    expect(turning(UDDEVALLA, loose, { said })).toEqual(NEVER);
  });

  test('what a guardian refused stays closed whatever age the rules name, until that guardian says yes', () => {
    const teenager = { born: '2009-06-10', said: [yes(ELSA, START), yes(MARIA, START), refuses(JOHAN, START)] };
    for (const guardiansSignUntilAge of [0, 15, 17]) {
      const later = { guardiansSignUntilAge, youngPersonSignsFromAge: 0, timeMayOpen: true };
      const said = [...teenager.said, yes(ELSA, anew), yes(MARIA, anew)];
      expect(turning(UDDEVALLA, later, { ...teenager, said })).toEqual(NEVER);
      const agreed = [...teenager.said, yes(JOHAN, anew)];
      expect(turning(UDDEVALLA, later, { ...teenager, said: agreed })).toEqual([false, false, false, true]);
    }
  });

  test('what was open under both stays open', () => {
    expect(turning(UDDEVALLA, loose, { said: [...guardiansSayYes, yes(ELSA, START)] })).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  test('rules that ask for one more close, and going back to the old ones opens nothing', () => {
    const packs = [VELLINGE, { ...UDDEVALLA, version: 2 }, { ...VELLINGE, version: 3 }].map((pack, index) => ({
      validFrom: midnight(['2000-01-01', '2026-05-01', '2026-05-10'][index] ?? ''),
      pack,
    }));
    const at = [from - 1, from, midnight('2026-05-10'), anew];
    expect(at.map((moment) => policeReads(elsasCase({ packs, said: guardiansSayYes }), moment))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('a wait since a change by time alone', () => {
  const birthday = midnight('2026-06-10');
  const dayAfter = noon('2026-06-11');

  test('is not ended by a no, which must not free what an older yes would then open', () => {
    const facts = elsasCase({
      said: [yes(ELSA, START), yes(JOHAN, START), refuses(MARIA, START), refuses(MARIA, dayAfter)],
      custody: [custody(MARIA, { preventedFrom: '2026-07-01' }), custody(JOHAN)],
    });
    expect(round(birthday).map((at) => policeReads(facts, at))).toEqual(STAYS_CLOSED);
    expect(round(midnight('2026-07-01')).map((at) => policeReads(facts, at))).toEqual(STAYS_CLOSED);
  });

  test('is over once the cell has opened, also when whoever spoke then signs no longer', () => {
    const facts = elsasCase({
      born: '2013-01-01',
      said: [yes(JOHAN, START), yes(MARIA, noon('2026-05-03'))],
      custody: [
        custody(JOHAN, { until: '2026-05-01' }),
        custody(JOHAN, { from: '2026-06-01' }),
        custody(MARIA, { until: '2026-07-01' }),
      ],
    });
    const at = ['2026-05-02', '2026-05-04', '2026-06-02', '2026-07-02'].map(noon);
    expect(at.map((moment) => policeReads(facts, moment))).toEqual([false, true, true, true]);
  });

  test('needs a change: the end of a custody that changes nobody who signs holds nothing closed', () => {
    const facts = elsasCase({
      born: '2013-01-01',
      said: [yes(MARIA, START)],
      custody: [custody(MARIA), custody(JOHAN, { preventedFrom: '2026-01-01', until: '2026-05-01' })],
      blocks: [block({ period: { from: START, until: noon('2026-06-01') } })],
    });
    expect([noon('2026-06-01') - 1, noon('2026-06-01')].map((at) => policeReads(facts, at))).toEqual([false, true]);
  });
});

describe('a no frees nothing that waits, then or later', () => {
  const now = noon('2026-05-21');
  const day = (days: number): Instant => now + days * 24 * 60 * 60 * SECOND;
  /** Elsa of Uddevalla turns 18 in twenty days; her guardian has said nothing. */
  const story = { rules: UDDEVALLA, born: '2008-06-10', custody: [custody(MARIA)] };
  const onDays = (said: Parameters<typeof elsasCase>[0] & object): boolean[] =>
    [22, 25, 26, 60].map((days) => policeReads(elsasCase({ ...story, ...said }), day(days)));

  test.each([
    ['a refusal for a later day', refuses(ELSA, day(25))],
    ['a withdrawal for a later day', withdraws(ELSA, day(25))],
  ])('%s, which the yes that follows it overrules', (_, no) => {
    expect(onDays({ said: [no, yes(ELSA, now)] })).toEqual([false, false, false, false]);
    expect(onDays({ said: [yes(ELSA, now)] })).toEqual([false, false, false, false]);
  });

  test('a yes for a later day that another one overrules frees nothing either, and one that is the last does', () => {
    expect(onDays({ said: [yes(ELSA, day(25)), yes(ELSA, now)] })).toEqual([false, false, false, false]);
    expect(onDays({ said: [yes(ELSA, now), yes(ELSA, day(25))] })).toEqual([false, true, true, true]);
  });
});

test('a block over the birthday holds what it closed closed, also after the block', () => {
  const blocks = [block({ period: { from: noon('2026-06-01'), until: noon('2026-07-01') } })];
  const facts = elsasCase({ said: [...guardiansSayYes, yes(ELSA, START)], blocks });
  expect(policeReads(facts, noon('2026-05-31'))).toBe(true);
  expect(policeReads(facts, noon('2026-07-02'))).toBe(false);
});
