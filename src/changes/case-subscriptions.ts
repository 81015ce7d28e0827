import type { ReadScope } from '../access/read-scope.js';
import type { PreparedQuery } from '../access/prepared-query.js';
import type { CaseId } from '../core/ids.js';
import { earlier } from '../core/period.js';
import type { Instant } from '../core/period.js';
import { CaseSubscription } from './case-subscription.js';
import { fingerprintOf } from './cursor-state.js';
import type { Topic } from './topic.js';

/** Row-level security leaves the viewer's own cases. */
const KNOWN_CASES: PreparedQuery = { name: 'known_cases', text: 'select id from sig.case_file order by id' };

/**
 * Of staff: who is not in office any more is told nothing, whatever a case says; and of the cases that they come to
 * know.
 */
const OWN_TERM: PreparedQuery = {
  name: 'own_term',
  text: 'select valid_until as until, sig.next_assignment() as next from sig.role_term where id = sig.role_term()',
};

/** The one case that a stream is about, or all cases that its viewer knows, as they come and go. */
export class CaseSubscriptions {
  readonly #cases = new Map<CaseId, CaseSubscription>();
  #termChangesAt: Instant | null = null;

  /**
   * @param only `null` follows all
   * @param fingerprint of that one case, as a cursor tells it
   */
  constructor(
    readonly topic: Topic,
    readonly only: CaseId | null,
    fingerprint?: string,
  ) {
    if (only !== null) this.#cases.set(only, new CaseSubscription(only, topic, fingerprint));
  }

  get ids(): readonly CaseId[] {
    return [...this.#cases.keys()];
  }

  has(id: CaseId): boolean {
    return this.#cases.has(id);
  }

  get(id: CaseId): CaseSubscription {
    const followed = this.#cases.get(id) ?? new CaseSubscription(id, this.topic);
    this.#cases.set(id, followed);
    return followed;
  }

  /** Lets go of a case that the viewer does not know, unless it is the one that the stream is about. */
  dropUnknown(id: CaseId): void {
    if (id !== this.only && this.#cases.get(id)?.isKnown === false) this.#cases.delete(id);
  }

  /** When the viewer's own role or assignments change by time alone, whatever the cases say. */
  async refreshTermExpiry(scope: ReadScope): Promise<void> {
    const [term] = await scope.query<{ until: Instant | null; next: Instant | null }>(OWN_TERM, []);
    this.#termChangesAt = earlier(term?.until ?? null, this.only === null ? (term?.next ?? null) : null);
  }

  /** What there is to judge now: what is followed, and what the viewer has come to know. */
  async all(scope: ReadScope): Promise<readonly CaseSubscription[]> {
    await this.refreshTermExpiry(scope);
    if (this.only === null) for (const { id } of await scope.query<{ id: CaseId }>(KNOWN_CASES, [])) this.get(id);
    await scope.loadAll(this.ids);
    return [...this.#cases.values()];
  }

  /** What is open in every case together. */
  fingerprint(): string {
    if (this.only !== null) return this.get(this.only).fingerprint;
    const open = [...this.#cases.values()].filter(({ isOpen }) => isOpen);
    return fingerprintOf(open.map(({ id, fingerprint }) => `${id} ${fingerprint}`).sort());
  }

  /** When the next answer may change by time alone. */
  changesAt(): Instant | null {
    return [...this.#cases.values()].map(({ changesAt }) => changesAt).reduce(earlier, this.#termChangesAt);
  }
}
