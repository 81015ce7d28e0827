import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { addressFor } from '../../src/database/connection.js';
import type { DatabaseAddress } from '../../src/database/connection.js';
import { obey, usedCpu } from '../child.js';
import { HeardStatements } from '../heard-statements.js';

/**
 * The peer: PostGraphile on the same tables, as the same role, under the same policies, for one viewer. It looks at no
 * token, opens nothing that is sealed, and records nothing.
 */
export type PeerOrder =
  | { readonly do: 'LISTEN'; readonly viewerId: string; readonly at: number }
  | { readonly do: 'CPU' | 'COUNT' | 'COUNTED' };

const statements = new HeardStatements(pg.Client);
const login = JSON.parse(process.env['BENCH_LOGIN'] ?? '{}') as DatabaseAddress;
const pool = new pg.Pool({
  ...addressFor(login, 'sig_reader'),
  max: 10,
  options: '-c plan_cache_mode=force_generic_plan -c jit=off -c timezone=UTC',
});
let settings: Record<string, string> = {};
const served = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ pool, schemas: ['sig'] })],
  // Relations without an index of their own would be left out.
  disablePlugins: ['PgIndexBehaviorsPlugin', 'PgProceduresPlugin'],
  grafast: { context: () => ({ pgSettings: settings }) },
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false, websockets: false },
});
const server = createServer();

async function listen({ viewerId, at }: Extract<PeerOrder, { do: 'LISTEN' }>): Promise<string> {
  settings = { 'sig.viewer': viewerId, 'sig.at': String(at) };
  await served.createServ(grafserv).addTo(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function act(order: PeerOrder): Promise<unknown> {
  switch (order.do) {
    case 'CPU':
      return usedCpu();
    case 'COUNT':
      statements.listen();
      return undefined;
    case 'COUNTED':
      return statements.heard();
    case 'LISTEN':
      return listen(order);
  }
}

obey(act, async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await served.release();
  await pool.end();
});
