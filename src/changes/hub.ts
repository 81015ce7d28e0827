import type { SequencedChange } from './change-log.js';

/** Changes that may wait for one subscriber; a subscriber further behind is told to come back. */
const CAPACITY = 256;

/** One subscriber's queue. It holds references to changes that all subscribers share, never what was made of them. */
export class Subscriber {
  readonly #hub: Hub;
  readonly #wake: () => void;
  readonly #cases = new Set<string>();
  #queue: SequencedChange[] = [];
  #overflowed = false;

  constructor(hub: Hub, wake: () => void) {
    this.#hub = hub;
    this.#wake = wake;
  }

  /** True when it may have missed changes: the only way on is to resume. */
  get overflowed(): boolean {
    return this.#overflowed;
  }

  follow(caseId: string): void {
    if (this.#cases.has(caseId)) return;
    this.#cases.add(caseId);
    this.#hub.follow(caseId, this);
  }

  peek(): SequencedChange | undefined {
    return this.#queue[0];
  }

  take(): SequencedChange | undefined {
    return this.#queue.shift();
  }

  /** For the hub. */
  push(change: SequencedChange): void {
    if (this.#queue.length >= CAPACITY) this.lose();
    else {
      this.#queue.push(change);
      this.#wake();
    }
  }

  /** For the hub: it is told nothing more. */
  lose(): void {
    this.#overflowed = true;
    this.unsubscribe();
    this.#wake();
  }

  unsubscribe(): void {
    for (const caseId of this.#cases) this.#hub.unfollow(caseId, this);
    this.#hub.unfollow(null, this);
    this.#queue = [];
  }
}

/** Hands the changes that this process has read to those who follow their cases. */
export class Hub {
  /** Everything up to this position has been handed on; a subscriber gets everything after it. */
  last = 0;
  /** Where this process began to listen. */
  #since = 0;
  readonly #newest = new Map<string, number>();
  readonly #byCase = new Map<string, Set<Subscriber>>();
  /** Those who follow all their cases must hear of a new one. */
  readonly #ofAssignments = new Set<Subscriber>();

  /** Listens from here on. */
  startAt(position: number): void {
    this.last = position;
    this.#since = position;
  }

  /** Whether there may be changes of the case behind the position, and up to where this process has handed them on. */
  mayHaveNews(caseId: string, after: number): boolean {
    return after < this.#since || (this.#newest.get(caseId) ?? 0) > after;
  }

  /** @param newCases whether to be told of assignments to cases that are not followed yet */
  subscribe(wake: () => void, newCases: boolean): Subscriber {
    const subscriber = new Subscriber(this, wake);
    if (newCases) this.#ofAssignments.add(subscriber);
    return subscriber;
  }

  publish(changes: readonly SequencedChange[]): void {
    for (const change of changes) {
      this.last = change.position;
      this.#newest.set(change.caseId, change.position);
      const followers = this.#byCase.get(change.caseId);
      for (const subscriber of followers ?? []) subscriber.push(change);
      if (change.kind !== 'ASSIGNMENT_CHANGED') continue;
      for (const subscriber of this.#ofAssignments) if (followers?.has(subscriber) !== true) subscriber.push(change);
    }
  }

  /** This process does not hear of changes any more: nobody is to believe that nothing changes. */
  sendAllAway(): void {
    for (const subscriber of new Set([
      ...this.#ofAssignments,
      ...[...this.#byCase.values()].flatMap((all) => [...all]),
    ]))
      subscriber.lose();
  }

  /** For subscribers. */
  follow(caseId: string, subscriber: Subscriber): void {
    const followers = this.#byCase.get(caseId) ?? new Set();
    this.#byCase.set(caseId, followers.add(subscriber));
  }

  /** For subscribers; `null` leaves the assignments. */
  unfollow(caseId: string | null, subscriber: Subscriber): void {
    if (caseId === null) {
      this.#ofAssignments.delete(subscriber);
      return;
    }
    const followers = this.#byCase.get(caseId);
    followers?.delete(subscriber);
    if (followers?.size === 0) this.#byCase.delete(caseId);
  }
}
