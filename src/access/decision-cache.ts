import type { CaseFacts } from '../core/case-facts.js';
import { caseStatus, changesWithOpenings } from '../core/case-status.js';
import type { CaseStatus } from '../core/case-status.js';
import type { Decide, Decision } from '../core/decision.js';
import type { CaseId } from '../core/ids.js';
import { BoundedCache } from './bounded-cache.js';
import type { CaseRow } from './load.js';
import type { KnownViewer } from './known-viewer.js';

/** Cases whose facts are kept, and viewers' decisions about them. */
const MOST_FACTS = 1_000;
const MOST_DECISIONS = 2_000;

/** The facts of a case in one version. */
export interface KeptFacts {
  readonly version: string;
  readonly facts: CaseFacts;
}

/**
 * Facts and decisions by version. Neither outlives its snapshot's right: facts are used again only where this snapshot,
 * under
 * row-level security, gives the same version, and a decision until the instant at which time alone may change it.
 */
export class DecisionCache {
  readonly #facts = new BoundedCache<CaseId, KeptFacts>(MOST_FACTS);
  readonly #statuses = new WeakMap<Decision, CaseStatus>();
  readonly #decisions = new BoundedCache<string, { readonly facts: CaseFacts; readonly decision: Decision }>(
    MOST_DECISIONS,
  );

  /** @param decide never looks at anything but its arguments */
  constructor(private readonly decide: Decide) {}

  /**
   * Asked when the database is: what it does not send again is what was in memory then, whatever others put there
   * meanwhile.
   */
  factsInMemory(ids: readonly CaseId[]): ReadonlyMap<CaseId, KeptFacts> {
    return new Map(
      ids.flatMap((id) => {
        const kept = this.#facts.get(id);
        return kept === undefined ? [] : [[id, kept] as const];
      }),
    );
  }

  /** @returns `null` where the database gave no facts: the case is not the viewer's to know */
  factsOf(
    { id, factsVersion: version, facts: stored }: CaseRow,
    kept: KeptFacts | undefined,
    parse: (stored: unknown) => CaseFacts,
  ): CaseFacts | null {
    if (stored === null) return kept?.version === version ? kept.facts : null;
    const facts = parse(stored);
    this.#facts.set(id, { version, facts });
    return facts;
  }

  /** Kept with the decision, where it changes with no time but that at which the decision may. */
  statusOf(facts: CaseFacts, decision: Decision, at: number): CaseStatus {
    const known = this.#statuses.get(decision);
    if (known !== undefined) return known;
    const status = caseStatus(facts, at);
    if (changesWithOpenings(facts, at)) this.#statuses.set(decision, status);
    return status;
  }

  decisionOf(facts: CaseFacts, viewer: KnownViewer, at: number): Decision {
    const key = `${facts.caseId} ${viewer.capacity} ${viewer.id}`;
    const known = this.#decisions.get(key);
    if (known !== undefined && known.facts === facts && holds(known.decision, at)) return known.decision;
    const decision = this.decide(facts, viewer, at);
    this.#decisions.set(key, { facts, decision });
    return decision;
  }
}

function holds({ at: from, changesAt }: Decision, at: number): boolean {
  return from <= at && (changesAt === null || at < changesAt);
}
