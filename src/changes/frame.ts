import type { LoadedCase } from '../access/loaded-case.js';
import type { ReadScope } from '../access/read-scope.js';
import type { CaseId } from '../core/ids.js';

/** Stands in a frame where its cursor goes; no stored text holds this character, and no other value is like it. */
export const CURSOR_PLACE = '\0cursor';

/** What goes to the executor as the value of the subscription's field, with {@link CURSOR_PLACE} for its cursor. */
export interface Frame {
  readonly value: { readonly __typename: string };
  /** Of this one subscriber: others who are told the same are told it with theirs. `null` where the value has none. */
  readonly cursor: string | null;
  /**
   * The case that it tells of, for what is asked of it and what `extensions.withheld` explains; `null` when nothing of
   * a case is told.
   */
  readonly about: LoadedCase | null;
}

/** What a stream tells of itself: how it begins and ends. */
export type Ending = { readonly __typename: string; readonly [field: string]: unknown };

/** One step of a stream. */
export interface Turn {
  /** What it is about, if that is one case and can be told to several at once. */
  readonly caseId: CaseId | null;
  /**
   * Takes all that waits for the case by now, before a snapshot is opened for it: turns that answer with the same are
   * told the same, to whoever has the same rights. May be asked again until the turn is executed.
   */
  take(): string;
  /** Judges, and tells, in the fresh scope that it opens. `null`: nothing to be seen, no frame. */
  execute(openScope: () => Promise<ReadScope | null>): Promise<Frame | null>;
  /** What it told has not left: it comes again, judged anew. False where it told nothing of a case. */
  repeat(): boolean;
}
