import { newPiece, rewrite } from '../../access/command-piece.js';
import type { RunCommand } from '../../access/command-runner.js';
import type { CommandScope } from '../../access/command-scope.js';
import { seriesStarts } from '../../core/cadence.js';
import { caseStatus, isCarried } from '../../core/case-status.js';
import type { CaseStatus } from '../../core/case-status.js';
import { requireText } from '../../core/free-text.js';
import { requireDuringFollowUp, requireMeetingKind, requireMeetingTime } from '../../core/meeting.js';
import type { MeetingKind } from '../../core/meeting-kind.js';
import type { Instant } from '../../core/period.js';
import { requireRoleTerm } from '../../core/rules/role-term-acts.js';
import type { CancelMeetingInput, RescheduleMeetingInput, ScheduleMeetingInput } from './meeting-input.type.js';
import type { ScheduleMeetingSeriesInput } from './meeting-series-input.type.js';
import { Invitation } from './invitation.entity.js';
import { MeetingPlace } from './meeting-place.entity.js';
import { Meeting } from './meeting.entity.js';
import { plannedMeeting } from './planned-meeting.commands.js';

export type MeetingResult = { readonly caseId: string; readonly meetingId: string };

export type SeriesResult = { readonly caseId: string; readonly meetingIds: readonly string[] };

export function scheduleMeeting(run: RunCommand, input: ScheduleMeetingInput): Promise<MeetingResult> {
  const { requestId, caseId: target, startsAt, endsAt } = input;
  return run({ operation: 'scheduleMeeting', act: 'SCHEDULE_MEETING', requestId, target, input }, async (scope) => {
    const { em, caseId, facts } = scope;
    const kind = input.kind as MeetingKind;
    requireTime(scope, startsAt, endsAt);
    requireMeetingKind(kind, courseOf(scope), await em.find(Meeting, { caseId }));
    const piece = newPiece(scope, facts.coordinatorAgencyId, 'MEETING');
    em.persist(em.create(Meeting, { ...piece, kind, status: 'PLANNED', version: 1, startsAt, endsAt }));
    if (input.place != null) addPlace(scope, piece.id, input.place);
    scope.changed({ kind: 'MEETING_CHANGED', ids: [piece.id] });
    return { caseId, meetingId: piece.id };
  });
}

/** The meetings of a series are nothing more than meetings: each is moved, cancelled and held by itself. */
export function scheduleMeetingSeries(run: RunCommand, input: ScheduleMeetingSeriesInput): Promise<SeriesResult> {
  const { requestId, caseId: target, startsAt: first, count, place } = input;
  return run({ operation: 'scheduleMeetingSeries', act: 'SCHEDULE_MEETING', requestId, target, input }, (scope) => {
    const { em, caseId, facts, at } = scope;
    requireMeetingKind('FOLLOW_UP', courseOf(scope), []);
    const meetingIds = seriesStarts(facts, { first, count, everyDays: input.everyDays ?? null }, at).map((startsAt) => {
      const endsAt = startsAt + input.endsAt - first;
      requireTime(scope, startsAt, endsAt);
      const piece = newPiece(scope, facts.coordinatorAgencyId, 'MEETING');
      em.persist(em.create(Meeting, { ...piece, kind: 'FOLLOW_UP', status: 'PLANNED', version: 1, startsAt, endsAt }));
      if (place != null) addPlace(scope, piece.id, place);
      return piece.id;
    });
    scope.changed({ kind: 'MEETING_CHANGED', ids: meetingIds });
    return Promise.resolve({ caseId, meetingIds });
  });
}

export function rescheduleMeeting(run: RunCommand, input: RescheduleMeetingInput): Promise<MeetingResult> {
  const { requestId, meetingId: target, startsAt, endsAt, place } = input;
  return run({ operation: 'rescheduleMeeting', act: 'SCHEDULE_MEETING', requestId, target, input }, async (scope) => {
    const { em, at: recordedAt } = scope;
    const meeting = await plannedMeeting(scope, target, input.expectedVersion);
    requireTime(scope, startsAt, endsAt);
    const version = meeting.version + 1;
    if (startsAt !== meeting.startsAt || endsAt !== meeting.endsAt) await askAnew(scope, meeting);
    rewrite(meeting, { version, startsAt, endsAt, recordedAt });
    if (place !== undefined) {
      await em.nativeDelete(MeetingPlace, { meetingId: meeting.id });
      if (place !== null) addPlace(scope, meeting.id, place);
    }
    return changed(scope, meeting);
  });
}

export function cancelMeeting(run: RunCommand, input: CancelMeetingInput): Promise<MeetingResult> {
  const { requestId, meetingId: target } = input;
  return run({ operation: 'cancelMeeting', act: 'SCHEDULE_MEETING', requestId, target, input }, async (scope) => {
    const meeting = await plannedMeeting(scope, target, input.expectedVersion);
    rewrite(meeting, { status: 'CANCELLED', version: meeting.version + 1 });
    return changed(scope, meeting);
  });
}

/** When a case is closed, what is planned from an instant on is cancelled with it. */
export async function cancelFrom(scope: CommandScope, from: Instant): Promise<void> {
  const planned = await scope.em.find(Meeting, { caseId: scope.caseId, status: 'PLANNED' });
  const cancelled = planned.filter(({ startsAt }) => startsAt >= from);
  for (const meeting of cancelled) rewrite(meeting, { status: 'CANCELLED', version: meeting.version + 1 });
  if (cancelled.length > 0) scope.changed({ kind: 'MEETING_CHANGED', ids: cancelled.map(({ id }) => id) });
}

function courseOf({ facts, at }: CommandScope): { readonly status: CaseStatus; readonly isCarried: boolean } {
  return { status: caseStatus(facts, at), isCarried: isCarried(facts, at) };
}

function requireTime({ facts, viewer, at }: CommandScope, startsAt: Instant, endsAt: Instant): void {
  requireMeetingTime(at, startsAt, endsAt);
  if (facts.status === 'CLOSED') requireDuringFollowUp(facts.assignments, requireRoleTerm(viewer), startsAt);
}

/** An answer was to the time that it was given for. */
async function askAnew({ em }: CommandScope, { id: meetingId }: Meeting): Promise<void> {
  for (const invitation of await em.find(Invitation, { meetingId })) rewrite(invitation, { answer: 'NONE' });
}

/** A piece of its own, so that it can be withheld alone while somebody is protected. */
function addPlace(scope: CommandScope, meetingId: string, place: string): void {
  const { em, facts } = scope;
  const piece = newPiece(scope, facts.coordinatorAgencyId, 'MEETING');
  const sealedIn = { table: 'meeting_place', column: 'place_sealed', rowId: piece.id };
  em.persist(em.create(MeetingPlace, { ...piece, meetingId, placeSealed: scope.seal(requireText(place), sealedIn) }));
}

function changed(scope: CommandScope, { id: meetingId }: Meeting): MeetingResult {
  scope.changed({ kind: 'MEETING_CHANGED', ids: [meetingId] });
  return { caseId: scope.caseId, meetingId };
}
