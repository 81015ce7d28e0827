import { createHmac } from 'node:crypto';
import type { DestinationStream } from 'pino';
import type { Instant } from './core/period.js';
import { openReadScope } from './access/read-scope.js';
import type { Credentials } from './access/read-scope.js';
import { bearerToken, createDevelopmentTokens, createOidcVerifier } from './auth/token.js';
import { personasRoute } from './auth/personas.js';
import type { Config } from './config.js';
import { decide } from './core/decide.js';
import type { Decide } from './core/decision.js';
import { databaseClock, readDatabaseClock, setClock } from './database/clock.js';
import { addressOf } from './database/connection.js';
import type { DatabaseAddress } from './database/connection.js';
import { loadDemo } from './database/demo/load-demo.js';
import { startEmbeddedPostgres } from './database/embedded-postgres.js';
import { createSealer, identityHash } from './database/encryption.js';
import { requireMatchingKeys } from './database/key-check.js';
import { loadKeys } from './database/keys.js';
import { migrate, withOwner } from './database/migrate.js';
import { openPools } from './database/pools.js';
import { steeringMinutes } from './database/sealed-words.js';
import { openUnitsOfWork } from './database/unit-of-work.js';
import { ChangeStreams } from './events/change-streams.js';
import { Hub } from './events/hub.js';
import { watchLag } from './events/lag-watch.js';
import type { Lag } from './events/lag-watch.js';
import { Relay } from './events/relay.js';
import { systemSchedule } from './events/schedule.js';
import type { Schedule } from './events/schedule.js';
import { createApollo } from './graphql/apollo.js';
import type { RequestContext } from './graphql/context.js';
import { CursorCodec } from './graphql/cursor.js';
import { EventStreams } from './graphql/event-streams.js';
import { readPresented } from './graphql/field-resolver.js';
import { startHttpServer } from './graphql/http-server.js';
import { Operations } from './graphql/operations.js';
import { playgroundRoutes } from './graphql/playground/routes.js';
import { openScope, readPlugin } from './graphql/read-plugin.js';
import { createSchema } from './graphql/schema.js';
import { WithheldRoots } from './graphql/withheld.js';
import { startWsServer } from './graphql/ws-server.js';
import { healthRoutes } from './health/health.js';
import { createLog, faultOf } from './health/log.js';
import { createMetrics } from './health/metrics.js';
import { scheduleDestruction } from './record/destruction.js';
import { calendarRoute } from './modules/calendar/calendar.route.js';
import { addressBook, smtp } from './notices/mail.js';
import { startNotifier } from './notices/notifier.js';
import { webhook } from './notices/webhook.js';
import { publishedKeysRoute } from './receipt/published-keys.route.js';
import { everyMilliseconds, startSealer } from './record/sealer.js';
import type { Repeat } from './record/sealer.js';

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
}

const SEAL_EVERY_MS = 1_000;
const DESTROY_EVERY_MS = 60_000;
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

async function start(
  config: Config,
  surroundings: Surroundings,
  onStop: (end: () => Promise<void>) => void,
): Promise<string> {
  const { development } = config;
  const { newId, systemTime } = surroundings;
  const log = createLog(config.logLevel, surroundings.logTo);
  const keys = await loadKeys(config.dataDir);
  const sealer = createSealer(keys.master);
  const login = await database(config, log, onStop);
  await migrate(login);
  if (config.clockStart !== null) await setClock(login, config.clockStart);

  const pools = openPools(login, { onError: () => log.warn('an idle database connection broke') });
  onStop(() => pools.end());
  const unitsOfWork = await openUnitsOfWork(login);
  onStop(() => unitsOfWork.end());
  const databaseNow = (): Promise<Instant> => readDatabaseClock(pools.reader);
  const loadedAt = await databaseNow();
  await withOwner(login, async ({ em }) => {
    await requireMatchingKeys(em, sealer);
    if (config.demo) await loadDemo(em, { keys, now: loadedAt, newId });
  });

  onStop(
    startSealer({
      jobs: pools.jobs,
      keys: keys.record,
      repeat: surroundings.sealing ?? everyMilliseconds(SEAL_EVERY_MS),
      onFault: (fault) => log.error({ ...faultOf(fault, development) }, 'sealing the access record failed'),
    }),
  );

  // Loading took time: the clock starts when the server becomes ready.
  if (config.clockStart !== null) await setClock(login, config.clockStart);
  const now = await databaseClock(pools.reader, systemTime);

  const metrics = createMetrics();
  const onRefused = (cause: string): void => log.warn({ cause }, 'a token was refused');
  const { schema, policies } = await createSchema();
  const cursors = new CursorCodec(keys.cursor);
  const { issueToken, verifyToken: verifyDevelopment } = await createDevelopmentTokens(keys.tokens, { onRefused });
  const verifyToken = config.oidc === null ? verifyDevelopment : createOidcVerifier(config.oidc, { onRefused });
  const schedule = surroundings.schedule ?? systemSchedule(now);
  const hub = new Hub();
  const onFault = (error: unknown): void => log.error(faultOf(error, development), 'reading changes failed');
  const relay = new Relay({ pool: pools.jobs, hub, schedule, pollEvery: 1_000, onFault });
  await relay.start();
  onStop(() => relay.stop());
  const onLate = ({ waiting, oldest }: Lag): void =>
    log.error({ waiting, seconds: oldest / 1_000 }, 'changes wait for their places: subscribers are told nothing');
  const onCaughtUp = (): void => log.info('changes have their places again');
  const watch = { pool: pools.jobs, schedule, every: 5_000, onLook: metrics.lag, onLate, onCaughtUp, onFault };
  const stopWatching = watchLag(watch);
  onStop(() => {
    stopWatching();
    return Promise.resolve();
  });
  const destroying = scheduleDestruction({
    ...{ jobs: pools.jobs, schedule, every: DESTROY_EVERY_MS },
    onFault: (fault) => log.error(faultOf(fault, development), 'destroying what has had its time failed'),
  });
  onStop(() => destroying.stop());
  const common = { decide: surroundings.decide ?? decide, sealer, newId, onStatement: surroundings.onStatement };
  const ofNumber = (number: string): Buffer => identityHash(keys.identityHash, number);
  const commands = { ...common, identityHash: ofNumber, pool: pools.writer, unitsOfWork, onCommitted: relay.ring };
  const onDisagreement = (kind: string): void => {
    metrics.disagreement(kind);
    log.error({ kind }, 'the walls disagree: the database let through what the decision closes; it was withheld');
  };
  const tokenFor = (text: string): string =>
    createHmac('sha256', keys.cursor).update(`feed ${text}`).digest('base64url');
  const deps = { ...common, policies, pool: pools.reader, development, commands, onDisagreement, tokenFor };
  const scopeOf = (who: Credentials): ReturnType<typeof openReadScope> => openReadScope(pools.reader, who, deps);
  const addresses = addressBook(sealer, keys.master, config.mail === null ? null : smtp(config.mail));
  const minutes = steeringMinutes(sealer, keys.master);
  const notices = {
    mail: { addresses, link: config.mail?.link ?? null },
    ...{ jobs: pools.jobs, newId, send: config.webhook === null ? null : webhook(config.webhook, now) },
    openScope: (who: Credentials) => openReadScope(pools.reader, who, { ...deps, onStatement: () => undefined }),
    onCommitted: relay.ring,
    onFault: (error: unknown) => log.error(faultOf(error, development), 'telling of changes failed'),
  };
  onStop(startNotifier(notices, surroundings.notifying ?? everyMilliseconds(NOTIFY_EVERY_MS)));
  let accepting = true;
  const apollo = createApollo<RequestContext>({
    schema,
    development,
    log,
    fieldResolver: readPresented,
    beforeExecution: (context, { operation }) => openScope(context, operation, deps),
    plugins: [readPlugin(deps)],
  });
  await apollo.start();
  onStop(() => apollo.stop());

  const newContext = (credentials: Credentials | null): RequestContext => ({
    credentials,
    cursors,
    receiptKeys: keys.record,
    addresses,
    steeringMinutes: minutes,
    answered: new WithheldRoots(),
  });
  const streams = new ChangeStreams({ hub, pool: pools.jobs, cursors, schedule, now });
  const operations = new Operations({ schema, apollo, read: deps, streams, newContext, log, development });
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
      calendarRoute({ pool: pools.reader, openScope: scopeOf, newId, now }),
      ...healthRoutes({ now: databaseNow, accepting: () => accepting, metrics }),
      publishedKeysRoute(keys.record.publicKey),
      ...(development ? [personasRoute({ pool: pools.reader, issueToken, now }), ...playgroundRoutes()] : []),
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

/** The configured database, or one of our own beside the keys. */
async function database(
  config: Config,
  log: ReturnType<typeof createLog>,
  onStop: (end: () => Promise<void>) => void,
): Promise<DatabaseAddress> {
  if (config.databaseUrl !== null) return addressOf(config.databaseUrl);
  const embedded = await startEmbeddedPostgres({
    dataDir: config.dataDir,
    log: { info: (message) => log.info(message), error: (message) => log.error(message) },
  });
  onStop(() => embedded.stop());
  return embedded.login;
}
