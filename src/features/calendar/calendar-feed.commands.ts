import { createHash } from 'node:crypto';
import type { RunOwn } from '../../access/own-matters.js';
import { DomainError } from '../../core/errors.js';
import type { CalendarFeedInput, CalendarFeedType } from './calendar-feed.type.js';
import { CREATE_FEED, REVOKE_FEED } from './calendar-feed.repository.js';

/** What making a feed needs beside the right to. */
export interface FeedSecrets {
  readonly newId: () => string;
  /** Always the same for the same request of the same viewer, and guessed by nobody without the key. */
  readonly tokenFor: (requestId: string) => string;
}

/** Takes the place of the viewer's earlier feed. */
export async function createCalendarFeed(
  own: RunOwn,
  { requestId }: CalendarFeedInput,
  { newId, tokenFor }: FeedSecrets,
): Promise<CalendarFeedType> {
  const token = tokenFor(requestId);
  const [feed] = await own<{ expiresAt: number }>(CREATE_FEED, [newId(), hashOfToken(token)]);
  if (feed === undefined) throw new DomainError('UNAUTHENTICATED', 'tokenRefused');
  return { path: `/calendar/${token}.ics`, expiresAt: feed.expiresAt };
}

/** Needs nothing of the request: revoking again changes nothing. */
export async function revokeCalendarFeed(own: RunOwn): Promise<void> {
  await own(REVOKE_FEED, []);
}

/** As the database knows a token. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
