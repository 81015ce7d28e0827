import type { Statement } from './case-facts.js';
import type { Cell } from './cell.js';
import type { ConsentHistory } from './consent-history.js';
import type { PersonId } from './ids.js';
import { contains } from './period.js';
import type { Instant, Period } from './period.js';
import { covers } from './rules/block.js';
import { reachOf } from './rules/data-periods.js';
import { answerOf, concerns, lastStatement } from './rules/last-statement.js';
import { isNo } from './rules/own-no.js';
import { anyStatedSince } from './rules/time-may-close-never-open.js';

/** A stretch of time in which nothing about the cell changes. */
export interface CellState {
  readonly from: Instant;
  readonly until: Instant | null;
  /** The grants that carry the opening; `null` while the cell is closed. */
  readonly carriers: readonly Statement[] | null;
  /** The change by time alone since which the cell waits for a new statement. */
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
 * The one evaluation of a cell, from its first statement to the end of time. A cell changes only where a statement
 * comes to apply or expires, a block starts or ends, or who must sign changes; between those instants it stands still.
 * Empty when nobody ever granted it.
 */
export function cellTimeline(history: ConsentHistory, cell: Cell): readonly CellState[] {
  const statements = history.statements.filter((statement) => concerns(statement, cell));
  if (!statements.some(({ decision }) => decision === 'GRANTED')) return [];
  const blocks = history.blocks.filter((block) => covers(block, cell)).map(({ period }) => period);
  const instants = ascending([
    ...history.steps.map(({ from }) => from),
    ...statements.flatMap(({ appliesFrom, until }) => [appliesFrom, until]),
    ...blocks.flatMap(({ from, until }) => [from, until]),
  ]);

  const states: CellState[] = [];
  let signers: readonly PersonId[] = [];
  let waitsSince: Instant | null = null;
  let step = 0;
  for (const [index, at] of instants.entries()) {
    const change = history.steps[step];
    if (change?.from === at) {
      signers = change.signers;
      step += 1;
      const wasOpen = states.at(-1)?.carriers != null;
      if (change.byTimeAlone && !wasOpen) waitsSince = at;
    }
    let carriers = blocks.some((block) => contains(block, at)) ? null : grantsOfAll(statements, signers, history.subjectId, at);
    if (carriers !== null && waitsSince !== null && !anyStatedSince(statements, signers, waitsSince, at)) carriers = null;
    if (carriers !== null) waitsSince = null;
    states.push({ from: at, until: instants[index + 1] ?? null, carriers, waitsSince });
  }
  return states;
}

/** When the cell is open, ahead as well, and what it reaches then. */
export function cellOpenings(history: ConsentHistory, cell: Cell): readonly CellOpening[] {
  const openings: CellOpening[] = [];
  const gaps: Period[] = [];
  for (const { from, until, carriers } of cellTimeline(history, cell)) {
    if (carriers === null) continue;
    const statements = ascending(carriers.map(({ sequence }) => sequence));
    const last = openings.at(-1);
    if (last !== undefined && last.until !== from) gaps.push({ from: last.until, until: from });
    if (last?.until === from && last.statements.join() === statements.join()) openings[openings.length - 1] = { ...last, until };
    else openings.push({ from, until, data: reachOf(carriers, gaps), statements });
  }
  return openings;
}

/** The grants of all who must sign, or `null` when one of them does not say yes or the subject says no. */
function grantsOfAll(statements: readonly Statement[], signers: readonly PersonId[], subjectId: PersonId, at: Instant): readonly Statement[] | null {
  if (signers.length === 0 || isNo(lastStatement(statements, subjectId, at))) return null;
  const grants: Statement[] = [];
  for (const signer of signers) {
    const last = lastStatement(statements, signer, at);
    if (last === null || answerOf(last, at) !== 'GRANTED') return null;
    grants.push(last);
  }
  return grants;
}

function ascending(values: readonly (number | null)[]): number[] {
  return [...new Set(values.filter((value) => value !== null))].sort((a, b) => a - b);
}
