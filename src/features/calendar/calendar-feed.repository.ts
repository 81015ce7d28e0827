import type { PreparedQuery } from '../../access/prepared-query.js';

export const CREATE_FEED: PreparedQuery = {
  name: 'create_calendar_feed',
  text: `select expires_at as "expiresAt" from sig.create_calendar_feed($1, $2, $3, $4, interval '365 days')`,
};

export const REVOKE_FEED: PreparedQuery = {
  name: 'revoke_calendar_feed',
  text: 'select sig.revoke_calendar_feed($1, $2)',
};
