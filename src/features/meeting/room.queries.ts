import type { AccessLog } from '../../access/access-log.js';
import type { Shown } from '../../access/shown.js';
import { mayStay } from '../../core/rules/who-may-stay.js';
import { caseOf } from '../../access/loaded-case.js';
import { callsThatHold } from './invitation.queries.js';
import { AGENDA_ITEM } from './meeting.piece.js';
import { meetingById } from './meeting.queries.js';

/**
 * Of the calls that hold: whose invitee may stay in the room for an item, or who must leave; telling it shows these
 * calls. `null` for whoever may not know of the consents behind it.
 */
export function room(item: Shown, stay: boolean, log: AccessLog): readonly string[] | null {
  const loaded = caseOf(item);
  const { facts, decision, at } = loaded;
  const talk = loaded.open(AGENDA_ITEM).find(({ id }) => id === item.value('id'));
  const meeting = meetingById(loaded, talk?.parentId ?? '');
  if (!decision.rule('consentDetails').open || talk === undefined || meeting === null) return null;
  const { category, subjectIds, heldBack, hiddenFromIds } = talk;
  const about = { category, subjectIds, heldBack, hiddenFromIds, sourceId: talk.sourceId ?? talk.holderId };
  const called = callsThatHold(meeting);
  log.addAll(called.map(({ entry }) => entry));
  return called
    .filter(({ inviteeKind: kind, inviteeId: id }) => mayStay(facts, about, { kind, id }, at) === stay)
    .map(({ id }) => id);
}
