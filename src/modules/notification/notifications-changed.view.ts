import { openCells } from '../../core/open-cells.js';
import type { Topic } from '../../events/topic.js';
import { viewerOf } from '../viewer/viewer.view.js';
import { inboxAmong } from './notification.view.js';

/** New notices in the viewer's own inbox: whoever may not see what they are about by now is told nothing. */
export const NOTIFICATION_CHANGES: Topic = {
  typename: 'NotificationsChanged',
  subject: null,
  kinds: new Set(['NOTIFICATION']),
  shows: () => true,
  extent: openCells,
  frames: (_scope, _caseId, ids) => Promise.resolve([ids ?? []]),
  async tell(scope, _caseId, ids, anew) {
    const newNotifications = await inboxAmong(scope, ids);
    return anew || newNotifications.length > 0 ? { viewer: await viewerOf(scope), newNotifications } : null;
  },
};
