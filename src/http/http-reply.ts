import type { ServerResponse } from 'node:http';

/** A whole answer; what is streamed is in `event-stream`. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/**
 * On every answer: nothing is kept by a browser or a proxy, nothing is guessed, framed, or told to other sites.
 * A page that needs more (the playground) names its own policy.
 */
export const SECURE = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};
/** RFC 9110, 8.6: these say no length. */
const BODILESS = [204, 304];
const STRICT_TRANSPORT = { 'strict-transport-security': 'max-age=63072000; includeSubDomains' };

export interface SendOptions {
  readonly requestId: string;
  readonly production: boolean;
  /** The server is stopping: the client is asked to leave this connection. */
  readonly lastOne: boolean;
  readonly withoutBody: boolean;
}

export function send(response: ServerResponse, reply: Reply, options: SendOptions): void {
  const body = typeof reply.body === 'string' ? Buffer.from(reply.body) : reply.body;
  response.writeHead(reply.status, {
    ...SECURE,
    ...(options.production && STRICT_TRANSPORT),
    'x-request-id': options.requestId,
    ...(options.lastOne && { connection: 'close' }),
    ...reply.headers,
    ...(!BODILESS.includes(reply.status) && { 'content-length': body.byteLength }),
  });
  response.end(options.withoutBody ? undefined : body);
}

export function json(status: number, value: unknown): Reply {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(value) };
}
