import { DomainError } from '../../core/errors.js';
import { viewerMutation } from '../../graphql/viewer-mutation.js';
import { ViewerType } from '../viewer/viewer.type.js';
import { viewerOf } from '../viewer/viewer.queries.js';
import { CREATE_FEED, REVOKE_FEED } from './calendar-feed.repository.js';
import { CalendarFeedInput, CalendarFeedType } from './calendar-feed.type.js';
import { hashOfToken } from './feed-token.js';

/** The same request gives the same token. */
export const CreateCalendarFeed = viewerMutation({
  name: 'createCalendarFeed',
  description: "Makes the viewer's calendar feed, in the place of an earlier one.",
  input: CalendarFeedInput,
  type: CalendarFeedType,
  async work({ own, newId, tokenFor }, { requestId }): Promise<CalendarFeedType> {
    const token = tokenFor(requestId);
    const [feed] = await own<{ expiresAt: number }>(CREATE_FEED, [newId(), hashOfToken(token)]);
    if (feed === undefined) throw new DomainError('UNAUTHENTICATED', 'tokenRefused');
    return { path: `/calendar/${token}.ics`, expiresAt: feed.expiresAt };
  },
  read: (_scope, feed) => feed,
});

/** Needs nothing of the request: revoking again changes nothing. */
export const RevokeCalendarFeed = viewerMutation({
  name: 'revokeCalendarFeed',
  description: "Revokes the viewer's calendar feed at once.",
  input: CalendarFeedInput,
  type: ViewerType,
  work: ({ own }) => own(REVOKE_FEED, []),
  read: viewerOf,
});
