import { createHash } from 'node:crypto';
import type { ScopeFactory } from '../access/scope-factory.js';
import type { Instant } from '../core/period.js';
import type { Reply } from './http-reply.js';
import type { Route } from './http-server.js';
import { calendar } from '../features/calendar/calendar.queries.js';
import { hashOfToken } from '../features/calendar/feed-token.js';

export interface CalendarOptions {
  readonly scopes: Pick<ScopeFactory, 'resolveFeedToken' | 'openScope'>;
  readonly newId: () => string;
  readonly now: () => Instant;
}

const PATH = /^\/calendar\/([\w-]{43})\.ics$/;
const WINDOW_MS = 60_000;
const MOST_IN_WINDOW = 30;
const MOST_TOKENS = 10_000;
const NOTHING: Reply = { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: 'Not found\n' };
const SLOWER: Reply = {
  status: 429,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '60' },
  body: 'Too many requests\n',
};

/**
 * `GET /calendar/<token>.ics`. Judged at each fetch as the person whose feed it is, and recorded as their reading. A
 * token that is unknown, revoked, expired or of somebody whose role has ended gives the same answer; so does asking too
 * often, known token or not.
 */
export function calendarRoute({ scopes, newId, now }: CalendarOptions): Route {
  const isTooOften = limiter(now);
  return {
    path: '/calendar/',
    prefix: true,
    async handle({ path, headers }) {
      const token = PATH.exec(path)?.[1];
      if (token === undefined) return NOTHING;
      const hash = hashOfToken(token);
      if (isTooOften(hash.toString('base64'))) return SLOWER;
      const owner = await scopes.resolveFeedToken(hash);
      const scope = owner === null ? null : await scopes.openScope(owner);
      if (scope === null) return NOTHING;
      try {
        const body = await calendar(scope);
        // That nothing is new tells something too: it is recorded like the text itself.
        await scope.finish(newId());
        const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
        const answer = { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-cache', etag };
        const isKnown = knows(headers['if-none-match'], etag);
        return { status: isKnown ? 304 : 200, headers: answer, body: isKnown ? '' : body };
      } catch (error) {
        await scope.abandon();
        throw error;
      }
    },
  };
}

/** Whether the client has this very text: RFC 9110, 13.1.2, where a weak tag counts like a strong one. */
function knows(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}

/** Counts per token in windows of a minute; a full table begins anew rather than grow. */
function limiter(now: () => Instant): (key: string) => boolean {
  let from = now();
  const counts = new Map<string, number>();
  return (key) => {
    if (now() - from >= WINDOW_MS || counts.size >= MOST_TOKENS) {
      counts.clear();
      from = now();
    }
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count > MOST_IN_WINDOW;
  };
}
