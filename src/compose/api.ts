import { createHmac } from 'node:crypto';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { TypeOwnership } from '../access/type-ownership.js';
import { readCapacities } from '../access/held-capacities.js';
import type { SignedIn } from '../access/known-viewer.js';
import { createApollo } from '../api/apollo.js';
import { QueryPlans } from '../api/planned-query.js';
import { ViewerBudgets } from '../api/viewer-budgets.js';
import { ViewerTurns } from '../api/viewer-turns.js';
import { Operations } from '../api/operations.js';
import { openScope, readPlugin } from '../api/read-plugin.js';
import { ChangeStreams } from '../changes/change-streams.js';
import type { Hub } from '../changes/hub.js';
import type { Schedule } from '../changes/schedule.js';
import type { Config } from '../config.js';
import type { Instant } from '../core/period.js';
import { CapacityRefusal } from '../core/pick-capacity.js';
import type { HeldCapacity } from '../core/pick-capacity.js';
import { CursorCodec } from '../crypto/cursor.js';
import { steeringMinutes } from '../crypto/sealed-text.js';
import { KINDS } from '../features/kinds.js';
import type { RequestContext } from '../graphql/context.js';
import { loggingResolver } from '../graphql/field-resolver.js';
import { OperationPlans } from '../graphql/operation-plan.js';
import type { PolicyTable } from '../graphql/policy-table.js';
import { Explanations, WithheldReport } from '../graphql/withheld.js';
import { WorkMeter } from '../graphql/work-meter.js';
import { calendarRoute } from '../http/calendar.route.js';
import { EventStreams } from '../http/sse-handler.js';
import { healthRoutes, metricsRoute } from '../http/health.js';
import { startMetricsServer } from '../http/http-server-metrics.js';
import { startHttpServer } from '../http/http-server.js';
import { publishedKeysRoute } from '../http/published-keys.route.js';
import { reportRoute } from '../http/report.route.js';
import { startWsServer } from '../http/ws-server.js';
import type { AddressBook } from '../notification/mail.js';
import { readDatabaseClock } from '../storage/clock.js';
import type { FaultLog } from '../telemetry/log.js';
import type { Metrics } from '../telemetry/metrics.js';
import type { Access } from './access.js';
import { shareBudgets } from './budget-exchange.js';
import { developmentPages } from './development.js';
import type { RuntimeDependencies } from './runtime-dependencies.js';
import { composeSignIn } from './sign-in.js';
import type { OnStop, Storage } from './storage.js';

export interface ApiOptions {
  readonly config: Config;
  readonly runtime: RuntimeDependencies;
  readonly storage: Storage;
  readonly addresses: AddressBook;
  readonly schedule: Schedule;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly now: () => Instant;
  readonly access: Access;
  readonly schema: GraphQLSchema;
  readonly policies: PolicyTable;
  readonly hub: Hub;
  readonly hears: () => boolean;
  /** Milliseconds that only ever run on. */
  readonly elapsed: () => number;
  readonly setClock: (to: Instant) => Promise<void>;
  readonly onFault: FaultLog;
}

/** Queries and changes of one viewer that may wait for others of theirs; streams are bounded by their sockets. */
const QUERIES_WAITING = 60;

/** GraphQL over HTTP, sockets and SSE, with what stands beside it. @returns where it listens. */
export async function serveApi(options: ApiOptions, onStop: OnStop): Promise<string> {
  const {
    config,
    runtime,
    storage,
    addresses,
    schedule,
    log,
    metrics,
    now,
    access,
    schema,
    policies,
    hub,
    hears,
    elapsed,
    setClock,
    onFault,
  } = options;
  const { development, allowedOrigins, allowedHosts } = config;
  const { newId } = runtime;
  const { keys, pools } = storage;
  const { scopes } = access;

  const people = { config, storage, access, schedule, now, log, metrics, onFault };
  const { signIn, ended, issueToken, routes } = await composeSignIn(people, onStop);

  const budgets = new ViewerBudgets(now, config.viewerBudget);
  shareBudgets(
    budgets,
    { pool: pools.telling, schedule, newId, onFault: onFault('budgets could not be told') },
    onStop,
  );
  const read = {
    ...{ budgets, turns: new ViewerTurns(QUERIES_WAITING), openings: new ViewerTurns(Number.POSITIVE_INFINITY) },
    ...{ scopes, newId, development },
    explanations: new Explanations(policies, new TypeOwnership(KINDS)),
    plans: new OperationPlans(schema, KINDS),
    queries: new QueryPlans(schema, loggingResolver),
    tokenFor: (text: string) => createHmac('sha256', keys.cursor).update(`feed ${text}`).digest('base64url'),
  };
  const apollo = createApollo<RequestContext>({
    ...{ schema, development, log, fieldResolver: loggingResolver },
    beforeExecution: (context, operation) => openScope(context, operation, read),
    plugins: [readPlugin(read)],
  });
  await apollo.start();
  onStop(() => apollo.stop());

  const newContext = contextFactory(storage, addresses);
  const streams = new ChangeStreams({ hub, pool: pools.telling, cursors: new CursorCodec(keys.cursor), schedule, now });
  const operations = new Operations({
    ...{ schema, apollo, read, streams, hears, elapsed, newContext, log, development },
    onFault: onFault('a stream broke'),
  });
  const eventStreams = new EventStreams({ operations, signIn, ended });
  let accepting = true;
  const server = await startHttpServer<RequestContext>({
    ...config,
    ...{ apollo, eventStreams, newId, log },
    onOutcome: metrics.observe,
    createContext: async ({ authorization, capacity }) => {
      try {
        return newContext(await signIn.admit(authorization, capacity));
      } catch (error) {
        if (error instanceof CapacityRefusal) return newContext(error);
        throw error;
      }
    },
    routes: [
      calendarRoute({ scopes, newId, now }),
      reportRoute({ scopes, signIn, newId }),
      ...healthRoutes({ now: () => readDatabaseClock(pools.telling), accepting: () => accepting, hears }),
      ...(config.metricsPort === null ? [metricsRoute(metrics)] : []),
      publishedKeysRoute(keys.record.publicKey),
      ...routes,
      ...(development ? developmentPages({ storage, newId, issueToken, now, setClock }) : []),
    ],
  });
  if (config.metricsPort !== null) {
    const seen = await startMetricsServer({ host: config.host, port: config.metricsPort, metrics, newId });
    onStop(() => seen.stop());
  }
  const sockets = startWsServer({
    server: server.server,
    operations,
    allowedOrigins,
    allowedHosts,
    development,
    signIn,
    ended,
    schedule,
  });
  onStop(async () => {
    accepting = false;
    eventStreams.stop();
    await sockets.stop();
    await server.stop();
  });
  return server.url;
}

/** What each request brings to the executor beside who asks. */
function contextFactory(
  { keys, sealer }: Storage,
  addresses: AddressBook,
): (signedIn: SignedIn | CapacityRefusal | null) => RequestContext {
  const common = {
    cursors: new CursorCodec(keys.cursor),
    receiptKeys: keys.record,
    addresses,
    steeringMinutes: steeringMinutes(sealer, keys.master),
  };
  return (signedIn) => {
    const own = { ...common, withheldReport: new WithheldReport(), work: new WorkMeter() };
    if (signedIn instanceof CapacityRefusal) {
      const capacities = (): Promise<readonly HeldCapacity[]> => Promise.resolve(signedIn.capacities);
      return { ...own, credentials: null, toPick: signedIn, capacities };
    }
    const capacities: RequestContext['capacities'] = async (scope) =>
      signedIn === null || scope === undefined
        ? []
        : readCapacities((query, values) => scope.query(query, values), signedIn.who);
    return { ...own, credentials: signedIn, toPick: null, capacities };
  };
}
