import type { RunOwn } from '../../access/own-matters.js';
import { DomainError } from '../../core/errors.js';
import { requireId } from '../../core/ids.js';
import { MARK_READ } from './notification.repository.js';
import type { MarkNotificationsReadInput } from './notification.type.js';

const MOST = 200;

/** Needs no request id: marking twice changes nothing more. */
export async function markNotificationsRead(own: RunOwn, { ids }: MarkNotificationsReadInput): Promise<void> {
  if (ids.length > MOST) throw new DomainError('BAD_USER_INPUT', 'tooManyItems', { max: MOST });
  await own(MARK_READ, [ids.map((id) => requireId(id))]);
}
