import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** How one GraphQL request ended; carries nothing about anybody. */
export interface Outcome {
  readonly operation: 'query' | 'mutation' | 'subscription' | 'none';
  /** `OK`, or the first error's code. */
  readonly code: string;
  readonly seconds: number;
}

export interface Metrics {
  /** One GraphQL request over HTTP. */
  observe(outcome: Outcome): void;
  /** A row that row-level security let through and the decision closed, by its kind. */
  disagreement(kind: string): void;
  /** A token, or what stood in the place of one, was refused. */
  tokenRefused(cause: string): void;
  /** @param silence milliseconds that this process has asked in vain what changed */
  silence(silence: () => number): void;
  /** Committed changes that nobody has given a place yet, in the whole database. */
  lag(lag: { readonly waiting: number; readonly oldest: number }): void;
  /** The Prometheus text format. */
  text(): Promise<string>;
  readonly contentType: string;
  /** For other parts' own measurements; labels are kinds and codes, never ids or names. */
  readonly registry: Registry;
}

/** A registry of its own, so that several servers in one process do not add to each other's numbers. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const labelNames = ['operation', 'code'] as const;
  const requests = new Counter({
    name: 'sig_graphql_requests_total',
    help: 'GraphQL requests by kind of operation and code of the outcome.',
    labelNames,
    registers: [registry],
  });
  const duration = new Histogram({
    name: 'sig_graphql_request_duration_seconds',
    help: 'Time from the request to its answer, in seconds.',
    labelNames,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  const disagreements = new Counter({
    name: 'sig_wall_disagreements_total',
    help: 'Rows that the database let through although the decision closes them, by kind; any is an alarm.',
    labelNames: ['kind'],
    registers: [registry],
  });
  const refusedTokens = new Counter({
    name: 'sig_tokens_refused_total',
    help: 'Tokens that were refused, by cause; many at once are an attack or a provider that changed.',
    labelNames: ['cause'],
    registers: [registry],
  });
  const waiting = new Gauge({
    name: 'sig_changes_waiting',
    help: 'Committed changes that subscribers cannot be told of yet, because they have no place in the order of all.',
    registers: [registry],
  });
  const oldest = new Gauge({
    name: 'sig_changes_waiting_oldest_seconds',
    help: 'How long the oldest of them has waited, in seconds; more than ten is an alarm.',
    registers: [registry],
  });
  new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Resident memory of the server process, in bytes.',
    registers: [registry],
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });
  return {
    observe: ({ operation, code, seconds }) => {
      requests.inc({ operation, code });
      duration.observe({ operation, code }, seconds);
    },
    disagreement: (kind) => {
      disagreements.inc({ kind });
    },
    tokenRefused: (cause) => {
      refusedTokens.inc({ cause });
    },
    silence: (silence) => {
      new Gauge({
        name: 'sig_changes_silence_seconds',
        help: 'How long this process has asked in vain what changed, in seconds; after ten it sends its subscribers away.',
        registers: [registry],
        collect() {
          this.set(silence() / 1_000);
        },
      });
    },
    lag: (lag) => {
      waiting.set(lag.waiting);
      oldest.set(lag.oldest / 1_000);
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
    registry,
  };
}
