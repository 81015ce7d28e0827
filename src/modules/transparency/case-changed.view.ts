import type { ReadScope } from '../../access/read-scope.js';
import { openCells } from '../../core/open-cells.js';
import type { Topic } from '../../events/topic.js';
import { requestsOf } from '../case/assignment-request.view.js';
import { caseView, participants, presentCase } from '../case/case.view.js';
import type { CaseView } from '../case/case.view.js';
import { openSituations } from '../case/situation.view.js';
import { visibleNodes } from './node.view.js';

/** Changes of a case and of everything in it that the viewer may see, one frame each. */
export const CASE_CHANGES: Topic = {
  typename: 'CaseChanged',
  subject: null,
  kinds: new Set([
    'CASE_CHANGED',
    'CONSENT_CHANGED',
    'ASSIGNMENT_CHANGED',
    'PIECE_CHANGED',
    'PLAN_CHANGED',
    'ACTION_CHANGED',
    'MEETING_CHANGED',
  ]),
  shows: () => true,
  extent: openCells,
  frames: (_scope, _caseId, ids) => Promise.resolve([ids ?? []]),
  async tell(scope, caseId, ids, anew) {
    const view = await caseView(scope, caseId);
    if (view === null || !(anew || (await seesAny(scope, view, ids)))) return null;
    return { case: presentCase(view) };
  },
};

/** A change of what is withheld is no change to the viewer: a frame would tell that it is there (P11). */
async function seesAny(scope: ReadScope, view: CaseView, ids: readonly string[]): Promise<boolean> {
  const changed = new Set(ids);
  if (changed.has(view.id)) return true;
  const others = await Promise.all([
    participants(scope, view.id),
    openSituations(scope, view.id),
    requestsOf(scope, view.id),
  ]);
  if (others.flatMap((known) => known ?? []).some(({ id }) => changed.has(id))) return true;
  return (await visibleNodes(scope, view, ids)).length > 0;
}
