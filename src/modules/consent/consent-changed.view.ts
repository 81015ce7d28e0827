import { openCells } from '../../core/open-cells.js';
import { sharing } from '../../core/sharing.js';
import type { Topic } from '../../events/topic.js';
import { caseView, presentCase } from '../case/case.view.js';
import { blocks, consents } from './consent.view.js';
import { formIds } from './pending-consent.view.js';

/** Changes of what is shared in a case, whoever made them, one frame each. */
export const CONSENT_CHANGES: Topic = {
  typename: 'ConsentChanged',
  subject: null,
  rule: 'consentDetails',
  kinds: new Set(['CONSENT_CHANGED']),
  shows: () => false,
  extent: (viewer, facts, decision) => {
    const shared = sharing(facts, decision.at).filter(({ open }) => open);
    return [
      openCells(viewer, facts, decision),
      ...shared.map(({ fromId, toId, category }) => [fromId, toId, category].join(' ')),
    ].join('\n');
  },
  frames: (_scope, _caseId, ids) => Promise.resolve([ids ?? []]),
  async tell(scope, caseId, ids, anew) {
    const view = await caseView(scope, caseId);
    if (view === null) return null;
    const [stated, blocked, forms] = await Promise.all([
      consents(scope, caseId),
      blocks(scope, caseId),
      formIds(scope, caseId),
    ]);
    const shown = new Set([...(stated ?? []), ...(blocked ?? [])].map(({ id }) => id).concat(forms));
    const changedIds = ids.filter((id) => shown.has(id));
    return anew || changedIds.length > 0 ? { case: presentCase(view), changedIds } : null;
  },
};
