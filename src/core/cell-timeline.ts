import type { Statement } from './case-facts.js';
import type { Cell } from './cell.js';
import { step, untouched } from './cell-step.js';
import type { CellState } from './cell-step.js';
import { aboutCell, namedAlike } from './consent-history.js';
import type { ConsentHistory } from './consent-history.js';
import { memoised } from './memoised.js';
import { contains } from './period.js';
import type { Instant, Period } from './period.js';
import { reachOf } from './rules/data-periods.js';

/** How a cell stands for a stretch of time in which nothing about it changes. */
export interface CellStretch extends CellState {
  readonly until: Instant | null;
}

/** A stretch of time in which the cell is open on the same grants. */
export interface CellOpening {
  readonly from: Instant;
  readonly until: Instant | null;
  /** When a piece must have been recorded to be reached; may be empty. */
  readonly data: readonly Period[];
  /** Ledger sequences of the grants, ascending. */
  readonly statements: readonly number[];
}

/**
 * When each cell is open, ahead as well, and what it reaches then. Cells that the same statements and blocks are about
 * share one answer, and most cells of a case do: a form names many at once.
 */
export function openingsByCell(history: ConsentHistory): (cell: Cell) => readonly CellOpening[] {
  return memoised((cell) => openingsIn(aboutCell(history, cell)), namedAlike(history));
}

/**
 * The one evaluation of a cell, whose history it is, from the beginning to the end of time: the steps of the rule, one
 * after the other. A cell changes only where a statement comes to apply or expires, a block starts or ends, or who must
 * sign changes; between those instants it stands still.
 */
export function cellTimeline({ subjectId, steps, statements, blocks }: ConsentHistory): readonly CellStretch[] {
  const instants = ascending([
    -Infinity,
    ...steps.map(({ from }) => from),
    ...statements.flatMap(({ appliesFrom, until }) => [appliesFrom, until]),
    ...blocks.flatMap(({ period }) => [period.from, period.until]),
  ]);
  const signerSteps = new Map(steps.map((one) => [one.from, one]));
  const said = Map.groupBy(statements, ({ appliesFrom }) => appliesFrom);
  const timeline: CellStretch[] = [];
  for (const [index, at] of instants.entries()) {
    const state = step(timeline.at(-1) ?? untouched(subjectId), {
      at,
      signerStep: signerSteps.get(at) ?? null,
      said: said.get(at) ?? [],
      isBlocked: blocks.some(({ period }) => contains(period, at)),
    });
    timeline.push({ ...state, until: instants[index + 1] ?? null });
  }
  return timeline;
}

function openingsIn(history: ConsentHistory): readonly CellOpening[] {
  if (!history.statements.some(({ decision }) => decision === 'GRANTED')) return [];
  const openings: CellOpening[] = [];
  const gaps: Period[] = [];
  let gapSince: Instant | null = null;
  for (const { from, until, carriers, ...state } of cellTimeline(history)) {
    if (carriers !== null) {
      if (gapSince !== null) gaps.push({ from: gapSince === -Infinity ? null : gapSince, until: from });
      const statements = sequencesOf(carriers);
      const last = openings.at(-1);
      if (last?.until === from && last.statements.join() === statements.join()) {
        openings[openings.length - 1] = { ...last, until };
      } else {
        openings.push({ from, until, data: reachOf(carriers, gaps), statements });
      }
    }
    gapSince = state.gapSince;
  }
  return openings;
}

/**
 * When the cell closes for what was recorded at an instant, `null` for never as far as is known now. That it comes to
 * rest on other grants is no end: whose they are may be closed to whoever reads.
 *
 * @param openings of the cell, in the order of time
 * @param current the one of them in force
 */
export function closesAt(openings: readonly CellOpening[], current: CellOpening, recordedAt: Instant): Instant | null {
  const next = openings.find(({ from }) => from === current.until);
  const goesOn = next?.data.some((period) => contains(period, recordedAt)) === true;
  return next !== undefined && goesOn ? closesAt(openings, next, recordedAt) : current.until;
}

const sequencesOf = (carriers: readonly Statement[]): number[] => ascending(carriers.map(({ sequence }) => sequence));

function ascending(values: readonly (number | null)[]): number[] {
  return [...new Set(values.filter((value) => value !== null))].sort((a, b) => a - b);
}
