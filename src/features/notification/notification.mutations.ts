import { DomainError } from '../../core/errors.js';
import { requireId } from '../../core/ids.js';
import { viewerMutation } from '../../graphql/viewer-mutation.js';
import { ViewerType } from '../viewer/viewer.type.js';
import { viewerOf } from '../viewer/viewer.queries.js';
import { MARK_READ } from './notification.repository.js';
import { MarkNotificationsReadInput } from './notification.type.js';

const MOST = 200;

/** Needs no request id: marking twice changes nothing more. */
export const MarkNotificationsRead = viewerMutation({
  name: 'markNotificationsRead',
  description: "Marks the viewer's own notifications as read.",
  input: MarkNotificationsReadInput,
  type: ViewerType,
  async work({ own }, { ids }) {
    if (ids.length > MOST) throw new DomainError('BAD_USER_INPUT', 'tooManyItems', { max: MOST });
    await own(MARK_READ, [ids.map((id) => requireId(id))]);
  },
  read: viewerOf,
});
