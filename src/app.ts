import { createHmac } from 'node:crypto';
import type { DestinationStream } from 'pino';
import type { Instant } from './core/period.js';
import { BoundedCache } from './access/bounded-cache.js';
import { DecisionCache } from './access/decision-cache.js';
import { openDoors } from './access/doors.js';
import type { Registers } from './access/registers.js';
import { TypeOwnership } from './access/type-ownership.js';
import { cachingVerifier } from './auth/token-cache.js';
import { bearerToken, createDevelopmentTokens, createOidcVerifier } from './auth/token.js';
import { personasRoute } from './auth/personas.js';
import type { Config } from './config.js';
import { decide } from './core/decide.js';
import type { Decide } from './core/decision.js';
import { databaseClock, readDatabaseClock } from './database/clock.js';
import { identityHash } from './database/encryption.js';
import { steeringMinutes } from './database/sealed-words.js';
import { WAITS } from './database/waits.js';
import type { DatabaseWaits } from './database/waits.js';
import { forgetChanges } from './events/change-log.js';
import { ChangeStreams } from './events/change-streams.js';
import { systemSchedule } from './events/schedule.js';
import type { Schedule } from './events/schedule.js';
import { createApollo } from './graphql/apollo.js';
import type { RequestContext } from './graphql/context.js';
import { CursorCodec } from './graphql/cursor.js';
import { EventStreams } from './graphql/event-streams.js';
import { loggingResolver } from './graphql/field-resolver.js';
import { OperationPlans } from './graphql/operation-plan.js';
import { startHttpServer } from './graphql/http-server.js';
import { Operations } from './graphql/operations.js';
import { playgroundRoutes } from './graphql/playground/routes.js';
import { openScope, readPlugin } from './graphql/read-plugin.js';
import { createSchema } from './graphql/schema.js';
import { Explanations, WithheldRoots } from './graphql/withheld.js';
import { startWsServer } from './graphql/ws-server.js';
import { healthRoutes } from './health/health.js';
import { createLog, faultLog } from './health/log.js';
import { createMetrics } from './health/metrics.js';
import { destroyDeclined, destroyLapsedForms } from './record/destruction.js';
import { calendarRoute } from './modules/calendar/calendar.route.js';
import { KINDS } from './modules/kinds.js';
import { addressBook, smtp } from './notices/mail.js';
import { startNotifier } from './notices/notifier.js';
import { tellPlannedEnds } from './notices/planned-ends.js';
import { webhook } from './notices/webhook.js';
import { publishedKeysRoute } from './receipt/published-keys.route.js';
import { everyMilliseconds, startSealer } from './record/sealer.js';
import type { Repeat } from './record/sealer.js';
import { openStorage } from './storage.js';
import type { OnStop } from './storage.js';
import { startTelling } from './telling.js';
import { scheduleUpkeep } from './upkeep.js';

export interface App {
  /** Where the server listens. */
  readonly url: string;
  /** Drains and stops everything that the start began, the database last. */
  stop(): Promise<void>;
}

/** What a server needs of its surroundings beside the configuration; tests put their own in place. */
export interface Surroundings {
  /** Milliseconds since the epoch. */
  readonly systemTime: () => Instant;
  /** Milliseconds that only ever run on; by the machine's own clock by default. */
  readonly elapsed?: () => number;
  /** A random UUID. */
  readonly newId: () => string;
  /** Only for proving that the database alone withholds what the decision would. */
  readonly decide?: Decide;
  readonly onStatement?: (name: string) => void;
  /** Where the log goes; standard output by default. */
  readonly logTo?: DestinationStream;
  /** When the sealer takes its turns; every second by default. */
  readonly sealing?: Repeat;
  /** When the notifier takes its turns; every second by default. */
  readonly notifying?: Repeat;
  /** In place of timers on the server's clock. */
  readonly schedule?: Schedule;
  /** Told why, when the embedded database ends by itself: nothing can be served any more. It is logged by default. */
  readonly onDatabaseEnded?: (why: string) => void;
  /** How long the database may keep the server waiting. */
  readonly waits?: DatabaseWaits;
}

/** Municipalities whose registers are kept in memory. */
const MOST_REGISTERS = 500;
const SEAL_EVERY_MS = 1_000;
const UPKEEP_EVERY_MS = 60_000;
const NOTIFY_EVERY_MS = 1_000;

/** Starts the whole server; what it began is stopped again if any of it fails. */
export async function startApp(config: Config, surroundings: Surroundings): Promise<App> {
  const started: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (let end = started.pop(); end !== undefined; end = started.pop()) await end();
  };
  try {
    const url = await start(config, surroundings, (end) => started.push(end));
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(config: Config, surroundings: Surroundings, onStop: OnStop): Promise<string> {
  const { development } = config;
  const { newId, systemTime, elapsed = () => performance.now(), waits = WAITS } = surroundings;
  const log = createLog(config.logLevel, surroundings.logTo);
  const metrics = createMetrics();
  const toLog = faultLog(log, development, elapsed);
  const { keys, sealer, pools, unitsOfWork } = await openStorage(
    config,
    {
      log,
      newId,
      waits,
      onBroken: toLog('a database connection broke'),
      onDatabaseEnded: surroundings.onDatabaseEnded,
    },
    onStop,
  );
  const { reader, jobs, telling: pool } = pools;
  const now = await databaseClock(reader, systemTime);
  const schedule = surroundings.schedule ?? systemSchedule(now);

  const repeat = surroundings.sealing ?? everyMilliseconds(SEAL_EVERY_MS);
  onStop(startSealer({ jobs, keys: keys.record, repeat, onFault: toLog('sealing the access record failed') }));
  const telling = { pool, silence: waits.silence, elapsed, onFault: toLog('reading changes failed') };
  const { hub, ring, hears } = await startTelling({ ...telling, schedule, log, metrics }, onStop);
  const works = [destroyDeclined, destroyLapsedForms, tellPlannedEnds, forgetChanges].map((work) => () => work(jobs));
  const onFault = toLog('what was to be done by its day failed');
  const upkeep = scheduleUpkeep({ schedule, every: UPKEEP_EVERY_MS, works, onFault });
  onStop(() => upkeep.stop());

  const { schema, policies } = await createSchema();
  const ownership = new TypeOwnership(KINDS);
  const plans = new OperationPlans(schema, KINDS);
  const decision = surroundings.decide ?? decide;
  const reading = {
    ...{ cache: new DecisionCache(decision), registers: new BoundedCache<string, Registers>(MOST_REGISTERS), sealer },
    ...{ kinds: KINDS, newId, onStatement: surroundings.onStatement },
    rulesOf: (typename: string) => policies.fieldsOf(typename),
    onPolicyMismatch(kind: string): void {
      metrics.disagreement(kind);
      log.error({ kind }, 'the layers disagree: the database let through what the decision closes; it was withheld');
    },
  };
  const ofNumber = (number: string): Buffer => identityHash(keys.identityHash, number);
  const commands = { ...reading, decide: decision, identityHash: ofNumber, unitsOfWork, onCommitted: ring };
  const doors = openDoors(pools, { ...reading, commands });
  const addresses = addressBook(sealer, keys.master, config.mail === null ? null : smtp(config.mail));
  const minutes = steeringMinutes(sealer, keys.master);
  const notices = {
    mail: { addresses, link: config.mail?.link ?? null },
    ...{ jobs, newId, send: config.webhook === null ? null : webhook(config.webhook, now) },
    openScope: openDoors(pools, { ...reading, commands, onStatement: () => undefined }).openScope,
    ...{ onCommitted: ring, onFault: toLog('telling of changes failed') },
  };
  onStop(startNotifier(notices, surroundings.notifying ?? everyMilliseconds(NOTIFY_EVERY_MS)));

  const cursors = new CursorCodec(keys.cursor);
  const tokenFor = (text: string): string =>
    createHmac('sha256', keys.cursor).update(`feed ${text}`).digest('base64url');
  const explanations = new Explanations(policies, ownership);
  const deps = { doors, explanations, plans, newId, development, tokenFor };
  const onRefused = (cause: string): void => log.warn({ cause }, 'a token was refused');
  const { issueToken, verifyToken: verifyDevelopment } = await createDevelopmentTokens(keys.tokens, { onRefused });
  const verifyToken = cachingVerifier(
    config.oidc === null ? verifyDevelopment : createOidcVerifier(config.oidc, { onRefused }),
  );
  let accepting = true;
  const apollo = createApollo<RequestContext>({
    schema,
    development,
    log,
    fieldResolver: loggingResolver,
    beforeExecution: (context, operation) => openScope(context, operation, deps),
    plugins: [readPlugin(deps)],
  });
  await apollo.start();
  onStop(() => apollo.stop());

  const newContext = (credentials: RequestContext['credentials']): RequestContext => ({
    credentials,
    cursors,
    receiptKeys: keys.record,
    addresses,
    steeringMinutes: minutes,
    answered: new WithheldRoots(),
  });
  const streams = new ChangeStreams({ hub, pool, cursors, schedule, now });
  const operations = new Operations({
    schema,
    apollo,
    read: deps,
    streams,
    hears,
    newContext,
    log,
    development,
    onFault: toLog('a stream broke'),
  });
  const eventStreams = new EventStreams({ operations, verifyToken, now });
  const server = await startHttpServer<RequestContext>({
    ...config,
    apollo,
    eventStreams,
    newId,
    log,
    onOutcome: metrics.observe,
    createContext: async ({ authorization }) => {
      const token = bearerToken(authorization);
      return newContext(token === null ? null : await verifyToken(token, now()));
    },
    routes: [
      calendarRoute({ doors, newId, now }),
      ...healthRoutes({ now: () => readDatabaseClock(pool), accepting: () => accepting, hears, metrics }),
      publishedKeysRoute(keys.record.publicKey),
      ...(development ? [personasRoute({ pool: reader, issueToken, now }), ...playgroundRoutes()] : []),
    ],
  });
  const { allowedOrigins } = config;
  const sockets = startWsServer({ server: server.server, operations, allowedOrigins, verifyToken, now, schedule });
  onStop(async () => {
    accepting = false;
    eventStreams.stop();
    await sockets.stop();
    await server.stop();
  });
  return server.url;
}
