import { newPiece } from '../../access/command-piece.js';
import type { RunCommand } from '../../access/case-target.js';
import type { CommandScope } from '../../access/command-scope.js';
import type { AgencyKind } from '../../core/case-facts.js';
import { DomainError } from '../../core/errors.js';
import { requireId } from '../../core/ids.js';
import type { AgencyId } from '../../core/ids.js';
import { isCovered, isWithinConsent } from '../../core/rules/invitation-within-consent.js';
import type { Invitee } from '../../core/rules/invitation-within-consent.js';
import { isRequired } from '../../core/rules/meeting-parties.js';
import type { Called } from '../../core/rules/meeting-parties.js';
import { isImportantPerson } from '../person/seen-person.js';
import type { InviteeInput, InviteInput } from './invitation-input.type.js';
import type { MeetingResult } from './meeting.commands.js';
import { INVITATION } from './meeting.piece.js';
import { ROLE_TO_CALL } from './meeting.repository.js';
import { plannedMeeting } from './planned-meeting.commands.js';

const MOST = 50;
type Named = Called & Invitee;

/** @throws DomainError CONSENT_REQUIRED when consent does not cover one of them: then nobody is called. */
export function invite(run: RunCommand, input: InviteInput): Promise<MeetingResult> {
  const { requestId, meetingId: target } = input;
  return run({ operation: 'invite', act: 'SCHEDULE_MEETING', requestId, target, input }, async (scope) => {
    const { pieces, caseId, facts, at } = scope;
    const meeting = await plannedMeeting(scope, target);
    if (input.invitees.length > MOST) throw new DomainError('BAD_USER_INPUT', 'tooManyItems', { max: MOST });
    const { id: parentId, meetingKind } = meeting;
    const standing = (await pieces.all(INVITATION, { parentId })).filter(({ withdrawn }) => !withdrawn);
    const already = new Set(standing.map(({ inviteeId }) => inviteeId));
    const seen = new Set<string>();
    for (const asked of input.invitees) {
      const invitee = await named(scope, asked);
      if (seen.has(invitee.id)) throw new DomainError('BAD_USER_INPUT', 'inviteeOnce');
      seen.add(invitee.id);
      if (!isCovered(facts, meetingKind, invitee, at))
        throw new DomainError('CONSENT_REQUIRED', 'inviteeOutsideConsent');
      if (already.has(invitee.id)) throw new DomainError('INVALID_STATE', 'alreadyInvited');
      const required = asked.required ?? isRequired(facts, meetingKind, invitee, at);
      const call = { inviteeKind: invitee.kind, inviteeId: invitee.id, required };
      const piece = { ...newPiece(scope, meeting.holderId, 'MEETING'), hiddenFromIds: meeting.hiddenFromIds, parentId };
      await pieces.add(INVITATION, piece, { ...call, attendance: 'UNKNOWN', answer: 'NONE', withdrawn: false });
    }
    if (seen.size === 0) throw new DomainError('BAD_USER_INPUT', 'inviteeOnce');
    scope.changed({ kind: 'MEETING_CHANGED', ids: [meeting.id] });
    return { caseId, meetingId: meeting.id };
  });
}

interface Role {
  readonly id: string;
  readonly profession: string;
  readonly agencyId: AgencyId;
  readonly agencyKind: AgencyKind;
}

async function named(scope: CommandScope, { professionalId, personId }: InviteeInput): Promise<Named> {
  const { facts, at } = scope;
  if ((professionalId == null) === (personId == null)) throw new DomainError('BAD_USER_INPUT', 'inviteeOnce');
  if (professionalId != null) {
    const [role] = await scope.query<Role>(ROLE_TO_CALL, [requireId(professionalId)]);
    if (role === undefined) throw new DomainError('BAD_USER_INPUT', 'inviteeUnknown');
    const assigned = facts.assignments.some(({ roleTermId }) => roleTermId === role.id);
    if (!assigned && isWithinConsent(facts, role.agencyId, at)) {
      throw new DomainError('BAD_USER_INPUT', 'inviteeNotAssigned');
    }
    return { ...role, kind: 'PROFESSIONAL' };
  }
  const id = requireId<'Person'>(personId ?? '');
  const none = { profession: null, agencyKind: null };
  const person = facts.persons.find((candidate) => candidate.id === id);
  if (person?.kind === 'YOUNG_PERSON' || person?.kind === 'GUARDIAN') return { id, kind: person.kind, ...none };
  if (await isImportantPerson(scope, id)) return { id, kind: 'IMPORTANT_PERSON', ...none };
  throw new DomainError('BAD_USER_INPUT', 'inviteeUnknown');
}
