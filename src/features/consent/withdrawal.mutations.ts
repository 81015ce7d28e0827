import type { CommandScope } from '../../access/command-scope.js';
import type { Grant } from '../../core/case-facts.js';
import { normalGrants, overlap } from '../../core/consent-form.js';
import { DomainError } from '../../core/errors.js';
import { requireId } from '../../core/ids.js';
import type { PersonId } from '../../core/ids.js';
import { requireOwnVoice } from '../../core/rules/who-may-enter.js';
import { whoMayState } from '../../core/rules/who-may-state.js';
import { caseMutation } from '../../graphql/case-mutation.js';
import { WithdrawConsentArgs } from './consent-input.type.js';
import { requireSubject } from './consent-subject.js';
import { ConsentType } from './consent.type.js';
import { consentsById, CONSENTS_NEED } from './consent.queries.js';
import { grantsOfInput } from './grants-of-input.js';
import { appendStatement, sequenceOf } from './statement-writer.repository.js';

/** A row of its own: what was granted stays in the ledger, and stops speaking. */
export const WithdrawConsent = caseMutation({
  name: 'withdrawConsent',
  description:
    "Takes a consent back, wholly or in part, at once: by the signer, or by the coordinator or an assigned professional on the signer's word. None where the details are not the viewer's to see.",
  input: WithdrawConsentArgs,
  spreadsInput: true,
  type: ConsentType,
  typename: 'Consent',
  closedBy: 'consentDetails',
  loads: CONSENTS_NEED,
  act: 'WITHDRAW_CONSENT',
  target({ consentId, caseId }) {
    const target = consentId ?? caseId;
    if (target === undefined) throw new DomainError('BAD_USER_INPUT', 'withdrawWhat');
    return target;
  },
  async work(scope, args) {
    const { viewer, caseId, at } = scope;
    const { consentId, reason = null } = args;
    const withdrawn = consentId === undefined ? inGeneral(scope, args) : await single(scope, consentId, args);
    requireOwnVoice(viewer, withdrawn.signerId);
    const onTheirWord = 'roleTermId' in viewer;
    const withdrawalId = appendStatement(scope, 0, {
      statement: { ...withdrawn, decision: 'WITHDRAWN', appliesFrom: at, until: null, dataPeriods: null },
      detail: {
        method: onTheirWord ? 'ORAL_WITNESSED' : 'ELECTRONIC',
        formVersion: '',
        language: 'sv',
        documentHash: null,
        informedById: null,
      },
      texts: { purpose: '', witness: onTheirWord ? viewer.name : null, reason },
    });
    scope.changed({ kind: 'CONSENT_CHANGED', ids: [withdrawalId] });
    scope.markFactsChanged();
    return { caseId, consentIds: [withdrawalId] };
  },
  answer: (loaded, { consentIds }, scope) => consentsById(loaded, scope, consentIds)?.[0] ?? null,
});

interface Withdrawn {
  readonly subjectId: PersonId;
  readonly signerId: PersonId;
  /** `null` takes back everything. */
  readonly grants: readonly Grant[] | null;
}

async function single(scope: CommandScope, consentId: string, args: WithdrawConsentArgs): Promise<Withdrawn> {
  const sequence = await sequenceOf(scope, requireId(consentId));
  const consent = scope.facts.ledger.find((statement) => statement.sequence === sequence);
  if (consent === undefined) throw new DomainError('NOT_FOUND', 'nodeNotFound');
  const { subjectId, signerId, decision, grants } = consent;
  if (decision !== 'GRANTED' || grants === null) throw new DomainError('INVALID_STATE', 'nothingToWithdraw');
  const part = partOf(scope, args);
  if (part !== null && !overlap(part, grants)) throw new DomainError('BAD_USER_INPUT', 'scopeOutsideConsent');
  return { subjectId, signerId, grants: part ?? grants };
}

/** A no needs no yes before it: the signer's next statement must be a new one either way. */
function inGeneral(scope: CommandScope, args: WithdrawConsentArgs): Withdrawn {
  const subject = requireSubject(scope, args.subjectId ?? null);
  const own = 'personId' in scope.viewer ? scope.viewer.personId : null;
  const signerId = args.signerId === undefined ? own : requireId<'Person'>(args.signerId);
  if (signerId === null) throw new DomainError('BAD_USER_INPUT', 'withdrawWhose');
  const stated = scope.facts.ledger.some((row) => row.signerId === signerId && row.subjectId === subject.id);
  if (!stated && !whoMayState(subject, scope.at).includes(signerId)) {
    throw new DomainError('BAD_USER_INPUT', 'notASigner');
  }
  return { subjectId: subject.id, signerId, grants: partOf(scope, args) };
}

function partOf({ facts }: CommandScope, { scope }: WithdrawConsentArgs): readonly Grant[] | null {
  if (scope === undefined) return null;
  const part = normalGrants(grantsOfInput(scope), facts.agencies);
  if (part.length === 0) throw new DomainError('BAD_USER_INPUT', 'formNamesNothing');
  return part;
}
