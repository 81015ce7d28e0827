import type { Server } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { OperationIds } from './ws-operation-ids.js';

/** One socket, from its upgrade to its end. */
export interface Connection {
  readonly socket: WebSocket;
  /** Of the upgrade's `Accept-Language`. */
  readonly acceptLanguage: string | undefined;
}

/** Bytes that may wait for a client to read them when there is more to say. A frame is some ten kilobytes. */
const MOST_UNREAD = 262_144;
/** Characters; nobody needs to have signed in for it. */
const LONGEST_PONG = 1_024;
/** Bytes; a reason may quote a client's id. RFC 6455, 5.5. */
const LONGEST_REASON = 123;
/** A client that does not take the close either is cut. */
const CLOSE_WITHIN = 5_000;

/**
 * Joins a socket to the protocol, with pings that end a dead one. @param keepAlive milliseconds between pings, and for
 * the answer
 */
export function connect<Extra extends Connection>(server: Server<Extra>, extra: Extra, keepAlive: number): void {
  const { socket } = extra;
  const ids = new OperationIds();
  let answered = true;
  const pinging = setInterval(() => {
    if (!answered) socket.terminate();
    else if (socket.readyState === socket.OPEN) {
      answered = false;
      socket.ping();
    }
  }, keepAlive).unref();
  socket.on('pong', () => (answered = true));
  // Answered here, since `ws` by itself answers whoever reads no answers too.
  socket.on('ping', (data) => (keepsUp(socket) ? socket.pong(data) : undefined));
  // A frame that is too large or broken: `ws` itself closes with the code for it.
  socket.on('error', () => undefined);
  const closed = server.opened(
    {
      protocol: socket.protocol,
      send: (data) => send(socket, ids.said(data)),
      close: (code = 1000, reason = '') =>
        close(socket, code, reason.replace(/\n\d+ already exists$/, ' already exists')),
      onPing: (payload) => pong(socket, payload),
      onMessage: (hear) => {
        socket.on('message', (data, isBinary) => {
          if (socket.readyState !== socket.OPEN) return;
          if (isBinary) close(socket, 4400, 'Invalid message received');
          else hear(ids.heard(String(data as Buffer))).catch((error: unknown) => close(socket, ...closeFor(error)));
        });
      },
    },
    extra,
  );
  socket.once('close', (code, reason) => {
    clearInterval(pinging);
    void closed(code, String(reason));
  });
}

/** What only a server may say is no message of a client; after a fault of ours the client comes back and resumes. */
function closeFor(error: unknown): [code: number, reason: string] {
  const isForeign = error instanceof Error && error.message.startsWith('Unexpected message of type');
  return isForeign ? [4400, 'Invalid message received'] : [1013, 'Try again later'];
}

/**
 * Waits until the message has left: who does not read makes only its own stream wait, and is closed when too much
 * waits.
 */
export function send(socket: WebSocket, message: string | Buffer): Promise<void> {
  return new Promise((resolve) => {
    if (!keepsUp(socket)) resolve();
    else socket.send(message, { binary: false }, () => resolve());
  });
}

/** Whether more may be said. Who has not read what was said before is closed, and comes back when it reads. */
function keepsUp(socket: WebSocket): boolean {
  if (socket.bufferedAmount > MOST_UNREAD) hearNoMore(socket, 1013, 'Too slow');
  return socket.readyState === socket.OPEN;
}

/** Says back what a ping brought. One that brings much wants something else than to know that the line stands. */
async function pong(socket: WebSocket, payload: unknown): Promise<void> {
  const message = JSON.stringify({ type: 'pong', payload });
  if (message.length > LONGEST_PONG) hearNoMore(socket, 4400, 'Invalid message received');
  else await send(socket, message);
}

/** Closes, and takes nothing more: whatever the other side goes on to send stays with it. */
function hearNoMore(socket: WebSocket, code: number, reason: string): void {
  close(socket, code, reason);
  socket.pause();
}

/** Says why and closes; cuts the connection when the other side does not answer. */
export function close(socket: WebSocket, code: number, reason: string): void {
  if (socket.readyState !== socket.OPEN) return;
  socket.close(code, Buffer.byteLength(reason) > LONGEST_REASON ? '' : reason);
  const cut = setTimeout(() => socket.terminate(), CLOSE_WITHIN).unref();
  socket.once('close', () => clearTimeout(cut));
}
