import type { Instant } from '../core/period.js';
import type { Route } from './http-server.js';
import { json } from './http-reply.js';
import type { Metrics } from '../telemetry/metrics.js';

export interface HealthOptions {
  /** The server's clock, from the database; rejects while the database cannot be reached. */
  readonly now: () => Promise<Instant>;
  /** False from the moment the server begins to stop. */
  readonly accepting: () => boolean;
  /** False while the process does not hear of changes. */
  readonly hears: () => boolean;
}

/** Milliseconds; who asks whether the server is ready waits no longer either. */
const CLOCK_WITHIN = 2_000;

/** `live`: the process answers. `ready`: it may be given work; tells the server's clock. */
export function healthRoutes({ now, accepting, hears }: HealthOptions): Route[] {
  return [
    { path: '/health/live', handle: () => json(200, { status: 'live' }) },
    {
      path: '/health/ready',
      handle: async () => {
        if (!accepting()) return json(503, { status: 'stopping' });
        if (!hears()) return json(503, { status: 'hears of no changes' });
        try {
          return json(200, { status: 'ready', now: new Date(await inTime(now())).toISOString() });
        } catch {
          return json(503, { status: 'database unreachable' });
        }
      },
    },
  ];
}

/** For Prometheus, where it has no port of its own (`http-server-metrics`). */
export function metricsRoute(metrics: Metrics): Route {
  return {
    path: '/metrics',
    handle: async () => ({
      status: 200,
      headers: { 'content-type': metrics.contentType },
      body: await metrics.text(),
    }),
  };
}

async function inTime<Value>(value: Promise<Value>): Promise<Value> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('It takes too long')), CLOCK_WITHIN);
  return Promise.race([value, late.promise]).finally(() => clearTimeout(timer));
}
