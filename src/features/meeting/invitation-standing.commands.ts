import { requireOpen, requireSeen } from '../../access/command-piece.js';
import type { RunCommand } from '../../access/case-target.js';
import type { CommandScope } from '../../access/command-scope.js';
import type { ValuesOf } from '../../access/piece-kind.js';
import type { StoredPiece } from '../../access/piece-writing.js';
import { DomainError } from '../../core/errors.js';
import { requirePlanned, requireStanding } from '../../core/meeting.js';
import { isCovered } from '../../core/rules/invitation-within-consent.js';
import type { AnswerInvitationInput, WithdrawInvitationInput } from './invitation-input.type.js';
import type { MeetingResult } from './meeting.commands.js';
import { INVITATION, MEETING } from './meeting.piece.js';
import { plannedMeeting } from './planned-meeting.commands.js';

type Call = (typeof INVITATION)['fields'];

/** By whoever is called, while the meeting is planned; the answer may be changed until then. */
export function answerInvitation(run: RunCommand, input: AnswerInvitationInput): Promise<MeetingResult> {
  const { requestId, invitationId: target } = input;
  return run({ operation: 'answerInvitation', act: 'ANSWER_INVITATION', requestId, target, input }, async (scope) => {
    const { pieces, caseId, facts, viewer, at } = scope;
    const { invitation, meetingId } = await invitationOf(scope, target);
    const { inviteeKind: kind, inviteeId } = invitation;
    const meeting = requireOpen(scope, await pieces.find(MEETING, { id: meetingId }));
    if (viewer.id !== inviteeId) throw new DomainError('FORBIDDEN', 'onlyInvitee');
    requirePlanned(meeting.status);
    requireStanding(invitation);
    if (!isCovered(facts, meeting.meetingKind, { kind, id: inviteeId }, at)) {
      throw new DomainError('CONSENT_REQUIRED', 'inviteeOutsideConsent');
    }
    await pieces.change(INVITATION, invitation, { answer: input.answer as ValuesOf<Call>['answer'] });
    scope.changed({ kind: 'MEETING_CHANGED', ids: [meetingId] });
    return { caseId, meetingId };
  });
}

/** The call stays as what was; whoever was called is missing from then on, and may be called again. */
export function withdrawInvitation(run: RunCommand, input: WithdrawInvitationInput): Promise<MeetingResult> {
  const { requestId, invitationId: target } = input;
  return run({ operation: 'withdrawInvitation', act: 'SCHEDULE_MEETING', requestId, target, input }, async (scope) => {
    const { invitation, meetingId } = await invitationOf(scope, target);
    await plannedMeeting(scope, meetingId);
    requireStanding(invitation);
    await scope.pieces.change(INVITATION, invitation, { withdrawn: true });
    scope.changed({ kind: 'MEETING_CHANGED', ids: [meetingId] });
    return { caseId: scope.caseId, meetingId };
  });
}

async function invitationOf(
  scope: CommandScope,
  target: string,
): Promise<{ readonly invitation: StoredPiece<Call>; readonly meetingId: string }> {
  const invitation = await requireSeen(scope, INVITATION, target);
  const { parentId: meetingId } = invitation;
  if (meetingId === null) throw new Error('A call is to no meeting');
  return { invitation, meetingId };
}
