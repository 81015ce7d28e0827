import { newPiece } from '../../access/command-piece.js';
import type { CommandScope } from '../../access/command-scope.js';
import type { ValuesOf } from '../../access/piece-kind.js';
import { DomainError } from '../../core/errors.js';
import { requireText } from '../../core/free-text.js';
import { requireBegun } from '../../core/meeting.js';
import { caseMutation } from '../../graphql/case-mutation.js';
import { newAction } from '../plan/new-action.js';
import { MEETING_AS_IT_STANDS } from './lost-race.js';
import { INVITATION, MEETING, MEETING_DECISION, MINUTES } from './meeting.piece.js';
import { MeetingType } from './meeting.type.js';
import { meetingById } from './meeting.queries.js';
import { plannedMeeting } from './planned-meeting.js';
import type { StoredMeeting } from './planned-meeting.js';
import { RecordMeetingInput } from './record-meeting-input.type.js';
import type { AttendanceInput, DecisionInput } from './record-meeting-input.type.js';

const MOST = 50;
type Attendance = ValuesOf<(typeof INVITATION)['fields']>['attendance'];

/** Who came, what was said and what was decided, with the actions that it becomes: in one step, or not at all. */
export const RecordMeeting = caseMutation({
  name: 'recordMeeting',
  description:
    'Records a meeting that was held: who came, the minutes, the decisions and the actions they become, in one step; for the coordinator.',
  input: RecordMeetingInput,
  type: MeetingType,
  typename: 'Meeting',
  act: 'RECORD_MEETING',
  target: ({ meetingId }) => meetingId,
  async work(scope, input) {
    const { pieces, caseId, at } = scope;
    const { attendance, minutes, decisions } = input;
    const meeting = await plannedMeeting(scope, input.meetingId, input.expectedVersion);
    requireBegun(meeting.startsAt, at);
    if (decisions.length > MOST) throw new DomainError('BAD_USER_INPUT', 'tooManyItems', { max: MOST });
    await recordAttendance(scope, meeting, attendance);
    if (minutes != null) await addMinutes(scope, meeting, minutes);
    for (const [index, decision] of decisions.entries()) await addDecision(scope, meeting, decision, index + 1);
    await pieces.change(MEETING, meeting, { status: 'HELD' });
    scope.changed({ kind: 'MEETING_CHANGED', ids: [meeting.id] });
    return { caseId, meetingId: meeting.id };
  },
  answer: (loaded, { meetingId }) => meetingById(loaded, meetingId),
  conflict: MEETING_AS_IT_STANDS,
});

async function recordAttendance(
  { pieces }: CommandScope,
  { id: parentId }: StoredMeeting,
  came: readonly AttendanceInput[],
): Promise<void> {
  const standing = (await pieces.all(INVITATION, { parentId })).filter(({ withdrawn }) => !withdrawn);
  const invitations = new Map(standing.map((one) => [one.id, one]));
  // Whoever is named twice came or not as was said last.
  const said = new Map(came.map(({ invitationId, attendance }) => [invitationId.toLowerCase(), attendance]));
  for (const [id, attendance] of said) {
    const invitation = invitations.get(id);
    if (invitation === undefined) throw new DomainError('BAD_USER_INPUT', 'invitationUnknown');
    await pieces.change(INVITATION, invitation, { attendance: attendance as Attendance });
  }
}

async function addMinutes(
  scope: CommandScope,
  { id: parentId, holderId, hiddenFromIds }: StoredMeeting,
  text: string,
): Promise<void> {
  const { pieces, viewer } = scope;
  if (!('roleTermId' in viewer)) throw new DomainError('FORBIDDEN', 'capacityMayNot');
  const piece = { ...newPiece(scope, holderId, 'MEETING'), hiddenFromIds, parentId };
  await pieces.add(MINUTES, piece, { text: requireText(text), authorId: viewer.roleTermId });
}

async function addDecision(
  scope: CommandScope,
  { id: parentId, holderId }: StoredMeeting,
  { category, text, action }: DecisionInput,
  position: number,
): Promise<void> {
  const piece = { ...newPiece(scope, holderId, category), parentId };
  const decided = requireText(text);
  const actionId =
    action == null ? null : await newAction(scope, { ...action, category, what: action.what ?? decided });
  await scope.pieces.add(MEETING_DECISION, piece, { position, text: decided, actionId });
}
