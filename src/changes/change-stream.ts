import { caseOf } from '../access/loaded-case.js';
import type { ReadScope } from '../access/read-scope.js';
import type { SequencedChange } from './change-log.js';
import type { StreamBeginning } from '../core/closed-lists.js';
import type { CaseSubscription } from './case-subscription.js';
import { heldPieceOf, toldOfHeld } from './held-piece.js';
import { CURSOR_PLACE } from './frame.js';
import type { EndItem, Ending, Frame, FrameItem, Item, ResyncCause, ResyncItem, StartItem, Turn } from './frame.js';
import type { Subscriber } from './hub.js';
import type { ChangeStreamOptions } from './change-stream-options.js';
import { ALL_FRAMES_SENT } from './cursor-state.js';
import { CHANGE_RIGHTS } from './topic.js';
import { loadFrameKeys, loadPayload } from './turn-data.js';

type Done = Promise<{ done: true; value: undefined }>;

/** However far ahead the next known change of rights is, a stream is judged again after so long. */
const REEVALUATE_EVERY_MS = 3_600_000;

/** What one subscription is told, turn by turn, until access ends. Asked for one turn at a time. */
export class ChangeStream implements AsyncIterableIterator<Turn, undefined> {
  readonly #options: ChangeStreamOptions;
  readonly #subscriber: Subscriber;
  readonly #disarmAll: readonly (() => void)[];
  #disarm: () => void = () => undefined;
  #wake: () => void = () => undefined;
  /** The last change that was handled; below {@link ALL_FRAMES_SENT} only its frames up to `#index` were told. */
  #position: number;
  #index: number;
  #pending: (FrameItem | EndItem | ResyncItem | StartItem)[] = [];
  #missed: SequencedChange[] = [];
  #readTo: number;
  #hasReadMissed = false;
  #reevaluationDue = false;
  #expired = false;
  #over = false;

  constructor(options: ChangeStreamOptions) {
    this.#options = options;
    this.#position = options.start.position;
    this.#index = options.start.index;
    this.#readTo = this.#index < ALL_FRAMES_SENT ? this.#position - 1 : this.#position;
    this.#subscriber = options.subscribe(() => {
      if (this.#subscriber.overflowed) options.onSlow();
      this.#wake();
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
      value: { subject: this.#subjectOf(item), execute: (openScope) => this.#turn(item, openScope) },
    };
  }

  return(): Done {
    this.#over = true;
    this.#pending = [];
    this.#subscriber.unsubscribe();
    this.#disarm();
    for (const disarm of this.#disarmAll) disarm();
    this.#wake();
    return Promise.resolve({ done: true, value: undefined });
  }

  throw(): Done {
    return this.return();
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
      const change = await this.#nextChange();
      if (change === undefined) await woken;
      else if (this.#isUnseen(change)) return { is: 'CHANGE', change };
    }
    return null;
  }

  /** What was missed, then what is live: since before the last page was read, it has been waiting in the queue. */
  async #nextChange(): Promise<SequencedChange | undefined> {
    if (this.#missed.length === 0 && !this.#hasReadMissed) {
      const { page, isFull } = await this.#options.missed(this.#readTo);
      this.#missed = page;
      this.#readTo = page.at(-1)?.position ?? this.#readTo;
      this.#hasReadMissed = !isFull;
    }
    return this.#missed.shift() ?? this.#subscriber.take();
  }

  /** What was missed and what is live overlap; and not every change of a case can be seen in this stream. */
  #isUnseen({ position, caseId, kind }: SequencedChange): boolean {
    const { cases } = this.#options;
    const isTold = position < this.#position || (position === this.#position && this.#index >= ALL_FRAMES_SENT);
    const isFollowed = cases.has(caseId) || kind === 'ASSIGNMENT_CHANGED';
    return !isTold && isFollowed && (CHANGE_RIGHTS.has(kind) || kind === 'PIECE_HELD' || cases.topic.kinds.has(kind));
  }

  /** An assignment is another matter for whom it is about than for colleagues, and a judgement concerns all cases. */
  #subjectOf(item: Item): Turn['subject'] {
    if (item.is === 'FRAME') {
      const { caseId, ids, anew, position } = item;
      return { caseId, key: JSON.stringify([position, anew, ids]) };
    }
    if (item.is !== 'CHANGE' || item.change.kind === 'ASSIGNMENT_CHANGED') return null;
    const { caseId, position } = item.change;
    return { caseId, key: JSON.stringify([position, this.#toldOf(position)]) };
  }

  /** How many frames of a change have gone out. */
  #toldOf(position: number): number {
    return position === this.#position ? this.#index + 1 : 0;
  }

  async #turn(item: Item, openScope: () => Promise<ReadScope | null>): Promise<Frame | null> {
    if (item.is === 'RESYNC') return this.#last({ __typename: 'ResyncRequired', cause: item.cause });
    if (item.is === 'ENDED') return this.#ended(item);
    if (item.is === 'STARTED') return this.#started(item);
    const scope = await openScope();
    if (scope === null)
      return this.#ended({ is: 'ENDED', caseId: this.#options.cases.only, reason: 'ASSIGNMENT_ENDED' });
    try {
      if (item.is === 'JUDGE') return await this.#reevaluateAll(scope);
      if (item.is === 'CHANGE') return await this.#change(scope, item.change);
      return (await this.#reevaluate(scope, this.#options.cases.get(item.caseId)))
        ? await this.#tell(scope, item)
        : null;
    } finally {
      this.#follow();
    }
  }

  async #reevaluateAll(scope: ReadScope): Promise<null> {
    for (const followed of await this.#options.cases.all(scope)) await this.#reevaluate(scope, followed);
    return null;
  }

  async #change(scope: ReadScope, { position, caseId, kind, ids }: SequencedChange): Promise<Frame | null> {
    const { cases } = this.#options;
    const alreadyTold = this.#toldOf(position);
    this.#position = position;
    this.#index = ALL_FRAMES_SENT;
    const { topic } = cases;
    if (kind === 'ASSIGNMENT_CHANGED') await cases.refreshTermExpiry(scope);
    const isSame = await this.#reevaluate(scope, cases.get(caseId), topic.kinds.has(kind) ? ids : []);
    if (isSame && kind === 'PIECE_HELD') {
      const told = await toldOfHeld(scope, topic, caseId, heldPieceOf(ids));
      if (told === 'RESYNC') this.resync('ACCESS_CHANGED');
      if (told === 'ANEW') await this.#enqueueSnapshot(scope, cases.get(caseId), cases.fingerprint());
    }
    if (!isSame || !topic.kinds.has(kind)) return null;
    const frames = await loadFrameKeys(scope, topic, caseId, ids);
    const frame = { is: 'FRAME', caseId, anew: false, position, fingerprint: null } as const;
    const items = frames.map((part, index): FrameItem => ({ ...frame, ids: part, index }));
    const [first, ...rest] = items.slice(alreadyTold);
    this.#pending.push(...rest);
    return first === undefined ? null : this.#tell(scope, first);
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
    this.#index = Math.max(this.#index, ALL_FRAMES_SENT);
    for (const [at, part] of frames.entries()) {
      const ids = part.length === 0 ? changed : part;
      const fingerprint = at === frames.length - 1 ? null : before;
      const index = ++this.#index;
      this.#pending.push({ is: 'FRAME', caseId, ids, anew: true, position: this.#position, index, fingerprint });
    }
  }

  async #tell(scope: ReadScope, { caseId, ids, anew, position, index, fingerprint }: FrameItem): Promise<Frame | null> {
    const { cases, seal } = this.#options;
    const value = await loadPayload(scope, cases.topic, caseId, ids, anew);
    if (value === null) return null;
    scope.log.recordCase(caseId);
    const cursor = seal({ position, index, fingerprint: fingerprint ?? cases.fingerprint() });
    return { value, cursor, about: caseOf(value) };
  }

  #started({ at }: StartItem): Frame {
    const { cases, seal } = this.#options;
    const fingerprint = this.#pending.length > 0 ? '' : cases.fingerprint();
    const cursor = seal({ position: this.#position, index: ALL_FRAMES_SENT, fingerprint });
    return { value: { __typename: 'StreamStarted', cursor: CURSOR_PLACE, at } as Ending, cursor, about: null };
  }

  #ended({ caseId, reason }: EndItem): Frame {
    const { cases, seal, now } = this.#options;
    this.#index = Math.max(this.#index, ALL_FRAMES_SENT) + 1;
    const cursor = seal({ position: this.#position, index: this.#index, fingerprint: cases.fingerprint() });
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
