import { accessFingerprint } from '../../core/access-fingerprint.js';
import { sharing } from '../../core/sharing.js';
import type { Topic } from '../../changes/topic.js';
import { needing } from '../../graphql/operation-plan.js';
import { presentCase } from '../case/case.queries.js';
import { statedIds, STATED_IDS_NEED } from './consent.queries.js';
import { REQUEST_IDS_NEED, requestIds } from './consent-request.queries.js';
import { FORM_IDS_NEED, formIds } from './pending-consent.queries.js';

/** What a frame rests on, whatever is asked of it; loaded with what is asked, in one flight. */
export const CONSENT_CHANGES_NEED = [...STATED_IDS_NEED, ...FORM_IDS_NEED, ...REQUEST_IDS_NEED];

/** Changes of what is shared in a case, whoever made them, one frame each. */
export const CONSENT_CHANGES: Topic = {
  typename: 'ConsentChanged',
  subject: null,
  rule: 'consentDetails',
  kinds: new Set(['CONSENT_CHANGED']),
  needs: needing(...CONSENT_CHANGES_NEED),
  includesKind: () => false,
  fingerprint: (viewer, facts, decision) => {
    const shared = sharing(facts, decision.at).filter(({ open }) => open);
    return [
      accessFingerprint(viewer, facts, decision),
      ...shared.map(({ fromId, toId, category }) => [fromId, toId, category].join(' ')),
    ].join('\n');
  },
  partition: (_loaded, ids) => [ids ?? []],
  buildPayload(loaded, ids, anew) {
    const shown = new Set([...statedIds(loaded), ...formIds(loaded), ...requestIds(loaded)]);
    const changedIds = ids.filter((id) => shown.has(id));
    return anew || changedIds.length > 0 ? { values: { case: presentCase(loaded), changedIds } } : null;
  },
};
