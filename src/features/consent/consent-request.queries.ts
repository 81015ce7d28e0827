import type { LoadedCase } from '../../access/loaded-case.js';
import type { Shown } from '../../access/shown.js';
import { isDisputed, standings } from '../../core/consent-request.js';
import { whoMayState } from '../../core/rules/who-may-state.js';
import { subjectOf } from '../../core/subject.js';
import type { Needed } from '../../graphql/field-policy.js';
import { shownGrants, signers, SIGNERS_NEED } from './consent.queries.js';
import { CONSENT_REQUESTS, requestPlace } from './consent-request.repository.js';
import type { AskedForm, RequestRow } from './consent-request.repository.js';
import type { ConsentRequestType } from './consent-request.type.js';
import { openedOfCase } from './sealed-of-case.js';
import type { Opening } from './sealed-of-case.js';

/** What must be loaded of a case to tell which requests there are, and to show them. */
export const REQUEST_IDS_NEED: readonly Needed[] = [CONSENT_REQUESTS];
export const REQUESTS_NEED: readonly Needed[] = [CONSENT_REQUESTS, ...SIGNERS_NEED];

export type ShownRequest = Omit<ConsentRequestType, 'answers'> & {
  readonly answers: readonly { readonly signer: Shown; readonly answer: string; readonly at: number | null }[];
};

/** What the family is asked, oldest first; `null` where the details of consents are not the viewer's to know. */
export function consentRequests(loaded: LoadedCase, opening: Opening): readonly ShownRequest[] | null {
  if (!loaded.decision.rule('consentDetails').open) return null;
  return loaded.once('consent requests', () => requestsTold(loaded).map((row) => shown(loaded, opening, row)));
}

export function consentRequestById(loaded: LoadedCase, opening: Opening, id: string): ShownRequest | null {
  return consentRequests(loaded, opening)?.find((one) => one.id === id) ?? null;
}

/** Of every request that the viewer is told of. */
export function requestIds(loaded: LoadedCase): readonly string[] {
  return loaded.decision.rule('consentDetails').open ? requestsTold(loaded).map(({ id }) => id) : [];
}

/** Those about whom the viewer speaks for. */
function requestsTold(loaded: LoadedCase): readonly RequestRow[] {
  return loaded
    .rows(CONSENT_REQUESTS)
    .filter(({ subjectId }) => loaded.decision.rule('consentDetails', subjectId).open);
}

function shown(loaded: LoadedCase, opening: Opening, row: RequestRow): ShownRequest {
  const { facts, registers, at } = loaded;
  const { id, subjectId, askedById, askedAt } = row;
  const form = JSON.parse(openedOfCase(loaded, opening, row.content, requestPlace(id))) as AskedForm;
  const { purpose, until, formVersion, information } = form;
  const subject = subjectOf(facts, subjectId);
  const answers = standings(subject === null ? [] : whoMayState(subject, at), row.answers);
  const signerOf = signers(loaded);
  return {
    ...{ id, subjectId, purpose, until, formVersion, information: [...information], askedAt },
    scope: shownGrants(form.grants, registers),
    askedBy: registers.professional(askedById),
    answers: answers.map(({ signerId, answer, at: answeredAt }) => ({
      signer: signerOf(signerId),
      answer,
      at: answeredAt,
    })),
    disputed: isDisputed(answers),
  };
}
