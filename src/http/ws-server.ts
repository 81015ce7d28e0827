import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ExecutionArgs } from 'graphql';
import { handleProtocols, makeServer } from 'graphql-ws';
import type { Context } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import type { SignedIn } from '../access/known-viewer.js';
import { DomainError } from '../core/errors.js';
import type { Schedule } from '../changes/schedule.js';
import { languageOf } from '../texts/messages.js';
import type { Operations, Prepared } from '../api/operations.js';
import type { EndedSessions } from './ended-sessions.js';
import type { SignIn } from './sign-in.js';
import { unauthenticated } from './token-checks.js';
import { close, connect, send } from './ws-connection.js';
import { clientIdOf } from './ws-operation-ids.js';
import { isHostAllowed } from './allowed-hosts.js';
import type { HostRules } from './allowed-hosts.js';
import { isOriginAllowed } from './ws-origin.js';
import { Sessions } from './ws-sessions.js';
import type { Session, ViewerConnection } from './ws-sessions.js';

export interface WsServerOptions extends HostRules {
  readonly operations: Operations;
  readonly server: HttpServer;
  readonly signIn: SignIn;
  readonly ended: EndedSessions;
  readonly schedule: Schedule;
  /** Beside the server's own. */
  readonly allowedOrigins: readonly string[];
}

export interface WsServer {
  /** Lets nobody in any more and sends everybody to another process, or to this one when it is back. */
  stop(): Promise<void>;
}

/** Bytes of a frame that a client sends. */
const MAX_FRAME = 65_536;
/** Milliseconds, as the protocol's library counts them. */
const INIT_WITHIN = 3_000;
const KEEP_ALIVE = 12_000;
const DRAIN_WITHIN = 2_000;
/** Operations that their client has ended before they had begun, beside those that it waits for. */
const MOST_ENDED = 20;

type Ctx = Context<Record<string, unknown>, ViewerConnection>;

/** GraphQL over WebSocket (graphql-transport-ws) at `/graphql`. */
export function startWsServer(options: WsServerOptions): WsServer {
  const { server, operations, allowedOrigins, signIn, ended, schedule } = options;
  const sessions = new Sessions(schedule);
  let stopping = false;

  const protocol = makeServer<Record<string, unknown>, ViewerConnection>({
    connectionInitWaitTimeout: INIT_WITHIN,
    onConnect: async (ctx) => {
      const token = await admitted(ctx.connectionParams, signIn);
      if (token instanceof DomainError) {
        if (token.code === 'UNAUTHENTICATED') return false;
        close(ctx.extra.socket, 4400, `${token.code} ${token.reason}`);
        return true;
      }
      const opened = sessions.open(ctx.extra, token, () => running(ctx) > 0);
      if (!opened) close(ctx.extra.socket, 1013, 'Too many connections');
      const { socket } = ctx.extra;
      socket.once(
        'close',
        ended.follow(token, () => close(socket, 4403, 'Forbidden')),
      );
      return true;
    },
    onSubscribe: (ctx, id, payload) => {
      const { session, socket, acceptLanguage } = ctx.extra;
      if (session === null) throw new Error('An operation came before its session');
      const envelope = {
        head: Buffer.from(`{"id":${JSON.stringify(clientIdOf(id))},"type":"next","payload":`),
        tail: Buffer.from('}'),
      };
      const caller = {
        token: session.token,
        language: languageOf(acceptLanguage),
        requestReconnect: (reason: string): void => close(socket, 1013, reason),
        outlet: { envelope, send: (message: Buffer) => send(socket, message) },
      };
      // An operation that its client ends at once is done with only when it has begun: else it would cost the client
      // nothing.
      return counted(
        session,
        operations.prepare(payload, caller, Math.max(running(ctx), session.beginning + 1 - MOST_ENDED)),
      );
    },
    execute: ((args: { contextValue: Prepared }) => args.contextValue.run(args as never)) as never,
    subscribe: ((args: { contextValue: Prepared }) => args.contextValue.run(args as never)) as never,
    onNext: (_ctx, _id, _payload, _args, result) => result,
    onError: (ctx, _id, _payload, errors) =>
      errors.map((error) => operations.present(error, languageOf(ctx.extra.acceptLanguage))),
    onComplete: (ctx) => {
      if (running(ctx) <= 1) ctx.extra.session?.idle();
    },
  });

  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME,
    handleProtocols,
    perMessageDeflate: false,
    autoPong: false,
  });
  const refusalOf = (request: IncomingMessage): string | null => {
    if (request.url?.split('?')[0] !== '/graphql') return '404 Not Found';
    if (!isHostAllowed(request, options)) return '421 Misdirected Request';
    if (!isOriginAllowed(request, allowedOrigins)) return '403 Forbidden';
    return stopping ? '503 Service Unavailable' : null;
  };
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    // Until it is a WebSocket nobody else listens: a client that is gone already must not end the process.
    socket.on('error', () => socket.destroy());
    const refused = refusalOf(request);
    if (refused !== null) {
      socket.end(`HTTP/1.1 ${refused}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      const acceptLanguage = request.headers['accept-language'];
      connect(protocol, { socket: webSocket, acceptLanguage, session: null }, KEEP_ALIVE);
    });
  };
  server.on('upgrade', upgrade);

  return {
    async stop() {
      stopping = true;
      const all = [...sockets.clients];
      const closed = Promise.all(all.map((socket) => new Promise((resolve) => socket.once('close', resolve))));
      for (const socket of all) close(socket, 1012, 'Service restart');
      const cut = setTimeout(() => all.forEach((socket) => socket.terminate()), DRAIN_WITHIN);
      await closed;
      clearTimeout(cut);
    },
  };
}

/** Counts the operation until its first step is done. */
function counted<Refused>(session: Session, prepared: ExecutionArgs | Refused): ExecutionArgs | Refused {
  if (!isPrepared(prepared)) return prepared;
  const { run } = prepared.contextValue as Prepared;
  session.beginning += 1;
  const contextValue: Prepared = {
    run: (args) =>
      run(args).finally(() => {
        session.beginning -= 1;
      }),
  };
  return { ...prepared, contextValue };
}

function isPrepared(prepared: unknown): prepared is ExecutionArgs {
  return !Array.isArray(prepared);
}

function running({ subscriptions }: Ctx): number {
  return Object.keys(subscriptions).length;
}

/**
 * Who has not picked a capacity, or is nobody here, stays out with a code after which a stock client does not come back
 * by itself: the same token would be told the same. Over HTTP `viewer { capacities }` tells what there is to pick.
 */
async function admitted(params: Record<string, unknown> | undefined, signIn: SignIn): Promise<SignedIn | DomainError> {
  const [authorization, picked] = [params?.['authorization'], params?.['capacity']].map((param) =>
    typeof param === 'string' ? param : undefined,
  );
  try {
    return (await signIn.admit(authorization, picked)) ?? unauthenticated();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
