import { requireSeen } from '../../access/command-piece.js';
import type { CommandScope } from '../../access/command-scope.js';
import type { StoredPiece } from '../../access/piece-writing.js';
import { requirePlanned } from '../../core/meeting.js';
import { nextVersion } from '../../core/plan.js';
import { requireOwnAgency } from '../../core/rules/own-agency-writes.js';
import { MEETING } from './meeting.piece.js';

export type StoredMeeting = StoredPiece<(typeof MEETING)['fields']>;

/**
 * A meeting that the coordinator may still change.
 *
 * @param read the version that the change rests on; whoever lost to a cancellation lost a race like any other.
 * @throws DomainError NOT_FOUND, FORBIDDEN for a meeting of another agency, CONFLICT for another version than was read,
 * INVALID_STATE once it was held or cancelled.
 */
export async function plannedMeeting(scope: CommandScope, id: string, read?: number | null): Promise<StoredMeeting> {
  const meeting = await requireSeen(scope, MEETING, id);
  requireOwnAgency(scope.viewer, meeting.holderId);
  if (read != null) nextVersion(meeting.version, read);
  requirePlanned(meeting.status);
  return meeting;
}
