import { newPiece, rewrite } from '../../access/command-piece.js';
import type { RunCommand } from '../../access/command-runner.js';
import type { CommandScope } from '../../access/command-scope.js';
import { DomainError } from '../../core/errors.js';
import { requireText } from '../../core/free-text.js';
import { requireBegun } from '../../core/meeting.js';
import { newAction } from '../plan/action.commands.js';
import { Invitation } from './invitation.entity.js';
import { MeetingDecision } from './meeting-decision.entity.js';
import type { MeetingResult } from './meeting.commands.js';
import type { Meeting } from './meeting.entity.js';
import { Minutes } from './minutes.entity.js';
import { plannedMeeting } from './planned-meeting.commands.js';
import type { AttendanceInput, DecisionInput, RecordMeetingInput } from './record-meeting-input.type.js';

const MOST = 50;

/** Who came, what was said and what was decided, with the actions that it becomes: in one step, or not at all. */
export function recordMeeting(run: RunCommand, input: RecordMeetingInput): Promise<MeetingResult> {
  const { requestId, meetingId: target, decisions } = input;
  return run({ operation: 'recordMeeting', act: 'RECORD_MEETING', requestId, target, input }, async (scope) => {
    const { caseId, at } = scope;
    const meeting = await plannedMeeting(scope, target, input.expectedVersion);
    requireBegun(meeting.startsAt, at);
    if (decisions.length > MOST) throw new DomainError('BAD_USER_INPUT', 'tooManyItems', { max: MOST });
    await recordAttendance(scope, meeting, input.attendance);
    if (input.minutes != null) addMinutes(scope, meeting, input.minutes);
    for (const [index, decision] of decisions.entries()) await addDecision(scope, meeting, decision, index + 1);
    rewrite(meeting, { status: 'HELD', version: meeting.version + 1 });
    scope.changed({ kind: 'MEETING_CHANGED', ids: [meeting.id] });
    return { caseId, meetingId: meeting.id };
  });
}

async function recordAttendance(
  { em }: CommandScope,
  { id }: Meeting,
  came: readonly AttendanceInput[],
): Promise<void> {
  const invitations = new Map(
    (await em.find(Invitation, { meetingId: id, withdrawn: false })).map((one) => [one.id, one]),
  );
  for (const { invitationId, attendance } of came) {
    const invitation = invitations.get(invitationId.toLowerCase());
    if (invitation === undefined) throw new DomainError('BAD_USER_INPUT', 'invitationUnknown');
    rewrite(invitation, { attendance: attendance as Invitation['attendance'] });
  }
}

function addMinutes(scope: CommandScope, { id: meetingId, holderId, hiddenFromIds }: Meeting, text: string): void {
  const { em, viewer } = scope;
  if (!('roleTermId' in viewer)) throw new DomainError('FORBIDDEN', 'capacityMayNot');
  const piece = { ...newPiece(scope, holderId, 'MEETING'), hiddenFromIds };
  const textSealed = scope.seal(requireText(text), { table: 'minutes', column: 'text_sealed', rowId: piece.id });
  em.persist(em.create(Minutes, { ...piece, meetingId, textSealed, authorId: viewer.roleTermId }));
}

async function addDecision(
  scope: CommandScope,
  { id: meetingId, holderId }: Meeting,
  { category, text, action }: DecisionInput,
  position: number,
): Promise<void> {
  const piece = newPiece(scope, holderId, category);
  const decided = requireText(text);
  const textSealed = scope.seal(decided, { table: 'meeting_decision', column: 'text_sealed', rowId: piece.id });
  const actionId =
    action == null ? null : await newAction(scope, { ...action, category, what: action.what ?? decided });
  scope.em.persist(scope.em.create(MeetingDecision, { ...piece, meetingId, position, textSealed, actionId }));
}
