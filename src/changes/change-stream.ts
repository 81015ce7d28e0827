import { caseOf } from '../access/loaded-case.js';
import type { ReadScope } from '../access/read-scope.js';
import type { CaseId } from '../core/ids.js';
import { Backlog } from './backlog.js';
import type { Batch } from './backlog.js';
import type { SequencedChange } from './change-log.js';
import type { StreamBeginning } from '../core/closed-lists.js';
import type { CaseSubscription } from './case-subscription.js';
import { heldPieceOf, toldOfHeld } from './held-piece.js';
import { CURSOR_PLACE } from './frame.js';
import type { Ending, Frame, Turn } from './frame.js';
import { keyOf, sharedCaseOf } from './item.js';
import type { EndItem, FrameItem, Item, ResyncCause, ResyncItem, StartItem } from './item.js';
import type { Subscriber } from './hub.js';
import type { ChangeStreamOptions } from './change-stream-options.js';
import { ALL_FRAMES_SENT } from './cursor-state.js';
import { CHANGE_RIGHTS } from './topic.js';
import { loadFrameKeys, loadPayload } from './turn-data.js';

/** However far ahead the next known change of rights is, a stream is judged again after so long. */
const REEVALUATE_EVERY_MS = 3_600_000;

/** What one subscription is told, turn by turn, until access ends. Asked for one turn at a time. */
export class ChangeStream implements AsyncIterableIterator<Turn, undefined> {
  readonly #options: ChangeStreamOptions;
  readonly #subscriber: Subscriber;
  readonly #disarmAll: readonly (() => void)[];
  #disarm: () => void = () => undefined;
  #wake: () => void = () => undefined;
  readonly #backlog: Backlog;
  /** Counts what is told beside changes, so that each cursor has a place of its own. */
  #index = ALL_FRAMES_SENT;
  #told: FrameItem | null = null;
  #pending: (FrameItem | EndItem | ResyncItem | StartItem)[] = [];
  #reevaluationDue = false;
  #expired = false;
  #over = false;

  constructor(options: ChangeStreamOptions) {
    this.#options = options;
    this.#subscriber = options.subscribe(() => {
      if (this.#subscriber.overflowed) options.onSlow();
      this.#wake();
    });
    this.#backlog = new Backlog({
      ...{ start: options.start, missed: options.missed, live: this.#subscriber },
      isFollowed: (change) => this.#isFollowed(change),
    });
    const expire = (): void => {
      this.#expired = true;
      this.#wake();
    };
    this.#disarmAll = [
      options.schedule.at(options.expiresAt, expire),
      options.schedule.every(REEVALUATE_EVERY_MS, this.#scheduleReevaluation),
    ];
  }

  readonly #scheduleReevaluation = (): void => {
    this.#reevaluationDue = true;
    this.#wake();
  };

  [Symbol.asyncIterator](): this {
    return this;
  }

  /**
   * Follows the cases from before `scope` was opened, or there would be a gap.
   *
   * @param resumed the client's place, if it has one
   * @param beginning what comes first where it has none
   */
  async begin(
    scope: ReadScope,
    resumed: string | null,
    beginning: StreamBeginning,
  ): Promise<{ readonly isKnown: boolean }> {
    const { cases } = this.#options;
    const all = await cases.all(scope);
    for (const followed of all) {
      const judged = await followed.judge(scope);
      if (cases.only === null) continue;
      if (judged.is === 'ENDED') this.#pending.push({ is: 'ENDED', caseId: followed.id, reason: judged.reason });
      else if (judged.is === 'CHANGED' && resumed !== null) await this.#enqueueSnapshot(scope, followed, resumed);
    }
    if (cases.only === null && resumed !== null && resumed !== cases.fingerprint()) this.resync('ACCESS_CHANGED');
    if (resumed === null && beginning !== 'CHANGES') await this.#enqueueBeginning(scope, all, beginning);
    this.#follow();
    return { isKnown: all.some(({ isKnown }) => isKnown) };
  }

  /** Who loses the connection before the whole state was told is told all of it again: its cursors fit no fingerprint. */
  async #enqueueBeginning(
    scope: ReadScope,
    all: readonly CaseSubscription[],
    beginning: Exclude<StreamBeginning, 'CHANGES'>,
  ): Promise<void> {
    if (this.#pending.length > 0) return; // it ends at once
    this.#pending.push({ is: 'STARTED', at: scope.at });
    if (beginning === 'PLACE') return;
    for (const followed of all) if (followed.isOpen) await this.#enqueueSnapshot(scope, followed, '');
  }

  /** Tells nothing but that the client must query afresh. */
  resync(cause: ResyncCause): void {
    this.#pending = [{ is: 'RESYNC', cause }];
  }

  async next(): Promise<IteratorResult<Turn, undefined>> {
    const item = await this.#nextItem();
    if (item === null) return this.return();
    return {
      done: false,
      value: {
        caseId: sharedCaseOf(item),
        take: () => this.#take(item),
        execute: (openScope) => this.#turn(item, openScope),
        repeat: () => this.#repeat(),
      },
    };
  }

  return(): Promise<IteratorReturnResult<undefined>> {
    this.#over = true;
    this.#pending = [];
    this.#subscriber.unsubscribe();
    this.#disarm();
    for (const disarm of this.#disarmAll) disarm();
    this.#wake();
    return Promise.resolve({ done: true, value: undefined });
  }

  async #nextItem(): Promise<Item | null> {
    const { now, expiresAt, cases } = this.#options;
    while (!this.#over) {
      const woken = new Promise<void>((resolve) => (this.#wake = resolve));
      if (this.#expired || now() >= expiresAt) return { is: 'ENDED', caseId: cases.only, reason: 'TOKEN_EXPIRED' };
      const pending = this.#pending.shift();
      if (pending !== undefined) return pending;
      if (this.#reevaluationDue) {
        this.#reevaluationDue = false;
        return { is: 'JUDGE' };
      }
      const batch = await this.#backlog.next();
      if (batch !== undefined) return { is: 'CHANGE', batch };
      await woken;
    }
    return null;
  }

  /** Not every change of a case can be seen in this stream. */
  #isFollowed({ caseId, kind }: SequencedChange): boolean {
    const { cases } = this.#options;
    if (!cases.has(caseId) && kind !== 'ASSIGNMENT_CHANGED') return false;
    return CHANGE_RIGHTS.has(kind) || kind === 'PIECE_HELD' || cases.topic.kinds.has(kind);
  }

  #take(item: Item): string {
    if (item.is === 'CHANGE') this.#backlog.extend(item.batch);
    return keyOf(item);
  }

  #repeat(): boolean {
    if (this.#told !== null) this.#pending.unshift(this.#told);
    return this.#told !== null;
  }

  async #turn(item: Item, openScope: () => Promise<ReadScope | null>): Promise<Frame | null> {
    this.#told = null;
    if (item.is === 'RESYNC') return this.#last({ __typename: 'ResyncRequired', cause: item.cause });
    if (item.is === 'ENDED') return this.#ended(item);
    if (item.is === 'STARTED') return this.#started(item);
    const scope = await openScope();
    if (scope === null)
      return this.#ended({ is: 'ENDED', caseId: this.#options.cases.only, reason: 'ASSIGNMENT_ENDED' });
    try {
      if (item.is === 'JUDGE') return await this.#reevaluateAll(scope);
      if (item.is === 'CHANGE') return await this.#changes(scope, item.batch);
      const isSame = await this.#reevaluate(scope, this.#options.cases.get(item.caseId));
      return isSame ? await this.#tell(scope, item) : null;
    } finally {
      this.#follow();
    }
  }

  async #reevaluateAll(scope: ReadScope): Promise<null> {
    for (const followed of await this.#options.cases.all(scope)) await this.#reevaluate(scope, followed);
    return null;
  }

  async #changes(scope: ReadScope, { caseId, from, changes, alreadyTold, isShared }: Batch): Promise<Frame | null> {
    const { cases } = this.#options;
    if (!isShared) await cases.refreshTermExpiry(scope);
    const ids = [...new Set(changes.flatMap((change) => (cases.topic.kinds.has(change.kind) ? change.ids : [])))];
    if (!(await this.#reevaluate(scope, cases.get(caseId), ids))) return null;
    if ((await this.#isToldAnew(scope, caseId, changes, ids)) || ids.length === 0) return null;
    const frames = await loadFrameKeys(scope, cases.topic, caseId, ids);
    const position = this.#backlog.position;
    const items = frames.map((part, index): FrameItem => {
      const isLast = index === frames.length - 1;
      const place = isLast ? this.#placeNow(ALL_FRAMES_SENT) : { from, position, index };
      return { is: 'FRAME', caseId, anew: false, fingerprint: null, ids: part, place };
    });
    const [first, ...rest] = items.slice(alreadyTold);
    this.#pending.push(...rest);
    return first === undefined ? null : this.#tell(scope, first);
  }

  /** Whether something was held back, or kept from the viewer, that they saw: then the rest is told anew, or asked for. */
  async #isToldAnew(
    scope: ReadScope,
    caseId: CaseId,
    changes: readonly SequencedChange[],
    changed: readonly string[],
  ): Promise<boolean> {
    const { cases } = this.#options;
    const held = changes.filter(({ kind }) => kind === 'PIECE_HELD').map(({ ids }) => heldPieceOf(ids));
    const told = await Promise.all(held.map((piece) => toldOfHeld(scope, cases.topic, caseId, piece)));
    if (told.includes('RESYNC')) this.resync('ACCESS_CHANGED');
    else if (told.includes('ANEW')) await this.#enqueueSnapshot(scope, cases.get(caseId), cases.fingerprint(), changed);
    else return false;
    return true;
  }

  /** Judges the case in this snapshot. False when it is not open as it was: what that means is told in turns of its own. */
  async #reevaluate(scope: ReadScope, followed: CaseSubscription, ids: readonly string[] = []): Promise<boolean> {
    const { cases } = this.#options;
    const wasOpen = followed.isOpen;
    const before = cases.fingerprint();
    const judged = await followed.judge(scope);
    if (judged.is === 'SAME') return true;
    this.#pending = this.#pending.filter((item) => item.is !== 'FRAME' || item.caseId !== followed.id);
    if (judged.is === 'CHANGED') await this.#enqueueSnapshot(scope, followed, before, ids);
    else if (wasOpen) this.#pending.push({ is: 'ENDED', caseId: followed.id, reason: judged.reason });
    cases.dropUnknown(followed.id);
    return false;
  }

  /** Only the last of these frames carries the new fingerprint: who loses the connection between them is told all again. */
  async #enqueueSnapshot(
    scope: ReadScope,
    { id: caseId }: CaseSubscription,
    before: string,
    changed: readonly string[] = [],
  ): Promise<void> {
    const frames = await loadFrameKeys(scope, this.#options.cases.topic, caseId, null);
    for (const [at, part] of frames.entries()) {
      const ids = part.length === 0 ? changed : part;
      const fingerprint = at === frames.length - 1 ? null : before;
      this.#pending.push({ is: 'FRAME', caseId, ids, anew: true, place: this.#placeNow(++this.#index), fingerprint });
    }
  }

  /** Behind everything that was taken by now. */
  #placeNow(index: number): FrameItem['place'] {
    const { position } = this.#backlog;
    return { from: position, position, index };
  }

  async #tell(scope: ReadScope, item: FrameItem): Promise<Frame | null> {
    const { cases, seal } = this.#options;
    const { caseId, ids, anew, place, fingerprint } = item;
    const value = await loadPayload(scope, cases.topic, caseId, ids, anew);
    if (value === null) return null;
    scope.log.recordCase(caseId);
    this.#told = item;
    const cursor = seal({ ...place, fingerprint: fingerprint ?? cases.fingerprint() });
    return { value, cursor, about: caseOf(value) };
  }

  #started({ at }: StartItem): Frame {
    const { cases, seal } = this.#options;
    const fingerprint = this.#pending.length > 0 ? '' : cases.fingerprint();
    const cursor = seal({ ...this.#placeNow(ALL_FRAMES_SENT), fingerprint });
    return { value: { __typename: 'StreamStarted', cursor: CURSOR_PLACE, at } as Ending, cursor, about: null };
  }

  #ended({ caseId, reason }: EndItem): Frame {
    const { cases, seal, now } = this.#options;
    const cursor = seal({ ...this.#placeNow(++this.#index), fingerprint: cases.fingerprint() });
    const value = { __typename: 'AccessEnded', cursor: CURSOR_PLACE, at: now(), caseId, reason };
    return caseId === cases.only || caseId === null ? this.#last(value, cursor) : { value, cursor, about: null };
  }

  #last(value: Ending, cursor: string | null = null): Frame {
    void this.return();
    return { value, cursor, about: null };
  }

  /** Follows what is to be followed now, and arms the clock for the next change of rights by time alone. */
  #follow(): void {
    if (this.#over) return;
    const { cases, schedule } = this.#options;
    for (const id of cases.ids) this.#subscriber.follow(id);
    this.#disarm();
    const changesAt = cases.changesAt();
    if (changesAt !== null) this.#disarm = schedule.at(changesAt, this.#scheduleReevaluation);
  }
}
