import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Reply } from './http-reply.js';

/** Seconds for which a browser need not ask again. */
const MAX_AGE = 600;

/**
 * Lets a page of a configured origin read the answers (Fetch, CORS protocol). Nothing is sent by the browser on its
 * own, no cookie and no credential, so this opens nothing without a token. To other pages the browser shows nothing,
 * and asks before it sends them anything.
 */
export function applyCors(
  { headers: { origin } }: IncomingMessage,
  response: ServerResponse,
  allowed: readonly string[],
): boolean {
  if (allowed.length > 0) response.setHeader('vary', 'Origin');
  if (origin === undefined || !allowed.includes(origin)) return false;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-expose-headers', 'x-request-id');
  return true;
}

/** What a browser asks before it lets such a page send anything. */
export function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
}

export const PREFLIGHT: Reply = {
  status: 204,
  headers: {
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers':
      'authorization, sig-capacity, content-type, accept, accept-language, apollo-require-preflight',
    'access-control-max-age': String(MAX_AGE),
  },
  body: '',
};
