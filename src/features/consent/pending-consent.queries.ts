import type { LoadedCase } from '../../access/loaded-case.js';
import type { Shown } from '../../access/shown.js';
import type { Needed } from '../../graphql/field-policy.js';
import { shownGrants, signers, SIGNERS_NEED } from './consent.queries.js';
import { PENDING_CONSENTS } from './pending-consent.repository.js';
import type { PendingConsentType } from './pending-consent.type.js';
import { formPlace } from './pending-form.js';
import type { StoredForm } from './pending-form.js';
import { openedOfCase } from './sealed-of-case.js';
import type { Opening } from './sealed-of-case.js';

/** What must be loaded of a case to tell which forms there are, and to show those that wait. */
export const FORM_IDS_NEED: readonly Needed[] = [PENDING_CONSENTS];
export const FORMS_NEED: readonly Needed[] = [PENDING_CONSENTS, ...SIGNERS_NEED];

export type ShownForm = Omit<PendingConsentType, 'signers'> & { readonly signers: readonly Shown[] };

/** Forms that wait now, oldest first; `null` where they are not the viewer's to know. */
export function pendingConsents(loaded: LoadedCase, opening: Opening): readonly ShownForm[] | null {
  if (!loaded.decision.rule('pendingConsents').open) return null;
  const { registers, decision } = loaded;
  const signerOf = signers(loaded);
  return loaded.rows(PENDING_CONSENTS).flatMap(({ content, ...row }): ShownForm[] => {
    const { id, subjectId, enteredById, enteredAt, lapsesAt } = row;
    if (!decision.rule('pendingConsents', subjectId).open || content === null || lapsesAt <= loaded.at) return [];
    const form = JSON.parse(openedOfCase(loaded, opening, content, formPlace(id))) as StoredForm;
    const { method, formVersion, language, documentHash } = form.detail;
    const { purpose, appliesFrom, until, dataPeriods } = form;
    const evidence = {
      ...{ method, formVersion, language, documentHash, confirmedBy: null },
      informedBy: registers.professional(form.informerId),
      recordedBy: registers.professional(enteredById),
    };
    return [
      {
        ...{ id, subjectId, purpose, appliesFrom, until, dataPeriods: dataPeriods && [...dataPeriods], evidence },
        ...{ enteredAt, lapsesAt },
        signers: form.signerIds.map(signerOf),
        scope: shownGrants(form.grants, registers),
      },
    ];
  });
}

/** Of every form that there has been, answered or not; none where they are not the viewer's to know. */
export function formIds(loaded: LoadedCase): readonly string[] {
  const { decision } = loaded;
  if (!decision.rule('pendingConsents').open) return [];
  const told = loaded
    .rows(PENDING_CONSENTS)
    .filter(({ subjectId }) => decision.rule('pendingConsents', subjectId).open);
  return told.map(({ id }) => id);
}
