import type { CaseFacts } from './case-facts.js';
import type { CaseStatus } from './case-status.js';
import { DomainError } from './errors.js';
import type { RoleTermId } from './ids.js';
import type { MeetingKind } from './meeting-kind.js';
import type { Instant } from './period.js';
import { assignmentInForce } from './rules/assignment.js';

const HOUR = 60 * 60 * 1000;
const LONGEST = 12 * HOUR;
const FARTHEST = 2 * 365 * 24 * HOUR;

/**
 * @throws DomainError BAD_USER_INPUT for a meeting that has begun already, ends before it starts, lasts longer than
 * half a day or lies more than two years ahead.
 */
export function requireMeetingTime(at: Instant, startsAt: Instant, endsAt: Instant): void {
  if (startsAt <= at) throw new DomainError('BAD_USER_INPUT', 'meetingInPast');
  if (endsAt <= startsAt) throw new DomainError('BAD_USER_INPUT', 'periodEmpty');
  if (endsAt - startsAt > LONGEST || startsAt - at > FARTHEST) throw new DomainError('BAD_USER_INPUT', 'meetingTimes');
}

/**
 * A part of a meeting that came or went alone: by the number of the command; null or 0 with the meeting, or not yet.
 */
interface Coming {
  readonly addedIn: number | null;
  readonly removedIn: number | null;
}

/**
 * The version of a meeting as a reader sees it: its own, and one more for each command that changed none but parts of
 * it, of which the reader sees one at least. So what is closed to the reader moves nothing, and is no cause of a
 * conflict.
 *
 * @param seen the parts that the reader sees, those that are gone too.
 */
export function versionSeen(own: number, seen: readonly Coming[]): number {
  const commands = seen.flatMap(({ addedIn, removedIn }) => [addedIn, removedIn]);
  return own + new Set(commands.filter((command) => command !== null && command > 0)).size;
}

/**
 * Only the introductory talk with the family needs no consent; everything else is a meeting of the agencies about the
 * young person, and a case without its carrying consent has none (design, section 7). A closed case is followed up.
 *
 * @throws DomainError CONSENT_REQUIRED; BAD_USER_INPUT for a meeting of the steering group, which is about no case;
 * INVALID_STATE for a second first meeting, and in a closed case for all but a follow-up.
 */
export function requireMeetingKind(
  kind: MeetingKind,
  { status, isCarried }: { readonly status: CaseStatus; readonly isCarried: boolean },
  standing: readonly { readonly kind: string; readonly status: string }[],
): void {
  if (kind === 'STEERING') throw new DomainError('BAD_USER_INPUT', 'steeringHasNoCase');
  const isClosed = status === 'CLOSED';
  if (isClosed && kind !== 'FOLLOW_UP') throw new DomainError('INVALID_STATE', 'statusForbids', { status });
  const isOpenToAgencies = status === 'ACTIVE' || (isClosed && isCarried);
  if (kind !== 'INTRODUCTION' && !isOpenToAgencies) throw new DomainError('CONSENT_REQUIRED', 'meetingNeedsConsent');
  const first = standing.some((other) => other.kind === 'FIRST' && other.status !== 'CANCELLED');
  if (kind === 'FIRST' && first) throw new DomainError('INVALID_STATE', 'firstMeetingExists');
}

/** @throws DomainError BAD_USER_INPUT for a meeting to which its coordinator would not belong to the case any more. */
export function requireDuringFollowUp(
  assignments: CaseFacts['assignments'],
  coordinatorId: RoleTermId,
  startsAt: Instant,
): void {
  if (assignmentInForce(assignments, coordinatorId, startsAt) === null) {
    throw new DomainError('BAD_USER_INPUT', 'meetingAfterFollowUp');
  }
}

/** @throws DomainError INVALID_STATE for a meeting that has not begun: nobody can have come to it. */
export function requireBegun(startsAt: Instant, at: Instant): void {
  if (startsAt > at) throw new DomainError('INVALID_STATE', 'meetingNotBegun');
}

/** @throws DomainError INVALID_STATE for a call that was taken back by hand. */
export function requireStanding({ withdrawn }: { readonly withdrawn: boolean }): void {
  if (withdrawn) throw new DomainError('INVALID_STATE', 'invitationWithdrawn');
}

/** @throws DomainError INVALID_STATE for a meeting that was held or cancelled. */
export function requirePlanned(status: string): void {
  if (status !== 'PLANNED') throw new DomainError('INVALID_STATE', 'meetingNotPlanned');
}
