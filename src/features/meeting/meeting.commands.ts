import { newPiece } from '../../access/command-piece.js';
import type { RunCommand } from '../../access/case-target.js';
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
import { INVITATION, MEETING, MEETING_PLACE } from './meeting.piece.js';
import { plannedMeeting } from './planned-meeting.commands.js';
import type { StoredMeeting } from './planned-meeting.commands.js';

export type MeetingResult = { readonly caseId: string; readonly meetingId: string };

export type SeriesResult = { readonly caseId: string; readonly meetingIds: readonly string[] };

export function scheduleMeeting(run: RunCommand, input: ScheduleMeetingInput): Promise<MeetingResult> {
  const { requestId, caseId: target, startsAt, endsAt } = input;
  return run({ operation: 'scheduleMeeting', act: 'SCHEDULE_MEETING', requestId, target, input }, async (scope) => {
    const { pieces, caseId, facts } = scope;
    const meetingKind = input.kind as MeetingKind;
    requireTime(scope, startsAt, endsAt);
    const others = await pieces.all(MEETING);
    requireMeetingKind(
      meetingKind,
      courseOf(scope),
      others.map(({ meetingKind: kind, status }) => ({ kind, status })),
    );
    const piece = newPiece(scope, facts.coordinatorAgencyId, 'MEETING');
    await pieces.add(MEETING, piece, { meetingKind, status: 'PLANNED', startsAt, endsAt });
    if (input.place != null) await addPlace(scope, piece.id, input.place);
    scope.changed({ kind: 'MEETING_CHANGED', ids: [piece.id] });
    return { caseId, meetingId: piece.id };
  });
}

/** The meetings of a series are nothing more than meetings: each is moved, cancelled and held by itself. */
export function scheduleMeetingSeries(run: RunCommand, input: ScheduleMeetingSeriesInput): Promise<SeriesResult> {
  const { requestId, caseId: target, startsAt: first, count, place } = input;
  return run(
    { operation: 'scheduleMeetingSeries', act: 'SCHEDULE_MEETING', requestId, target, input },
    async (scope) => {
      const { pieces, caseId, facts, at } = scope;
      requireMeetingKind('FOLLOW_UP', courseOf(scope), []);
      const meetingIds: string[] = [];
      for (const startsAt of seriesStarts(facts, { first, count, everyDays: input.everyDays ?? null }, at)) {
        const endsAt = startsAt + input.endsAt - first;
        requireTime(scope, startsAt, endsAt);
        const piece = newPiece(scope, facts.coordinatorAgencyId, 'MEETING');
        await pieces.add(MEETING, piece, { meetingKind: 'FOLLOW_UP', status: 'PLANNED', startsAt, endsAt });
        if (place != null) await addPlace(scope, piece.id, place);
        meetingIds.push(piece.id);
      }
      scope.changed({ kind: 'MEETING_CHANGED', ids: meetingIds });
      return { caseId, meetingIds };
    },
  );
}

export function rescheduleMeeting(run: RunCommand, input: RescheduleMeetingInput): Promise<MeetingResult> {
  const { requestId, meetingId: target, startsAt, endsAt, place } = input;
  return run({ operation: 'rescheduleMeeting', act: 'SCHEDULE_MEETING', requestId, target, input }, async (scope) => {
    const { pieces, at: recordedAt } = scope;
    const meeting = await plannedMeeting(scope, target, input.expectedVersion);
    requireTime(scope, startsAt, endsAt);
    if (startsAt !== meeting.startsAt || endsAt !== meeting.endsAt) await askAnew(scope, meeting);
    await pieces.change(MEETING, meeting, { startsAt, endsAt }, { recordedAt });
    if (place !== undefined) {
      await pieces.remove(MEETING_PLACE, { parentId: meeting.id });
      if (place !== null) await addPlace(scope, meeting.id, place);
    }
    return changed(scope, meeting);
  });
}

export function cancelMeeting(run: RunCommand, input: CancelMeetingInput): Promise<MeetingResult> {
  const { requestId, meetingId: target } = input;
  return run({ operation: 'cancelMeeting', act: 'SCHEDULE_MEETING', requestId, target, input }, async (scope) => {
    const meeting = await plannedMeeting(scope, target, input.expectedVersion);
    await scope.pieces.change(MEETING, meeting, { status: 'CANCELLED' });
    return changed(scope, meeting);
  });
}

/** When a case is closed, what is planned from an instant on is cancelled with it. */
export async function cancelFrom(scope: CommandScope, from: Instant): Promise<void> {
  const { pieces } = scope;
  const all = await pieces.all(MEETING);
  const cancelled = all.filter(({ status, startsAt }) => status === 'PLANNED' && startsAt >= from);
  for (const meeting of cancelled) await pieces.change(MEETING, meeting, { status: 'CANCELLED' });
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
async function askAnew({ pieces }: CommandScope, { id: parentId }: StoredMeeting): Promise<void> {
  const answered = (await pieces.all(INVITATION, { parentId })).filter(({ answer }) => answer !== 'NONE');
  for (const invitation of answered) await pieces.change(INVITATION, invitation, { answer: 'NONE' });
}

/** A piece of its own, so that it can be withheld alone while somebody is protected. */
async function addPlace(scope: CommandScope, parentId: string, place: string): Promise<void> {
  const { pieces, facts } = scope;
  const piece = { ...newPiece(scope, facts.coordinatorAgencyId, 'MEETING'), parentId };
  await pieces.add(MEETING_PLACE, piece, { place: requireText(place) });
}

function changed(scope: CommandScope, { id: meetingId }: StoredMeeting): MeetingResult {
  scope.changed({ kind: 'MEETING_CHANGED', ids: [meetingId] });
  return { caseId: scope.caseId, meetingId };
}
