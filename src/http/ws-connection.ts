import type { Server } from 'graphql-ws';
import type { WebSocket } from 'ws';

/** One socket, from its upgrade to its end. */
export interface Connection {
  readonly socket: WebSocket;
  /** Of the upgrade's `Accept-Language`. */
  readonly acceptLanguage: string | undefined;
}

/** A client that does not take the close either is cut. */
const CLOSE_WITHIN = 5_000;

/** Joins a socket to the protocol, with pings that end a dead one. @param keepAlive milliseconds between pings, and for the answer */
export function connect<Extra extends Connection>(server: Server<Extra>, extra: Extra, keepAlive: number): void {
  const { socket } = extra;
  let answered = true;
  const pinging = setInterval(() => {
    if (!answered) socket.terminate();
    else if (socket.readyState === socket.OPEN) {
      answered = false;
      socket.ping();
    }
  }, keepAlive).unref();
  socket.on('pong', () => (answered = true));
  // A frame that is too large or broken: `ws` itself closes with the code for it.
  socket.on('error', () => undefined);
  const closed = server.opened(
    {
      protocol: socket.protocol,
      send: (data) => send(socket, data),
      close: (code = 1000, reason = '') => close(socket, code, reason),
      onMessage: (hear) => {
        socket.on('message', (data, isBinary) => {
          if (isBinary) close(socket, 4400, 'Invalid message received');
          else hear(String(data as Buffer)).catch((error: unknown) => close(socket, ...closeFor(error)));
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

/** Waits until the message has left: who does not read makes only its own stream wait. */
export function send(socket: WebSocket, message: string | Buffer): Promise<void> {
  return new Promise((resolve) => {
    if (socket.readyState !== socket.OPEN) resolve();
    else socket.send(message, { binary: false }, () => resolve());
  });
}

/** Says why and closes; cuts the connection when the other side does not answer. */
export function close(socket: WebSocket, code: number, reason: string): void {
  if (socket.readyState !== socket.OPEN) return;
  socket.close(code, reason);
  const cut = setTimeout(() => socket.terminate(), CLOSE_WITHIN).unref();
  socket.once('close', () => clearTimeout(cut));
}
