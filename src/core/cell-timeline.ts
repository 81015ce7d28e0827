import type { Statement } from './case-facts.js';
import type { Cell } from './cell.js';
import { aboutCell, namedAlike } from './consent-history.js';
import type { ConsentHistory } from './consent-history.js';
import type { PersonId } from './ids.js';
import { memoised } from './memoised.js';
import { contains } from './period.js';
import type { Instant, Period } from './period.js';
import { reachOf } from './rules/data-periods.js';
import { answerOf, lastStatements } from './rules/last-statement.js';
import { isNo } from './rules/own-no.js';
import { anyYesSince } from './rules/time-may-close-never-open.js';

/** A stretch of time in which nothing about the cell changes. */
export interface CellState {
  readonly from: Instant;
  readonly until: Instant | null;
  /** The grants that carry the opening; `null` while the cell is closed. */
  readonly carriers: readonly Statement[] | null;
  /** The change by time alone since which nobody who must sign has newly said yes; `null` when the cell does not wait. */
  readonly waitsSince: Instant | null;
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
 * The one evaluation of a cell, whose history it is, from the first fact to the end of time. A cell changes only where
 * a statement comes to apply or expires, a block starts or ends, or who must sign changes; between those instants it
 * stands still. Empty when nobody ever granted it.
 */
export function cellTimeline({ subjectId, steps, statements, blocks }: ConsentHistory): readonly CellState[] {
  if (!statements.some(({ decision }) => decision === 'GRANTED')) return [];
  const instants = ascending([
    ...steps.map(({ from }) => from),
    ...statements.flatMap(({ appliesFrom, until }) => [appliesFrom, until]),
    ...blocks.flatMap(({ period }) => [period.from, period.until]),
  ]);
  const stepAt = new Map(steps.map((step) => [step.from, step]));
  const lastOf = lastStatements(statements);

  const states: CellState[] = [];
  let signers: readonly PersonId[] = [];
  let waitsSince: Instant | null = null;
  let isOpen = false;
  for (const [index, at] of instants.entries()) {
    const step = stepAt.get(at);
    if (step !== undefined) signers = step.signers;
    if (step?.byTimeAlone === true && !isOpen) waitsSince = at;

    const isBlocked = blocks.some(({ period }) => contains(period, at));
    const said = signers.map((signer) => lastOf(signer, at));
    const waits = waitsSince !== null && !anyYesSince(waitsSince, said, at);
    const carriers = isBlocked || waits || isNo(lastOf(subjectId, at)) ? null : grantsOfAll(said, at);
    states.push({ from: at, until: instants[index + 1] ?? null, carriers, waitsSince: waits ? waitsSince : null });

    isOpen = carriers !== null;
    // Only an opening ends the wait: a new yes beside somebody's no must not free what their leaving would then open.
    if (isOpen) waitsSince = null;
  }
  return states;
}

function openingsIn(history: ConsentHistory): readonly CellOpening[] {
  const openings: CellOpening[] = [];
  const gaps: Period[] = [];
  for (const { from, until, carriers } of cellTimeline(history)) {
    if (carriers === null) continue;
    const statements = ascending(carriers.map(({ sequence }) => sequence));
    const last = openings.at(-1);
    if (last?.until === from && last.statements.join() === statements.join()) {
      openings[openings.length - 1] = { ...last, until };
      continue;
    }
    if (last !== undefined && last.until !== from) gaps.push({ from: last.until, until: from });
    openings.push({ from, until, data: reachOf(carriers, gaps), statements });
  }
  return openings;
}

/** The last statements of all who must sign, or `null` when one of them is no yes, or nobody can sign. */
function grantsOfAll(said: readonly (Statement | null)[], at: Instant): readonly Statement[] | null {
  const grants = said.filter((last) => last !== null && answerOf(last, at) === 'GRANTED') as readonly Statement[];
  return said.length > 0 && grants.length === said.length ? grants : null;
}

function ascending(values: readonly (number | null)[]): number[] {
  return [...new Set(values.filter((value) => value !== null))].sort((a, b) => a - b);
}
