import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { startApp } from '../src/app.js';
import { obey, used, usedCpu } from './child.js';
import { HeardStatements } from './query-capture.js';

/** The whole server on a database that stands. */
export type AppOrder = 'USED' | 'CPU' | 'URL' | 'COUNT' | 'COUNTED';

const statements = new HeardStatements(pg.Client);

const app = await startApp(
  {
    development: true,
    port: 0,
    host: '127.0.0.1',
    dataDir: process.env['BENCH_DATA_DIR'] ?? '',
    databaseUrl: process.env['BENCH_DATABASE_URL'] ?? '',
    clockStart: null,
    oidc: [],
    allowedOrigins: [],
    webhook: null,
    mail: null,
    logLevel: 'silent',
    demo: true,
    viewerBudget: 1_000_000_000,
    allowedHosts: [],
    linger: 0,
    metricsPort: null,
  },
  {
    ...{ systemTime: Date.now, newId: randomUUID },
    // Sealing the records of all sides would be paid by whichever side has its turn.
    ...(process.env['BENCH_SEALS'] === 'no' && { sealing: () => () => undefined }),
  },
);

const ORDERS: Readonly<Record<AppOrder, () => unknown>> = {
  USED: used,
  CPU: usedCpu,
  URL: () => app.url,
  COUNT: () => statements.listen(),
  COUNTED: () => statements.heard(),
};

obey(
  (order: { readonly do: AppOrder }) => Promise.resolve(ORDERS[order.do]()),
  () => app.stop(),
);
