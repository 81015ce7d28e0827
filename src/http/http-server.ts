import type { Outcome } from '../telemetry/metrics.js';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { HeaderMap } from '@apollo/server';
import type { ApolloServer, BaseContext } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import type { Logger } from 'pino';
import { DomainError } from '../core/errors.js';
import type { ErrorCode } from '../core/errors.js';
import { faultOf } from '../telemetry/log.js';
import { isPreflight, applyCors, PREFLIGHT } from './cross-origin.js';
import { refusal } from '../graphql/errors.js';
import { isHostAllowed } from './allowed-hosts.js';
import type { EventStreams } from './sse-handler.js';
import { BodyRefusal, readForm, readJson } from './http-body.js';
import { json, send } from './http-reply.js';
import type { Reply } from './http-reply.js';
import { LIMITS } from '../graphql/limits.js';
import { languageOf, messageOf } from '../texts/messages.js';
import type { Language } from '../texts/message-text.js';
import { requestInfo } from '../graphql/request-info.js';
import type { RequestInfo } from '../graphql/request-info.js';

/** A page beside the API. `HEAD` is answered from `GET`. */
export interface Route {
  readonly path: string;
  /** Whether it also answers everything below its path. */
  readonly prefix?: true;
  handle(request: RouteRequest): Reply | Promise<Reply>;
  /** Answers a JSON body. Browsers send one from their own origin alone, as no answer to a preflight allows it. */
  post?(body: unknown): Reply | Promise<Reply>;
  /** Answers a form, which any page may send: what it does must rest on something signed in it. */
  postForm?(form: URLSearchParams): Reply | Promise<Reply>;
}

export interface RouteRequest {
  /** The whole path; it may hold a secret, so it goes into no log. */
  readonly path: string;
  readonly search: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly language: Language;
}

/** What a request says about who asks, unverified. */
export interface RequestClaims {
  /** The whole header; repeated headers arrive joined and so are no valid token. */
  readonly authorization: string | undefined;
  /** The id of the capacity in which they act; the only one if left out. */
  readonly capacity: string | undefined;
  readonly acceptLanguage: string | undefined;
  readonly language: Language;
}

export interface HttpServerOptions<Context extends BaseContext> {
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** Started. */
  readonly apollo: ApolloServer<Context>;
  /** Once per GraphQL request; a `DomainError` is the answer (UNAUTHENTICATED: 401). */
  readonly createContext: (claims: RequestClaims) => Promise<Context>;
  /** Answers what is to be told as it happens. */
  readonly eventStreams?: EventStreams;
  /** Of pages that may read what `/graphql` answers; the server's own always may. */
  readonly allowedOrigins?: readonly string[];
  readonly routes: readonly Route[];
  readonly log: Logger;
  readonly development: boolean;
  readonly newId: () => string;
  readonly onOutcome?: (outcome: Outcome) => void;
  /**
   * Milliseconds after which a connection is closed on which nothing moves: a client that does not read its answer;
   * 30,000.
   */
  readonly stillFor?: number;
  /**
   * Milliseconds for which it listens on after it was told to stop: until whoever distributes requests has seen that it is
   * not ready any more. Else a request that was just sent finds nobody; none by default.
   */
  readonly linger?: number;
  /** Names, beside addresses and `localhost`, by which it is asked; any in production, if there are none. */
  readonly allowedHosts?: readonly string[];
}

export interface HttpServer {
  readonly url: string;
  /** For the WebSocket server's upgrades. */
  readonly server: Server;
  /**
   * Answers whatever comes for `linger` more, asking each client to leave its connection; then takes no more connections,
   * lets running requests end for at most `graceMs` (5000), and closes every socket.
   */
  stop(graceMs?: number): Promise<void>;
}

const STILL_FOR = 30_000;

/** A thin front of `node:http`: limits, routes and headers here, GraphQL over HTTP in Apollo Server. */
export async function startHttpServer<Context extends BaseContext>(
  options: HttpServerOptions<Context>,
): Promise<HttpServer> {
  const routes = new Map(options.routes.map((route) => [route.path, route]));
  const prefixes = options.routes.filter(({ prefix }) => prefix);
  const sockets = new Set<Socket>();
  let stopping: Promise<void> | undefined;

  const answer = async (
    request: IncomingMessage,
    response: ServerResponse,
    info: RequestInfo,
  ): Promise<Reply | null> => {
    if (!isHostAllowed(request, options)) return plainError(info, 421, 'BAD_REQUEST', 'hostUnknown');
    const [path, search] = splitUrl(request.url ?? '/');
    if (path === '/graphql') return answerGraphQL(options, request, response, search, info);
    const route = routes.get(path) ?? prefixes.find((prefix) => path.startsWith(prefix.path));
    if (!route) return plainError(info, 404, 'NOT_FOUND', 'noSuchPage');
    if (request.method === 'POST' && route.post) return route.post(await readJson(request));
    if (request.method === 'POST' && route.postForm) return route.postForm(await readForm(request));
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return notAllowed(info, route.post ? 'GET, HEAD, POST' : 'GET, HEAD');
    return route.handle({
      path,
      search: new URLSearchParams(search),
      headers: request.headers,
      language: info.language,
    });
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const language = languageOf(request.headers['accept-language']);
    const info: RequestInfo = { id: options.newId(), language, operation: null, codes: [] };
    const started = performance.now();
    const reply = await requestInfo.run(info, async () => {
      try {
        return await answer(request, response, info);
      } catch (error) {
        if (error instanceof BodyRefusal) return plainError(info, error.status, error.code, error.reason);
        options.log.error({ requestId: info.id, ...faultOf(error, options.development) }, 'request failed');
        return plainError(info, 500, 'INTERNAL', null);
      }
    });
    const seconds = (): number => (performance.now() - started) / 1000;
    if (reply === null) {
      report(options, request, 200, { ...info, operation: OperationTypeNode.SUBSCRIPTION }, seconds());
      return;
    }
    const unread = !request.complete;
    send(response, reply, {
      requestId: info.id,
      production: !options.development,
      lastOne: unread || stopping !== undefined,
      withoutBody: request.method === 'HEAD',
    });
    report(options, request, reply.status, info, seconds());
  };

  const server = createServer(
    { maxHeaderSize: 16_384, headersTimeout: 10_000, requestTimeout: 30_000, shouldUpgradeCallback: isWebSocket },
    (request, response) => {
      serve(request, response).catch((error: unknown) => {
        options.log.error(faultOf(error, options.development), 'answering failed');
        response.destroy();
      });
    },
  );
  // Counted from the last byte that moved; a socket of another protocol, once upgraded, is not counted.
  server.timeout = options.stillFor ?? STILL_FOR;
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return {
    url: urlOf(server.address() as AddressInfo),
    server,
    stop: (graceMs = 5_000) => (stopping ??= pause(options.linger ?? 0).then(() => drain(server, sockets, graceMs))),
  };
}

/** Whoever offers another protocol beside, as some clients offer HTTP/2 with each request, is answered in this one. */
function isWebSocket({ headers: { upgrade } }: IncomingMessage): boolean {
  return upgrade?.toLowerCase() === 'websocket';
}

async function answerGraphQL<Context extends BaseContext>(
  { apollo, createContext, eventStreams, allowedOrigins = [] }: HttpServerOptions<Context>,
  request: IncomingMessage,
  response: ServerResponse,
  search: string,
  info: RequestInfo,
): Promise<Reply | null> {
  if (applyCors(request, response, allowedOrigins) && isPreflight(request)) return PREFLIGHT;
  if (request.method !== 'POST' && request.method !== 'GET') return notAllowed(info, 'POST, GET');
  const body = request.method === 'POST' ? await readJson(request) : null;
  if (eventStreams?.wants(request, body) === true) return eventStreams.answer(request, response, body, info.language);
  const headers = new HeaderMap();
  for (const [name, values] of Object.entries(request.headersDistinct)) headers.set(name, values?.join(', ') ?? '');
  const claims = {
    authorization: headers.get('authorization'),
    capacity: headers.get('sig-capacity'),
    acceptLanguage: headers.get('accept-language'),
    language: info.language,
  };
  const answered = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: request.method, headers, search, body },
    context: async () => {
      try {
        return await createContext(claims);
      } catch (error) {
        throw error instanceof DomainError ? refusal(error) : error;
      }
    },
  });
  if (answered.body.kind !== 'complete') throw new Error('An answer in parts was not asked for');
  const status = answered.status ?? 200;
  answered.headers.set('cache-control', 'no-store');
  if (status === 401) answered.headers.set('www-authenticate', 'Bearer');
  return { status, headers: Object.fromEntries(answered.headers), body: answered.body.string };
}

function plainError(
  info: RequestInfo,
  status: number,
  code: ErrorCode | 'BAD_REQUEST',
  reason: string | null,
  more: Params = {},
): Reply {
  info.codes.push(code);
  const params = { max: LIMITS.body, requestId: info.id, ...more };
  const message = messageOf(info.language, code === 'BAD_REQUEST' ? 'BAD_USER_INPUT' : code, reason, params);
  return json(status, { errors: [{ message, extensions: { code, ...(reason !== null && { reason }) } }] });
}

type Params = Readonly<Record<string, string | number>>;

function notAllowed(info: RequestInfo, allow: string): Reply {
  const reply = plainError(info, 405, 'BAD_REQUEST', 'method', { allow });
  return { ...reply, headers: { ...reply.headers, allow } };
}

/** One line and one measurement; neither says who asked, for what, or with which values. */
function report<Context extends BaseContext>(
  { log, onOutcome }: HttpServerOptions<Context>,
  request: IncomingMessage,
  status: number,
  info: RequestInfo,
  seconds: number,
): void {
  if (splitUrl(request.url ?? '/')[0] !== '/graphql') return;
  const outcome = { operation: info.operation ?? 'none', code: info.codes[0] ?? 'OK', seconds } as const;
  log.info({ requestId: info.id, status, ...outcome }, 'graphql');
  onOutcome?.(outcome);
}

function splitUrl(url: string): [path: string, search: string] {
  const at = url.indexOf('?');
  return at < 0 ? [url, ''] : [url.slice(0, at), url.slice(at)];
}

function urlOf({ address, family, port }: AddressInfo): string {
  const any = address === '0.0.0.0' || address === '::';
  return `http://${any ? 'localhost' : family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

function pause(milliseconds: number): Promise<void> {
  return milliseconds === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function drain(server: Server, sockets: ReadonlySet<Socket>, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([closed, new Promise<void>((resolve) => (timer = setTimeout(resolve, graceMs)))]);
  clearTimeout(timer);
  for (const socket of sockets) socket.destroy();
  await closed;
}
