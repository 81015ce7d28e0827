import type { RESYNC_CAUSES } from '../core/closed-lists.js';
import type { CaseId } from '../core/ids.js';
import type { Instant } from '../core/period.js';
import type { StreamEndReason } from '../core/stream-end.js';
import type { Batch } from './backlog.js';
import type { CursorState } from './cursor-state.js';

/** What is to be told next. None of it rests on a decision that was made before. */
export type Item = ChangeItem | FrameItem | EndItem | ResyncItem | StartItem | { readonly is: 'JUDGE' };

export interface ChangeItem {
  readonly is: 'CHANGE';
  readonly batch: Batch;
}

export interface FrameItem {
  readonly is: 'FRAME';
  readonly caseId: CaseId;
  readonly ids: readonly string[];
  /** Told because other things are open than before, not because something was written. */
  readonly anew: boolean;
  readonly place: Pick<CursorState, 'from' | 'position' | 'index'>;
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

/** The case, where an item is about one and can be told to several at once. */
export function sharedCaseOf(item: Item): CaseId | null {
  if (item.is === 'FRAME') return item.caseId;
  return item.is === 'CHANGE' && item.batch.isShared ? item.batch.caseId : null;
}

/** Items of a case that have the same are told as one. */
export function keyOf(item: Item): string {
  if (item.is === 'FRAME') return JSON.stringify([item.place.position, item.anew, item.ids]);
  if (item.is !== 'CHANGE') return '';
  const { first, changes, alreadyTold } = item.batch;
  return JSON.stringify([first, changes.length, alreadyTold]);
}
