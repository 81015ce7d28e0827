import { newPiece, requireOpen, requireSeen } from '../../access/command-piece.js';
import type { CommandScope } from '../../access/command-scope.js';
import type { ValuesOf } from '../../access/piece-kind.js';
import type { StoredPiece } from '../../access/piece-writing.js';
import { DomainError } from '../../core/errors.js';
import { requirePlanned, requireStanding } from '../../core/meeting.js';
import { isCovered } from '../../core/rules/invitation-within-consent.js';
import { isRequired } from '../../core/rules/meeting-parties.js';
import { caseMutation } from '../../graphql/case-mutation.js';
import { AnswerInvitationInput, InviteInput, WithdrawInvitationInput } from './invitation-input.type.js';
import { inviteeOf } from './invitee.js';
import { INVITATION, MEETING } from './meeting.piece.js';
import { MeetingType } from './meeting.type.js';
import { meetingById } from './meeting.queries.js';
import { plannedMeeting } from './planned-meeting.js';

const MOST = 50;
type Call = (typeof INVITATION)['fields'];

export const Invite = caseMutation({
  name: 'invite',
  description:
    'Calls people to a planned meeting; for the coordinator. CONSENT_REQUIRED for anyone whom consent does not cover, and then nobody is called.',
  input: InviteInput,
  type: MeetingType,
  typename: 'Meeting',
  act: 'SCHEDULE_MEETING',
  target: ({ meetingId }) => meetingId,
  async work(scope, input) {
    const { pieces, caseId, facts, at } = scope;
    const meeting = await plannedMeeting(scope, input.meetingId);
    if (input.invitees.length > MOST) throw new DomainError('BAD_USER_INPUT', 'tooManyItems', { max: MOST });
    const { id: parentId, meetingKind } = meeting;
    const standing = (await pieces.all(INVITATION, { parentId })).filter(({ withdrawn }) => !withdrawn);
    const already = new Set(standing.map(({ inviteeId }) => inviteeId));
    const seen = new Set<string>();
    const called: string[] = [];
    for (const asked of input.invitees) {
      const invitee = await inviteeOf(scope, asked);
      if (seen.has(invitee.id)) throw new DomainError('BAD_USER_INPUT', 'inviteeOnce');
      seen.add(invitee.id);
      if (!isCovered(facts, meetingKind, invitee, at))
        throw new DomainError('CONSENT_REQUIRED', 'inviteeOutsideConsent');
      if (already.has(invitee.id)) throw new DomainError('INVALID_STATE', 'alreadyInvited');
      const required = asked.required ?? isRequired(facts, meetingKind, invitee, at);
      const call = { inviteeKind: invitee.kind, inviteeId: invitee.id, required };
      const piece = { ...newPiece(scope, meeting.holderId, 'MEETING'), hiddenFromIds: meeting.hiddenFromIds, parentId };
      called.push(piece.id);
      await pieces.add(INVITATION, piece, { ...call, attendance: 'UNKNOWN', answer: 'NONE', withdrawn: false });
    }
    if (seen.size === 0) throw new DomainError('BAD_USER_INPUT', 'inviteeOnce');
    scope.changed({ kind: 'MEETING_CHANGED', ids: called });
    return { caseId, meetingId: meeting.id };
  },
  answer: (loaded, { meetingId }) => meetingById(loaded, meetingId),
});

/** By whoever is called, while the meeting is planned; the answer may be changed until then. */
export const AnswerInvitation = caseMutation({
  name: 'answerInvitation',
  description: 'Answers an invitation; for whoever is called.',
  input: AnswerInvitationInput,
  type: MeetingType,
  typename: 'Meeting',
  act: 'ANSWER_INVITATION',
  target: ({ invitationId }) => invitationId,
  async work(scope, input) {
    const { pieces, caseId, facts, viewer, at } = scope;
    const { invitation, meetingId } = await invitationOf(scope, input.invitationId);
    const { inviteeKind: kind, inviteeId } = invitation;
    const meeting = requireOpen(scope, await pieces.find(MEETING, { id: meetingId }));
    if (viewer.id !== inviteeId) throw new DomainError('FORBIDDEN', 'onlyInvitee');
    requirePlanned(meeting.status);
    requireStanding(invitation);
    if (!isCovered(facts, meeting.meetingKind, { kind, id: inviteeId }, at)) {
      throw new DomainError('CONSENT_REQUIRED', 'inviteeOutsideConsent');
    }
    await pieces.change(INVITATION, invitation, { answer: input.answer as ValuesOf<Call>['answer'] });
    scope.changed({ kind: 'MEETING_CHANGED', ids: [invitation.id] });
    return { caseId, meetingId };
  },
  answer: (loaded, { meetingId }) => meetingById(loaded, meetingId),
});

/** The call stays as what was; whoever was called is missing from then on, and may be called again. */
export const WithdrawInvitation = caseMutation({
  name: 'withdrawInvitation',
  description:
    'Takes back a call to a planned meeting; for the coordinator. Consent that ends takes back calls by itself.',
  input: WithdrawInvitationInput,
  type: MeetingType,
  typename: 'Meeting',
  act: 'SCHEDULE_MEETING',
  target: ({ invitationId }) => invitationId,
  async work(scope, input) {
    const { invitation, meetingId } = await invitationOf(scope, input.invitationId);
    await plannedMeeting(scope, meetingId);
    requireStanding(invitation);
    await scope.pieces.change(INVITATION, invitation, { withdrawn: true });
    scope.changed({ kind: 'MEETING_CHANGED', ids: [invitation.id] });
    return { caseId: scope.caseId, meetingId };
  },
  answer: (loaded, { meetingId }) => meetingById(loaded, meetingId),
});

async function invitationOf(
  scope: CommandScope,
  id: string,
): Promise<{ readonly invitation: StoredPiece<Call>; readonly meetingId: string }> {
  const invitation = await requireSeen(scope, INVITATION, id);
  const { parentId: meetingId } = invitation;
  if (meetingId === null) throw new Error('A call is to no meeting');
  return { invitation, meetingId };
}
