import { randomUUID } from 'node:crypto';
import { startApp } from '../src/app.js';
import { obey, used } from './child.js';
import { HeardStatements } from './heard-statements.js';

/** The whole server on a database that stands. */
export type AppOrder = 'USED' | 'URL' | 'LISTEN' | 'HEARD';

const statements = new HeardStatements();

const app = await startApp(
  {
    development: true,
    port: 0,
    host: '127.0.0.1',
    dataDir: process.env['BENCH_DATA_DIR'] ?? '',
    databaseUrl: process.env['BENCH_DATABASE_URL'] ?? '',
    clockStart: null,
    oidc: null,
    allowedOrigins: [],
    webhook: null,
    mail: null,
    logLevel: 'silent',
    demo: true,
  },
  { systemTime: Date.now, newId: randomUUID },
);

const ORDERS: Readonly<Record<AppOrder, () => unknown>> = {
  USED: used,
  URL: () => app.url,
  LISTEN: () => statements.listen(),
  HEARD: () => statements.heard(),
};

obey(
  (order: { readonly do: AppOrder }) => Promise.resolve(ORDERS[order.do]()),
  () => app.stop(),
);
