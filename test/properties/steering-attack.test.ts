import fc from 'fast-check';
import { steeringReport } from '../../src/core/steering-report/report.js';
import type { SteeringReport } from '../../src/core/steering-report/report.js';
import type { CaseCourse } from '../../src/core/steering-report/term-facts.js';
import { differenceBounds } from '../support/difference-bounds.js';
import { attacked } from '../support/report-attack.js';
import { AREAS, histories, TERMS } from '../support/random-terms.js';
import { atLeast, atLength, rounds, seedOf } from './at-length.js';

const K = 10;

/** `null` where nothing can be so. */
function orNull(solved: () => object): object | null {
  try {
    return solved();
  } catch {
    return null;
  }
}

/** What was published, term after term. */
function published(cases: readonly CaseCourse[]): SteeringReport[] {
  const nothing = { packs: [], areas: AREAS, meetings: [], places: [], actions: [], undertakings: [] };
  const reports: SteeringReport[] = [];
  for (const term of TERMS) reports.push(steeringReport({ ...nothing, term, cases }, reports));
  return reports;
}

test(
  'of no hidden number more can be worked out than that it is small, none among them, by whoever knows one case too',
  () => {
    const seen = { hidden: 0, told: 0, splits: 0 };
    const count = rounds(100);
    fc.assert(
      fc.property(histories, fc.nat(), (cases, whose) => {
        const reports = published(cases);
        const cells = reports.flatMap(({ tables }) =>
          tables.slice(0, -1).map(({ rows }) => rows.flatMap((row) => row.cells)),
        );
        seen.told += cells.flat().filter(({ count: told }) => told !== null).length;
        seen.splits += cells.filter((all) => all.length === 2 && all[0]!.count !== null).length;
        for (const known of [null, cases[whose % cases.length] ?? null]) {
          const { hidden, inTheWork } = attacked(reports, known);
          seen.hidden += hidden.length;
          const narrow = hidden.filter(({ range, own }) => range.low > own || range.high < K - 1);
          const few = inTheWork.filter(({ low, high }) => low < K && high - low < K - 1);
          expect({ narrow, few }).toEqual({ narrow: [], few: [] });
        }
      }),
      { numRuns: count, seed: seedOf() },
    );
    expect(seen.hidden).toBeGreaterThan(atLeast(100, count));
    expect(seen.told).toBeGreaterThan(atLeast(1, count));
    expect(seen.splits).toBeGreaterThan(0);
  },
  atLength(20_000),
);

test('what bounds the numbers is exact: it finds what counting through all of them finds', () => {
  const range = fc.tuple(fc.nat(3), fc.nat(3)).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));
  fc.assert(
    fc.property(range, range, range, (ab, bc, ac) => {
      const solutions = [0, 1, 2, 3]
        .flatMap((b) => [0, 1, 2, 3, 4, 5, 6].map((c) => [b, c + b - 3] as const))
        .filter(([b, c]) => b >= ab.low && b <= ab.high && c - b >= bc.low && c - b <= bc.high)
        .filter(([, c]) => c >= ac.low && c <= ac.high)
        .map(([b]) => b);
      const solved = (): object =>
        differenceBounds([
          { from: 'a', to: 'b', ...ab },
          { from: 'b', to: 'c', ...bc },
          { from: 'a', to: 'c', ...ac },
        ])('a', 'b');
      const counted = solutions.length === 0 ? null : { low: Math.min(...solutions), high: Math.max(...solutions) };
      expect(orNull(solved)).toEqual(counted);
    }),
    { numRuns: 200, seed: 1 },
  );
});
