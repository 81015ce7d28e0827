import { presenceOf } from '../../access/disclosure.js';
import { caseIdOf } from '../../access/present.js';
import type { ReadScope } from '../../access/read-scope.js';
import type { PieceRow } from '../../access/section.js';
import type { AgencyId } from '../../core/ids.js';
import { mayStay } from '../../core/rules/who-may-stay.js';
import { knownCase } from '../case/case.view.js';
import { holds, invitationsTo } from './invitation.view.js';
import type { AgendaItemType } from './meeting-content.type.js';
import type { MeetingType } from './meeting.type.js';

/** As an item is shown: with the row and the meeting that it is of. */
type Shown = AgendaItemType & { readonly talk: PieceRow; readonly meeting: MeetingType };

/**
 * Of the calls that hold: whose invitee may stay in the room for an item, or who must leave. `null` for whoever may not know of
 * the consents behind it.
 */
export async function room(scope: ReadScope, item: AgendaItemType, stay: boolean): Promise<string[] | null> {
  const { talk, meeting } = item as Shown;
  const { facts, decision } = await knownCase(scope, caseIdOf(item));
  if (!decision.rule('consentDetails').open) return null;
  const sourceId = (talk['sourceId'] as AgencyId | null) ?? talk.holderId;
  const called = (await invitationsTo(scope, meeting)).filter(holds);
  for (const disclosure of presenceOf(called)) scope.recorder.add(disclosure);
  return called
    .filter(({ calls }) => mayStay(facts, { ...talk, sourceId }, calls, scope.at) === stay)
    .map(({ id }) => id);
}
