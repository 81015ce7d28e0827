import { newPiece, requireSeen } from '../../access/command-piece.js';
import type { CommandScope } from '../../access/command-scope.js';
import type { StoredPiece } from '../../access/piece-writing.js';
import { caseStatus, isCarried } from '../../core/case-status.js';
import { requireText } from '../../core/free-text.js';
import {
  requireDuringFollowUp,
  requireMeetingKind,
  requireMeetingTime,
  requirePlanned,
  versionSeen,
} from '../../core/meeting.js';
import type { MeetingKind } from '../../core/meeting-kind.js';
import type { Instant } from '../../core/period.js';
import { nextVersion } from '../../core/expected-version.js';
import { requireOwnAgency } from '../../core/rules/own-agency-writes.js';
import { requireRoleTerm } from '../../core/rules/role-term-acts.js';
import { AGENDA_ITEM, MEETING, MEETING_PLACE } from './meeting.piece.js';

export type StoredMeeting = StoredPiece<(typeof MEETING)['fields']>;

/**
 * A meeting that the coordinator may still change.
 *
 * @param read the version that the change rests on, of what another could have changed; a race lost to a cancellation is
 * one like any other.
 * @throws DomainError NOT_FOUND, FORBIDDEN for a meeting of another agency, CONFLICT for another version than was read,
 * INVALID_STATE once it was held or cancelled.
 */
export async function plannedMeeting(scope: CommandScope, id: string, read?: number): Promise<StoredMeeting> {
  const meeting = await requireSeen(scope, MEETING, id);
  requireOwnAgency(scope.viewer, meeting.holderId);
  if (read !== undefined) nextVersion(await versionOf(scope, meeting), read);
  requirePlanned(meeting.status);
  return meeting;
}

/** As the viewer sees it. */
async function versionOf(scope: CommandScope, { id: parentId, version }: StoredMeeting): Promise<number> {
  const { pieces } = scope;
  const parts = [...(await pieces.all(MEETING_PLACE, { parentId })), ...(await pieces.all(AGENDA_ITEM, { parentId }))];
  const decision = scope.decision();
  return versionSeen(
    version,
    parts.filter((part) => decision.piece(part).open),
  );
}

/**
 * @param others which the case has already.
 * @throws DomainError as the rule of the core does, for a kind of meeting that has no place in the case as it stands.
 */
export function requireKind(
  { facts, at }: CommandScope,
  meetingKind: MeetingKind,
  others: readonly StoredMeeting[],
): void {
  const standing = others.map(({ meetingKind: kind, status }) => ({ kind, status }));
  requireMeetingKind(meetingKind, { status: caseStatus(facts, at), isCarried: isCarried(facts, at) }, standing);
}

/** @throws DomainError BAD_USER_INPUT for a time that is no meeting's, or behind the follow-up of a closed case. */
export function requireTime({ facts, viewer, at }: CommandScope, startsAt: Instant, endsAt: Instant): void {
  requireMeetingTime(at, startsAt, endsAt);
  if (facts.status === 'CLOSED') requireDuringFollowUp(facts.assignments, requireRoleTerm(viewer), startsAt);
}

interface NewMeeting {
  readonly meetingKind: MeetingKind;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly place: string | null | undefined;
}

/** @returns the id of the new meeting. */
export async function addMeeting(scope: CommandScope, { place, ...planned }: NewMeeting): Promise<string> {
  const piece = newPiece(scope, scope.facts.coordinatorAgencyId, 'MEETING');
  await scope.pieces.add(MEETING, piece, { ...planned, status: 'PLANNED' });
  if (place != null) await addPlace(scope, piece.id, place);
  return piece.id;
}

/** When a case is closed, what is planned from an instant on is cancelled with it. */
export async function cancelFrom(scope: CommandScope, from: Instant): Promise<void> {
  const { pieces } = scope;
  const all = await pieces.all(MEETING);
  const cancelled = all.filter(({ status, startsAt }) => status === 'PLANNED' && startsAt >= from);
  for (const meeting of cancelled) await pieces.change(MEETING, meeting, { status: 'CANCELLED' });
  if (cancelled.length > 0) scope.changed({ kind: 'MEETING_CHANGED', ids: cancelled.map(({ id }) => id) });
}

/**
 * A piece of its own, so that it can be withheld alone while somebody is protected.
 *
 * @param addedIn the number of the command, where it comes to a meeting that does not change itself
 * @returns its id
 */
export async function addPlace(
  scope: CommandScope,
  parentId: string,
  place: string,
  addedIn: number | null = null,
): Promise<string> {
  const { pieces, facts } = scope;
  const piece = { ...newPiece(scope, facts.coordinatorAgencyId, 'MEETING'), parentId };
  await pieces.add(MEETING_PLACE, piece, { place: requireText(place), addedIn });
  return piece.id;
}
