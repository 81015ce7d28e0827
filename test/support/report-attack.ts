import { PERSON_TABLES } from '../../src/core/steering-report/person-tables.js';
import type { SteeringReport } from '../../src/core/steering-report/report.js';
import { BESIDE_ONE, SMALLEST_SHOWN } from '../../src/core/steering-report/smallest.js';
import { isIn } from '../../src/core/steering-report/term-facts.js';
import type { CaseCourse } from '../../src/core/steering-report/term-facts.js';
import { differenceBounds } from './difference-bounds.js';
import type { Difference, Range } from './difference-bounds.js';

/** A cell that was not told, with what somebody can work out of it. */
export interface HiddenCell {
  readonly name: string;
  readonly range: Range;
  /** How many of it are the case that the reader knows. */
  readonly own: number;
}

export interface Attacked {
  readonly hidden: readonly HiddenCell[];
  /** How many there can be who have begun and not ended, behind each term: no table tells it. */
  readonly inTheWork: readonly Range[];
}

interface Cell {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly count: number | null;
  readonly own: number;
  readonly high: number;
}

/**
 * What somebody can work out who has every report, knows how they are made, that nobody was in the work before the first
 * of them, and which cells one case is in. Who has begun and who has ended by the end of each term are running sums, and
 * so are the parts of a split, so that all that is known is about differences.
 */
export function attacked(reports: readonly SteeringReport[], known: CaseCourse | null): Attacked {
  const cells = reports.flatMap((report, term) => [...flowOf(report, term, known), ...partsOf(report, term, known)]);
  const facts: Difference[] = cells.map(({ from, to, count, own, high }) => ({
    ...{ from, to },
    low: count ?? own,
    high: count ?? high,
  }));
  for (const [term] of reports.entries())
    facts.push({ from: `ENDED ${term}`, to: `BEGAN ${term}`, low: 0, high: Infinity });
  facts.push({ from: 'ENDED -1', to: 'BEGAN -1', low: 0, high: 0 });
  const rangeOf = differenceBounds(facts);
  const hidden = cells
    .filter(({ count }) => count === null)
    .map(({ name, from, to, own }) => ({ name, own, range: rangeOf(from, to) }));
  return { hidden, inTheWork: [...reports.keys()].map((term) => rangeOf(`ENDED ${term}`, `BEGAN ${term}`)) };
}

const POPULATIONS = ['BEGAN', 'ENDED'] as const;

function flowOf(report: SteeringReport, term: number, known: CaseCourse | null): Cell[] {
  const own = (of: string): number => Number(known !== null && isIn(report.term, dayOf(known, of)));
  const flow = report.tables.find(({ name }) => name === 'FLOW')!.rows[0]!.cells;
  return flow.map(({ of, count }) => ({
    ...{ name: `${of} in term ${term}`, from: `${of} ${term - 1}`, to: `${of} ${term}` },
    // More than few may be hidden too; who takes them for few works out more.
    ...{ count, own: own(of), high: (of === 'DECLINED' ? SMALLEST_SHOWN : BESIDE_ONE) - 1 },
  }));
}

/** Everything that tells more of those who began or ended; areas are called by their id. */
const SPLITS: readonly {
  readonly name: string;
  readonly population: 'BEGAN' | 'ENDED';
  readonly partOf: (course: CaseCourse) => string;
}[] = [
  ...PERSON_TABLES,
  { name: 'AREA', population: 'BEGAN', partOf: ({ areaId }) => areaId ?? 'ELSEWHERE_OR_UNKNOWN' },
];

function partsOf(report: SteeringReport, term: number, known: CaseCourse | null): Cell[] {
  return SPLITS.flatMap(({ name, population, partOf }) => {
    const { rows } = report.tables.find((table) => table.name === name)!;
    const cells = rows.flatMap(({ text, cells: ofRow }) => ofRow.map(({ of, count }) => ({ of: text ?? of, count })));
    const isOwn = known !== null && isIn(report.term, dayOf(known, population));
    const end = (place: number): string =>
      place < 0
        ? `${population} ${term - 1}`
        : place === cells.length - 1
          ? `${population} ${term}`
          : `${name} ${term} ${place}`;
    return cells.map(({ of, count }, place) => ({
      ...{ name: `${of} of ${name} in term ${term}`, from: end(place - 1), to: end(place), count },
      ...{ own: Number(isOwn && partOf(known) === of), high: Infinity },
    }));
  });
}

function dayOf(course: CaseCourse, of: string): string | null {
  if (of === 'DECLINED') return course.declinedOn;
  return of === POPULATIONS[0] ? course.beganOn : course.beganOn === null ? null : course.endedOn;
}
