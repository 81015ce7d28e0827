import type { RESYNC_CAUSES } from '../core/closed-lists.js';
import type { LoadedCase } from '../access/loaded-case.js';
import type { ReadScope } from '../access/read-scope.js';
import type { CaseId } from '../core/ids.js';
import type { Instant } from '../core/period.js';
import type { StreamEndReason } from '../core/stream-end.js';
import type { SequencedChange } from './change-log.js';

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
  /** What it is about, if that is one case: turns of the same subject give the same to whoever has the same rights. */
  readonly subject: { readonly caseId: CaseId; readonly key: string } | null;
  /** Judges, and tells, in the fresh scope that it opens. `null`: nothing to be seen, no frame. */
  execute(openScope: () => Promise<ReadScope | null>): Promise<Frame | null>;
}

/** What is to be told next. None of it rests on a decision that was made before. */
export type Item = ChangeItem | FrameItem | EndItem | ResyncItem | StartItem | { readonly is: 'JUDGE' };

export interface ChangeItem {
  readonly is: 'CHANGE';
  readonly change: SequencedChange;
}

export interface FrameItem {
  readonly is: 'FRAME';
  readonly caseId: CaseId;
  readonly ids: readonly string[];
  /** Told because other things are open than before, not because something was written. */
  readonly anew: boolean;
  readonly position: number;
  readonly index: number;
  /** `null`: of what is open when the frame goes out. */
  readonly fingerprint: string | null;
}

/** `caseId: null` ends a stream about all cases. */
export interface EndItem {
  readonly is: 'ENDED';
  readonly caseId: CaseId | null;
  readonly reason: StreamEndReason;
}

/** Why a client must query afresh. */
export type ResyncCause = (typeof RESYNC_CAUSES)[number];

/** Where a stream begins that was asked to say so. */
export interface StartItem {
  readonly is: 'STARTED';
  /** Of the snapshot in which it was opened. */
  readonly at: Instant;
}

export interface ResyncItem {
  readonly is: 'RESYNC';
  readonly cause: ResyncCause;
}
