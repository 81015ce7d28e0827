import { HeaderMap } from '@apollo/server';
import type { GraphQLError } from 'graphql';
import { DomainError } from '../core/errors.js';
import { refusal } from '../graphql/errors.js';
import type { Standing } from './viewer-budgets.js';

/** How much is left of the minute (IETF draft "RateLimit header fields for HTTP": `r` units, `t` seconds). */
export function tellStanding(headers: HeaderMap, { left, resetsIn }: Standing): void {
  headers.set('ratelimit', `"viewer";r=${left};t=${resetsIn}`);
}

/** 429 with `Retry-After` (RFC 6585, 4). */
export function budgetSpent({ resetsIn }: Standing): GraphQLError {
  const refused = refusal(new DomainError('LIMIT_EXCEEDED', 'budgetSpent', { seconds: resetsIn }));
  const headers = new HeaderMap([['retry-after', String(resetsIn)]]);
  Object.assign(refused.extensions, { http: { status: 429, headers } });
  return refused;
}
