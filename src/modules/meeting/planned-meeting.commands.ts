import { requireSeen } from '../../access/command-piece.js';
import type { CommandScope } from '../../access/command-scope.js';
import { requireId } from '../../core/ids.js';
import { requirePlanned } from '../../core/meeting.js';
import { requireOwnAgency } from '../../core/rules/own-agency-writes.js';
import { Meeting } from './meeting.entity.js';

/**
 * A meeting that the coordinator may still change.
 *
 * @throws DomainError NOT_FOUND, FORBIDDEN for a meeting of another agency, INVALID_STATE once it was held or cancelled.
 */
export async function plannedMeeting(scope: CommandScope, id: string): Promise<Meeting> {
  const { em, caseId, viewer } = scope;
  const meeting = requireSeen(scope, 'MEETING', await em.findOne(Meeting, { caseId, id: requireId<string>(id) }));
  requireOwnAgency(viewer, meeting.holderId);
  requirePlanned(meeting.status);
  return meeting;
}
