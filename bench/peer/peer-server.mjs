import { createServer } from 'node:http';
import pg from 'pg';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { addressFor } from '../../src/storage/connection.ts';
import { obey, usedCpu } from '../child.ts';
import { HeardStatements } from '../query-capture.ts';

// The peer: PostGraphile on the same tables, as the same role, under the same policies, for one viewer. It looks at no
// token, opens nothing that is sealed, and records nothing. Not TypeScript: its packages are there only if the bench is.

const statements = new HeardStatements(pg.Client);
const login = JSON.parse(process.env['BENCH_LOGIN'] ?? '{}');
const pool = new pg.Pool({
  ...addressFor(login, 'sig_reader'),
  max: 10,
  options: '-c plan_cache_mode=force_generic_plan -c jit=off -c timezone=UTC',
});
let settings = {};
const served = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ pool, schemas: ['sig'] })],
  // It would leave out relations without an index of their own, and stop at functions that are named as tables are.
  disablePlugins: ['PgIndexBehaviorsPlugin', 'PgProceduresPlugin'],
  grafast: { context: () => ({ pgSettings: settings }) },
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false, websockets: false },
});
const server = createServer();

const ORDERS = {
  CPU: usedCpu,
  COUNT: () => statements.listen(),
  COUNTED: () => statements.heard(),
  async LISTEN({ viewerId, at }) {
    settings = { 'sig.viewer': viewerId, 'sig.at': String(at) };
    await served.createServ(grafserv).addTo(server);
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${server.address().port}`;
  },
};

obey(
  async (order) => ORDERS[order.do](order),
  async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await served.release();
    await pool.end();
  },
);
