import type { ReadScope } from '../access/read-scope.js';
import type { CaseFacts } from '../core/case-facts.js';
import type { CaseId } from '../core/ids.js';
import type { Instant } from '../core/period.js';
import { unknownSince } from '../core/stream-end.js';
import type { StreamEndReason } from '../core/stream-end.js';
import { loadCaseAccess } from './turn-data.js';
import type { Topic } from './topic.js';

/** What judging a case again found. */
export type Judged =
  | { readonly is: 'SAME' }
  /** Other things are open than before: what the client holds must be told anew. */
  | { readonly is: 'CHANGED' }
  /** Nothing is open; also when nothing was before. */
  | { readonly is: 'ENDED'; readonly reason: StreamEndReason };

/** The fingerprint of nothing; as long as any other. */
const NOTHING = '-'.repeat(16);

/** One case of a stream: what was open when it was last judged, and when that may change by time alone. */
export class CaseSubscription {
  changesAt: Instant | null = null;
  isKnown = false;
  #fingerprint: string;
  #last: CaseFacts | null = null;

  /** @param fingerprint what was open where the client stands; nothing, unless a cursor tells it */
  constructor(
    readonly id: CaseId,
    readonly topic: Topic,
    fingerprint = NOTHING,
  ) {
    this.#fingerprint = fingerprint;
  }

  get fingerprint(): string {
    return this.#fingerprint;
  }

  get isOpen(): boolean {
    return this.#fingerprint !== NOTHING;
  }

  /** Always in a fresh scope: no decision outlives its snapshot. */
  async judge(scope: ReadScope): Promise<Judged> {
    const found = await loadCaseAccess(scope, this.topic, this.id);
    this.isKnown = found !== null;
    this.changesAt = found?.changesAt ?? null;
    if (found === null) return this.#ended(unknownSince(this.#last, scope.viewer, scope.at));
    this.#last = found.facts;
    if (found.reason !== null) return this.#ended(found.reason);
    const before = this.#fingerprint;
    this.#fingerprint = found.fingerprint;
    return { is: this.#fingerprint === before ? 'SAME' : 'CHANGED' };
  }

  #ended(reason: StreamEndReason): Judged {
    this.#fingerprint = NOTHING;
    return { is: 'ENDED', reason };
  }
}
