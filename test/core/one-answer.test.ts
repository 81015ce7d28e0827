/** What a cell means for what is recorded now, and for what was recorded then: two values of one evaluation. */
import { sharing } from '../../src/core/sharing.js';
import type { CaseFacts } from '../../src/core/case-facts.js';
import {
  block,
  decisionFor,
  elsasCase,
  JOHAN,
  MARIA,
  noon,
  piece,
  POLICE,
  policeReads,
  refuses,
  SCHOOL,
  withdraws,
  yes,
} from '../support/core-fixtures.js';

const START = noon('2026-01-10');
const NOW = noon('2026-05-01');
const ENDED = noon('2026-04-01');
const LATER = noon('2026-06-01');
const both = (extent: Parameters<typeof yes>[2] = {}): Parameters<typeof elsasCase>[0] => ({
  said: [yes(MARIA, START, extent), yes(JOHAN, START, extent)],
});

function says(facts: CaseFacts, at = NOW): object {
  const decision = decisionFor(facts, 'bo', at);
  const cell = sharing(facts, at).find(
    ({ fromId, toId, category }) => fromId === SCHOOL && toId === POLICE && category === 'SCHOOL_ATTENDANCE',
  );
  return {
    now: decision.cell(SCHOOL, 'SCHOOL_ATTENDANCE').open,
    earlier: decision.earlier(SCHOOL, 'SCHOOL_ATTENDANCE'),
    shared: [cell?.open, cell?.openEarlier],
  };
}

test('a data period that has ended: nothing of what is recorded now, some of what was', () => {
  const facts = elsasCase(both({ dataPeriods: [{ from: null, until: ENDED }] }));
  expect(says(facts)).toEqual({ now: false, earlier: 'SOME', shared: [false, 'SOME'] });
  expect(policeReads(facts, NOW, piece({ recordedAt: ENDED - 1 }))).toBe(true);
  expect(policeReads(facts, NOW, piece({ recordedAt: ENDED }))).toBe(false);
});

test.each<[string, Parameters<typeof elsasCase>[0], object]>([
  ['a consent', both(), { now: true, earlier: 'ALL', shared: [true, 'ALL'] }],
  ['no consent', {}, { now: false, earlier: 'NONE', shared: [false, 'NONE'] }],
  [
    'a consent from now on alone',
    both({ dataPeriods: [{ from: NOW, until: null }] }),
    { now: true, earlier: 'SOME', shared: [true, 'SOME'] },
  ],
  [
    'a gap',
    { said: [yes(MARIA, START), refuses(JOHAN, START), yes(JOHAN, ENDED)] },
    { now: true, earlier: 'SOME', shared: [true, 'SOME'] },
  ],
  [
    'a consent to what lies ahead alone',
    both({ dataPeriods: [{ from: NOW + 1, until: null }] }),
    { now: false, earlier: 'NONE', shared: [false, 'NONE'] },
  ],
  [
    'a consent that was taken back',
    { said: [yes(MARIA, START), yes(JOHAN, START), withdraws(JOHAN, ENDED)] },
    { now: false, earlier: 'NONE', shared: [false, 'NONE'] },
  ],
  ['a block', { ...both(), blocks: [block({})] }, { now: false, earlier: 'NONE', shared: [false, 'NONE'] }],
])('%s', (_, story, expected) => {
  expect(says(elsasCase(story))).toEqual(expected);
});

test('the own agency reads all, whatever was consented; whoever is not assigned, none', () => {
  const facts = elsasCase();
  expect(decisionFor(facts, 'karin', NOW).earlier(SCHOOL, 'SCHOOL_ATTENDANCE')).toBe('ALL');
  expect(decisionFor(facts, 'elsa', NOW).earlier(SCHOOL, 'PLAN')).toBe('ALL');
  expect(decisionFor(facts, 'elsa', NOW).earlier(SCHOOL, 'HEALTH')).toBe('NONE');
  expect(decisionFor({ ...facts, assignments: [] }, 'karin', NOW).earlier(SCHOOL, 'SCHOOL_ATTENDANCE')).toBe('NONE');
  expect(decisionFor(facts, 'ada', NOW).earlier(SCHOOL, 'SCHOOL_ATTENDANCE')).toBe('NONE');
});

test('what is readable now is so until the data period or the consent ends, whichever is first', () => {
  const until = (facts: CaseFacts): unknown => {
    const verdict = decisionFor(facts, 'bo', NOW).cell(SCHOOL, 'SCHOOL_ATTENDANCE');
    return verdict.open ? verdict.until : 'closed';
  };
  expect(until(elsasCase(both({ dataPeriods: [{ from: null, until: LATER }] })))).toBe(LATER);
  expect(until(elsasCase(both({ until: LATER })))).toBe(LATER);
});
