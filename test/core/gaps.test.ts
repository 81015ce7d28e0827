import type { PersonId } from '../../src/core/ids.js';
import type { Instant } from '../../src/core/period.js';
import {
  block,
  custody,
  decisionFor,
  ELSA,
  elsasCase,
  grant,
  JOHAN,
  MARIA,
  midnight,
  noon,
  piece,
  policeReads,
  refuses,
  SCHOOL,
  SOCIAL,
  UDDEVALLA,
  VELLINGE,
  withdraws,
  yes,
} from '../support/core-fixtures.js';

/** The days as a caseworker counts them: day 1 is 1 April 2026. */
const day = (number: number): Instant => noon('2026-04-01') + (number - 1) * 24 * 60 * 60 * 1000;
const NOW = day(30);

/** Of what the school recorded on these days, what the police read now. */
function readsFrom(story: Parameters<typeof elsasCase>[0], days: readonly number[]): boolean[] {
  const facts = elsasCase(story);
  return days.map((number) => policeReads(facts, NOW, piece({ recordedAt: day(number) })));
}

const AROUND = [1, 4, 5, 8, 9, 12];
const ALL_OPEN = AROUND.map(() => true);
/** What was recorded from day 5 until day 9 lies in a gap. */
const GAP_5_TO_9 = [true, true, false, false, true, true];

test('nobody is asked, then all say yes: everything earlier is open', () => {
  const said = [yes(MARIA, day(9)), yes(JOHAN, day(9)), yes(ELSA, day(9))];
  for (const rules of [UDDEVALLA, VELLINGE]) expect(readsFrom({ rules, said }, AROUND)).toEqual(ALL_OPEN);
});

test('the father says yes, the mother nothing, and yes later: everything earlier is open', () => {
  const said = [yes(JOHAN, day(1)), yes(ELSA, day(1)), yes(MARIA, day(9))];
  for (const rules of [UDDEVALLA, VELLINGE]) expect(readsFrom({ rules, said }, AROUND)).toEqual(ALL_OPEN);
});

test('the father says yes, the mother no on day 5 and yes on day 9: before day 5 is open, 5 to 9 is closed', () => {
  const said = [yes(JOHAN, day(1)), yes(ELSA, day(1)), refuses(MARIA, day(5)), yes(MARIA, day(9))];
  for (const rules of [UDDEVALLA, VELLINGE]) expect(readsFrom({ rules, said }, AROUND)).toEqual(GAP_5_TO_9);
});

test('a consent that expires on day 5 and is renewed on day 9 leaves a gap; renewed on day 4, it leaves none', () => {
  const until = { until: day(5) };
  const renewed = (on: number): Parameters<typeof elsasCase>[0] => ({
    said: [yes(MARIA, day(1), until), yes(JOHAN, day(1), until), yes(MARIA, day(on)), yes(JOHAN, day(on))],
  });
  expect(readsFrom(renewed(9), AROUND)).toEqual(GAP_5_TO_9);
  expect(readsFrom(renewed(4), AROUND)).toEqual(ALL_OPEN);
});

test('Elsa of Vellinge turns 15 and says yes ten days later: those ten days are closed', () => {
  const said = [yes(MARIA, day(1)), yes(JOHAN, day(1)), yes(ELSA, day(15))];
  const facts = elsasCase({ born: '2011-04-05', said });
  const turns = midnight('2026-04-05');
  const reads = (recordedAt: Instant): boolean => policeReads(facts, NOW, piece({ recordedAt }));
  expect([turns - 1, turns, day(15) - 1, day(15)].map(reads)).toEqual([true, false, false, true]);
});

test('a no about the police alone leaves a gap towards the police alone', () => {
  const both = { grants: [grant(['SCHOOL_ATTENDANCE']), grant(['SCHOOL_ATTENDANCE'], SCHOOL, SOCIAL)] };
  const toPolice = { grants: [grant(['SCHOOL_ATTENDANCE'])] };
  const whenOpen = [yes(MARIA, day(1), both), yes(JOHAN, day(1), both), withdraws(MARIA, day(5), toPolice)];
  const neverOpen = [yes(JOHAN, day(1), both), refuses(MARIA, day(5), toPolice)];
  for (const before of [whenOpen, neverOpen]) {
    const facts = elsasCase({ said: [...before, yes(MARIA, day(9), both)] });
    const reads = (name: 'bo' | 'anna'): boolean[] =>
      AROUND.map((number) => decisionFor(facts, name, NOW).piece(piece({ recordedAt: day(number) })).open);
    expect(reads('bo')).toEqual(GAP_5_TO_9);
    expect(reads('anna')).toEqual(ALL_OPEN);
  }
});

describe('in a cell that was never open, a gap begins', () => {
  const allSayYes = [yes(MARIA, day(9)), yes(JOHAN, day(9)), yes(ELSA, day(9))];

  test('at the no of Elsa, who need not sign at eleven', () => {
    expect(readsFrom({ born: '2015-01-01', said: [refuses(ELSA, day(5)), ...allSayYes] }, AROUND)).toEqual(GAP_5_TO_9);
  });

  test('at a block, and lasts until the cell opens, also when the block ends before', () => {
    const blocks = [block({ bySignerId: MARIA, period: { from: day(5), until: day(6) } })];
    expect(readsFrom({ blocks, said: allSayYes }, AROUND)).toEqual(GAP_5_TO_9);
    const always = [block({ bySignerId: MARIA, period: { from: null, until: day(9) } })];
    expect(readsFrom({ blocks: always, said: allSayYes }, AROUND)).toEqual([false, false, false, false, true, true]);
  });

  test('and lasts until the cell opens, also when whoever said no says yes before the others do', () => {
    const said = [refuses(MARIA, day(5)), yes(MARIA, day(6)), yes(JOHAN, day(9))];
    expect(readsFrom({ said }, AROUND)).toEqual(GAP_5_TO_9);
  });

  test('not at a no that a later yes overruled before it came to apply', () => {
    const said = [refuses(MARIA, day(5)), yes(MARIA, day(1)), yes(JOHAN, day(9))];
    expect(readsFrom({ said }, AROUND)).toEqual(ALL_OPEN);
  });

  test('not at a yes that expired unanswered', () => {
    const said = [yes(MARIA, day(1), { until: day(5) }), yes(JOHAN, day(9)), yes(MARIA, day(9))];
    expect(readsFrom({ said }, AROUND)).toEqual(ALL_OPEN);
  });

  test('not at the no of somebody who need not sign, until they must', () => {
    const per = 'Per' as PersonId;
    const no = refuses(per, day(1));
    const answered = [no, ...allSayYes, yes(per, day(9))];
    expect(readsFrom({ said: answered }, AROUND)).toEqual(ALL_OPEN);
    const since = [custody(MARIA), custody(JOHAN), custody(per, { from: '2026-04-05' })];
    expect(readsFrom({ said: answered, custody: since }, AROUND)).toEqual(GAP_5_TO_9);
  });
});

test('what lies in a gap opens if every yes that carries the opening names the time', () => {
  const naming = { dataPeriods: [{ from: day(5), until: day(9) }] };
  const no = [yes(JOHAN, day(1)), refuses(MARIA, day(5))];
  const all = [...no, yes(MARIA, day(9), naming), yes(JOHAN, day(9), naming)];
  expect(readsFrom({ said: all }, AROUND)).toEqual([false, false, true, true, false, false]);
  expect(readsFrom({ said: [...no, yes(MARIA, day(9), naming)] }, AROUND)).toEqual(AROUND.map(() => false));
});

test('a custody or a new rule that closes leaves a gap like any other', () => {
  const per = 'Per' as PersonId;
  const said = [yes(MARIA, day(1)), yes(JOHAN, day(1)), yes(per, day(9))];
  const joins = [custody(MARIA), custody(JOHAN), custody(per, { from: '2026-04-05' })];
  expect(readsFrom({ said, custody: joins }, AROUND)).toEqual(GAP_5_TO_9);
  const packs = [
    { validFrom: midnight('2000-01-01'), pack: VELLINGE },
    { validFrom: day(5), pack: { ...UDDEVALLA, version: 2 } },
  ];
  expect(readsFrom({ packs, said: [...said, yes(ELSA, day(9))] }, AROUND)).toEqual(GAP_5_TO_9);
});
