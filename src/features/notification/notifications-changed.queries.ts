import { NOTHING_NEEDED } from '../../access/load.js';
import { accessFingerprint } from '../../core/access-fingerprint.js';
import type { Topic } from '../../changes/topic.js';
import { viewerOf } from '../viewer/viewer.queries.js';
import { inboxAmong } from './notification.queries.js';

/** New notices in the viewer's own inbox: whoever may not see what they are about by now is told nothing. */
export const NOTIFICATION_CHANGES: Topic = {
  typename: 'NotificationsChanged',
  subject: null,
  kinds: new Set(['NOTIFICATION']),
  needs: NOTHING_NEEDED,
  includesKind: () => true,
  fingerprint: accessFingerprint,
  partition: (_loaded, ids) => [ids ?? []],
  async buildPayload(_loaded, ids, anew, scope) {
    const newNotifications = await inboxAmong(scope, ids);
    if (!anew && newNotifications.length === 0) return null;
    return { values: { viewer: await viewerOf(scope), newNotifications } };
  },
};
