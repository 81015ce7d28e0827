import type { Statement } from '../../src/core/case-facts.js';
import { step, untouched } from '../../src/core/cell-step.js';
import type { CellState } from '../../src/core/cell-step.js';
import type { PersonId } from '../../src/core/ids.js';
import { ALWAYS, contains } from '../../src/core/period.js';
import { reachOf } from '../../src/core/rules/data-periods.js';
import { isRead, keyOf, START, tell } from '../support/formula-monitor.js';
import type { Formula, Told, Word } from '../support/formula-monitor.js';
import { eventsIn } from './product-events.js';
import type { Bound } from './product-events.js';

/** The rule as shipped, and the formula, after the same history. */
interface Pair {
  readonly state: CellState;
  readonly formula: Formula;
  /** When the piece was recorded, and whether the rule had the cell in a gap then. */
  readonly piece: { readonly at: number; readonly isInGap: boolean } | null;
  readonly before: Pair | null;
  readonly told: Told | null;
}

/** What an exploration came to. */
export interface Explored {
  readonly states: number;
  readonly transitions: number;
  /** The shortest history after which rule and formula differ; `null` when they never do. */
  readonly history: readonly string[] | null;
}

const personOf = (who: number): PersonId => (who === 0 ? 'subject' : `guardian ${who}`) as PersonId;
const EVERYBODY = [0, 1, 2, 3].map(personOf);
const PEOPLE = Array.from({ length: 16 }, (_, mask) => EVERYBODY.filter((_person, who) => mask & (1 << who)));
const peopleOf = (mask: number): readonly PersonId[] => PEOPLE[mask] ?? [];

/**
 * The product of the rule and the formula, explored until nothing new is met: whatever happens, in whatever order and how
 * often, both say the same of the cell, of the statements that carry it, and of the piece.
 */
export function explore(bound: Bound): Explored {
  const first = {
    state: { ...untouched(personOf(0)), from: 0 },
    formula: START,
    piece: null,
    before: null,
    told: null,
  };
  const met = new Set([keyOfPair(first, bound)]);
  const ahead: Pair[] = [first];
  let transitions = 0;
  for (let pair = ahead.pop(); pair !== undefined; pair = ahead.pop()) {
    for (const told of eventsIn(pair.formula, bound)) {
      transitions += 1;
      const next = after(pair, told);
      if (!saysTheSame(next)) return { states: met.size, transitions, history: historyOf(next) };
      const key = keyOfPair(next, bound);
      if (met.has(key)) continue;
      met.add(key);
      ahead.unshift(next);
    }
  }
  return { states: met.size, transitions, history: null };
}

function after(pair: Pair, told: Told): Pair {
  const { state, formula } = pair;
  const at = state.from + 1;
  const changed = told.signers !== formula.signers;
  const signers = peopleOf(told.signers);
  const next = step(withEnds(state, told.words, at), {
    at,
    signerStep: changed ? { from: at, signers, byTimeAlone: told.isTurn } : null,
    said: told.words.flatMap((word, who) => statementsOf(word, who, state, at)),
    isBlocked: told.isBlocked,
  });
  const recorded = told.isRecorded ? { at, isInGap: next.gapSince !== null } : pair.piece;
  return { state: next, formula: tell(formula, told), piece: recorded, before: pair, told };
}

/** A yes that expires now has had this end from the beginning: until now it made no difference. */
function withEnds(state: CellState, words: readonly Word[], at: number): CellState {
  if (!words.includes('OVER')) return state;
  const ended = [...state.lastOf].map(([who, last]) => {
    const isOver = words.some((word, index) => word === 'OVER' && personOf(index) === who);
    return [who, isOver ? { ...last, until: at } : last] as const;
  });
  return { ...state, lastOf: new Map(ended) };
}

/** Of who says nothing new, a statement recorded before their last comes to apply: overruled, it must change nothing. */
function statementsOf(word: Word, who: number, state: CellState, at: number): Statement[] {
  const signerId = personOf(who);
  const last = state.lastOf.get(signerId);
  const says = (
    sequence: number,
    decision: Statement['decision'],
    dataPeriods: Statement['dataPeriods'],
  ): Statement => ({
    ...{ sequence, subjectId: personOf(0), signerId, decision, grants: null, until: null },
    ...{ appliesFrom: at, recordedAt: 0, dataPeriods },
  });
  if (word === 'NONE' && last !== undefined)
    return [says(0, last.decision === 'GRANTED' ? 'REFUSED' : 'GRANTED', null)];
  if (word === 'NONE' || word === 'OVER') return [];
  const reach = word === 'YES_TO_ALL' ? [ALWAYS] : word === 'YES_TO_OTHERS' ? [] : null;
  return [says((last?.sequence ?? 0) + 1, word === 'NO' ? 'WITHDRAWN' : 'GRANTED', reach)];
}

function saysTheSame({ state, formula, piece }: Pair): boolean {
  if ((state.carriers !== null) !== formula.isOpen) return false;
  if (state.carriers === null) return true;
  const carriers = new Set(state.carriers.map(({ signerId }) => signerId));
  const signers = peopleOf(formula.signers);
  if (carriers.size !== signers.length || !signers.every((signer) => carriers.has(signer))) return false;
  if (piece === null) return true;
  const gaps = piece.isInGap ? [{ from: piece.at, until: piece.at + 1 }] : [];
  return reachOf(state.carriers, gaps).some((period) => contains(period, piece.at)) === isRead(formula);
}

/** All that later answers rest on, without instants and numbers. */
function keyOfPair({ state, formula, piece }: Pair, { persons }: Bound): string {
  const { lastOf, waitsSince, waits, gapSince, carriers } = state;
  let words = '';
  for (let who = 0; who < persons; who += 1) {
    const last = lastOf.get(EVERYBODY[who] as PersonId);
    const isSince = last !== undefined && waitsSince !== null && last.appliesFrom >= waitsSince;
    const isOver = last?.until != null && last.until <= state.from;
    words += `${last?.decision ?? '-'} ${isOver} ${isSince} ${last?.dataPeriods?.length ?? '-'},`;
  }
  const flags = `${waitsSince !== null} ${waits} ${gapSince !== null} ${carriers !== null} ${piece?.isInGap ?? '-'}`;
  return `${words} ${state.signers.length} ${flags} | ${keyOf(formula)}`;
}

function historyOf(last: Pair): string[] {
  const lines: string[] = [];
  for (let pair: Pair | null = last; pair?.told != null; pair = pair.before) {
    const { told, state, formula } = pair;
    const words = told.words.flatMap((word, who) => (word === 'NONE' ? [] : [`${personOf(who)}: ${word}`]));
    const signers = `${peopleOf(told.signers).join(' and ') || 'nobody'} must sign${told.isTurn ? ', by time alone' : ''}`;
    const more = [...(told.isBlocked ? ['blocked'] : []), ...(told.isRecorded ? ['the piece is recorded'] : [])];
    const says = `rule ${state.carriers === null ? 'closed' : 'open'}, formula ${formula.isOpen ? 'open' : 'closed'}`;
    lines.unshift(`${state.from}. ${[signers, ...words, ...more].join('; ')} → ${says}`);
  }
  return lines;
}
