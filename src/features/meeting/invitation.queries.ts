import type { AccessLog } from '../../access/access-log.js';
import type { OpenPiece } from '../../access/open-piece.js';
import type { Shown } from '../../access/shown.js';
import type { MeetingKind } from '../../core/meeting-kind.js';
import { isCovered } from '../../core/rules/invitation-within-consent.js';
import { missingParties } from '../../core/rules/meeting-parties.js';
import { caseOf } from '../../access/loaded-case.js';
import { named } from '../person/person.queries.js';
import { INVITATION } from './meeting.piece.js';
import { ofMeeting } from './meeting-part.js';

/** A call of one person to one meeting. */
export type Call = OpenPiece<(typeof INVITATION)['fields']>;

/** Who is called to a meeting. */
export function invitationsTo(meeting: Shown): readonly Shown[] {
  return callsTo(meeting).map((call) => invitation(meeting, call));
}

/** The calls that hold, as far as the viewer may know: neither taken back by hand, nor by what consent covers. */
export function callsThatHold(meeting: Shown): readonly Call[] {
  return callsTo(meeting).filter((call) => !call.withdrawn && invitation(meeting, call).value('takenBack') !== true);
}

/** By the municipality's rules, and by the calls that hold as far as the viewer sees them: telling it shows these. */
export function partiesMissing(meeting: Shown, log: AccessLog): readonly string[] {
  const { facts, registers, at } = caseOf(meeting);
  const holding = callsThatHold(meeting);
  log.addAll(holding.map(({ entry }) => entry));
  const called = holding.map(({ inviteeKind: kind, inviteeId }) => {
    const somebody = kind === 'PROFESSIONAL' ? registers.professional(inviteeId) : null;
    return { kind, profession: somebody?.profession ?? null, agencyKind: somebody?.agency?.kind ?? null };
  });
  return missingParties(facts, meeting.value('kind') as MeetingKind, called, at);
}

function callsTo(meeting: Shown): readonly Call[] {
  return ofMeeting(caseOf(meeting), INVITATION, meeting.value('id') as string);
}

function invitation(meeting: Shown, call: Call): Shown {
  const loaded = caseOf(meeting);
  return loaded.once(`invitation ${call.id}`, () => {
    const values = {
      invitee: () => named(loaded, call.inviteeKind, call.inviteeId),
      // That a call no longer holds tells of consents: not for everybody.
      takenBack: () => isTakenBack(meeting, call),
    };
    return loaded.show('Invitation', { piece: call, values });
  });
}

/** What was held or cancelled is history: whoever was called then, was called. */
function isTakenBack(meeting: Shown, { inviteeKind: kind, inviteeId: id }: Call): boolean {
  const { facts, at } = caseOf(meeting);
  return (
    meeting.value('status') === 'PLANNED' && !isCovered(facts, meeting.value('kind') as MeetingKind, { kind, id }, at)
  );
}
