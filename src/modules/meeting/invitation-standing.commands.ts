import { requireSeen, rewrite } from '../../access/command-piece.js';
import type { RunCommand } from '../../access/command-runner.js';
import type { CommandScope } from '../../access/command-scope.js';
import { DomainError } from '../../core/errors.js';
import { requireId } from '../../core/ids.js';
import { requirePlanned, requireStanding } from '../../core/meeting.js';
import { isCovered } from '../../core/rules/invitation-within-consent.js';
import type { AnswerInvitationInput, WithdrawInvitationInput } from './invitation-input.type.js';
import { Invitation } from './invitation.entity.js';
import type { MeetingResult } from './meeting.commands.js';
import { Meeting } from './meeting.entity.js';
import { plannedMeeting } from './planned-meeting.commands.js';

/** By whoever is called, while the meeting is planned; the answer may be changed until then. */
export function answerInvitation(run: RunCommand, input: AnswerInvitationInput): Promise<MeetingResult> {
  const { requestId, invitationId: target } = input;
  return run({ operation: 'answerInvitation', act: 'ANSWER_INVITATION', requestId, target, input }, async (scope) => {
    const { em, caseId, facts, viewer, at } = scope;
    const invitation = await invitationOf(scope, target);
    const { inviteeKind: kind, inviteeId, meetingId } = invitation;
    const meeting = requireSeen(scope, 'MEETING', await em.findOne(Meeting, { caseId, id: meetingId }));
    if (viewer.id !== inviteeId) throw new DomainError('FORBIDDEN', 'onlyInvitee');
    requirePlanned(meeting.status);
    requireStanding(invitation);
    if (!isCovered(facts, meeting.kind, { kind, id: inviteeId }, at)) {
      throw new DomainError('CONSENT_REQUIRED', 'inviteeOutsideConsent');
    }
    rewrite(invitation, { answer: input.answer as Invitation['answer'] });
    scope.changed({ kind: 'MEETING_CHANGED', ids: [meetingId] });
    return { caseId, meetingId };
  });
}

/** The call stays as what was; whoever was called is missing from then on, and may be called again. */
export function withdrawInvitation(run: RunCommand, input: WithdrawInvitationInput): Promise<MeetingResult> {
  const { requestId, invitationId: target } = input;
  return run({ operation: 'withdrawInvitation', act: 'SCHEDULE_MEETING', requestId, target, input }, async (scope) => {
    const invitation = await invitationOf(scope, target);
    const { id: meetingId } = await plannedMeeting(scope, invitation.meetingId);
    requireStanding(invitation);
    rewrite(invitation, { withdrawn: true });
    scope.changed({ kind: 'MEETING_CHANGED', ids: [meetingId] });
    return { caseId: scope.caseId, meetingId };
  });
}

async function invitationOf(scope: CommandScope, target: string): Promise<Invitation> {
  const { em, caseId } = scope;
  const found = await em.findOne(Invitation, { caseId, id: requireId<string>(target) });
  return requireSeen(scope, 'INVITATION', found);
}
