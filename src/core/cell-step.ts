import type { Statement } from './case-facts.js';
import type { SignerStep } from './consent-history.js';
import type { PersonId } from './ids.js';
import type { Instant } from './period.js';
import { answerOf } from './rules/last-statement.js';
import { isNotGranted } from './rules/subject-refusal.js';
import { anyYesSince } from './rules/time-may-close-never-open.js';

/** How one cell about one subject stands from an instant on, with all of its past that later instants rest on. */
export interface CellState {
  readonly from: Instant;
  readonly subjectId: PersonId;
  /** Who must sign; empty when nobody can open the cell. */
  readonly signers: readonly PersonId[];
  /** The last word of each person about the cell. */
  readonly lastOf: ReadonlyMap<PersonId, Statement>;
  /** The grants that carry the opening; `null` while the cell is closed. */
  readonly carriers: readonly Statement[] | null;
  /** The change by time alone that found the cell closed, until it opens; else `null`. */
  readonly waitsSince: Instant | null;
  /** Whether nobody who must sign has newly said yes since then. */
  readonly waits: boolean;
  /** When the gap began that the cell is in; `null` outside of one. */
  readonly gapSince: Instant | null;
}

/** All that happens to a cell at one instant; that a consent expires is told by the instant alone. */
export interface CellEvent {
  readonly at: Instant;
  /** Who must sign from now on; `null` where nothing about that happens. */
  readonly signerStep: SignerStep | null;
  /** The statements that come to apply. */
  readonly said: readonly Statement[];
  readonly isBlocked: boolean;
}

/** A cell before anything: nobody may sign, and nobody has said anything. */
export function untouched(subjectId: PersonId): CellState {
  const nothing = { carriers: null, waitsSince: null, waits: false, gapSince: null };
  return { from: -Infinity, subjectId, signers: [], lastOf: new Map(), ...nothing };
}

/** The whole rule of a cell: how it stands once this has happened. Events come in the order of time. */
export function step(state: CellState, { at, signerStep, said, isBlocked }: CellEvent): CellState {
  const { subjectId } = state;
  const wasOpen = state.carriers !== null;
  const signers = signerStep?.signers ?? state.signers;
  const lastOf = said.length === 0 ? state.lastOf : withNewest(state.lastOf, said);
  const words = signers.map((signer) => lastOf.get(signer) ?? null);

  const isRefused = [...words, lastOf.get(subjectId) ?? null].some(isNotGranted);
  // Only an opening ends the wait: a new yes beside somebody's no must not free what their leaving would then open.
  const waitsSince = wasOpen ? null : signerStep?.byTimeAlone === true ? at : state.waitsSince;
  const waits = waitsSince !== null && !anyYesSince(waitsSince, words, at);
  const carriers = isRefused || isBlocked || waits ? null : grantsOfAll(words, at);
  const shared = { from: at, subjectId, signers, lastOf };
  if (carriers !== null) return { ...shared, carriers, waitsSince: null, waits: false, gapSince: null };

  // Silence alone is no gap: what was recorded before anybody had answered is reached by the first yes.
  const gapSince = state.gapSince ?? (wasOpen || isRefused || isBlocked ? at : null);
  return { ...shared, carriers, waitsSince, waits, gapSince };
}

function withNewest(
  lastOf: ReadonlyMap<PersonId, Statement>,
  said: readonly Statement[],
): ReadonlyMap<PersonId, Statement> {
  const newest = new Map(lastOf);
  for (const statement of said) {
    const last = newest.get(statement.signerId);
    if (last === undefined || statement.sequence > last.sequence) newest.set(statement.signerId, statement);
  }
  return newest;
}

/** The last words of all who must sign, or `null` when one of them is no yes, or nobody can sign. */
function grantsOfAll(words: readonly (Statement | null)[], at: Instant): readonly Statement[] | null {
  const grants = words.filter((last) => last !== null && answerOf(last, at) === 'GRANTED') as readonly Statement[];
  return words.length > 0 && grants.length === words.length ? grants : null;
}
