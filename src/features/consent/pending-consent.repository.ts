import type { CommandScope } from '../../access/command-scope.js';
import type { CaseQuery } from '../../access/prepared-query.js';
import { DomainError } from '../../core/errors.js';
import type { PersonId, RoleTermId } from '../../core/ids.js';
import type { Instant } from '../../core/period.js';
import { requireRoleTerm } from '../../core/rules/role-term-acts.js';
import { formLapsesAt } from '../../core/rules/second-person.js';
import { formPlace } from './pending-form.js';
import type { StoredForm } from './pending-form.js';
import { PendingConsent } from './pending-consent.entity.js';

export interface PendingRow {
  readonly id: string;
  readonly caseId: string;
  readonly subjectId: PersonId;
  readonly content: Buffer | null;
  readonly enteredById: RoleTermId;
  readonly enteredAt: Instant;
  readonly lapsesAt: Instant;
}

/** Answered and lapsed ones too: their content is gone, but who follows the case is told of the answer. */
export const PENDING_CONSENTS: CaseQuery<PendingRow> = {
  name: 'pending_consents',
  text: `select p.id, p.case_id as "caseId", p.subject_id as "subjectId", p.content_sealed as "content", p.entered_by_id as "enteredById",
      p.entered_at as "enteredAt", p.lapses_at as "lapsesAt"
    from sig.pending_consent p where p.case_id = any($1::uuid[]) order by p.entered_at, p.id`,
};

/** Keeps a form until it is answered or lapses. */
export function savePendingConsent(scope: CommandScope, form: StoredForm): string {
  const { em, caseId, at } = scope;
  const id = scope.newId();
  const waiting = { state: 'WAITING', answeredById: null, answeredAt: null } as const;
  const contentSealed = scope.seal(JSON.stringify(form), formPlace(id));
  const by = { enteredById: requireRoleTerm(scope.viewer), enteredAt: at, lapsesAt: formLapsesAt(at) };
  em.persist(em.create(PendingConsent, { id, caseId, subjectId: form.subjectId, contentSealed, ...by, ...waiting }));
  return id;
}

/**
 * @throws DomainError NOT_FOUND when the locked case has no such form or it is not the viewer's to know, INVALID_STATE
 * when it has its answer or has lapsed.
 */
export async function waitingForm(
  scope: CommandScope,
  id: string,
): Promise<{ readonly row: PendingConsent; readonly form: StoredForm }> {
  const row = await scope.em.findOne(PendingConsent, { id, caseId: scope.caseId });
  if (row === null || !scope.decision().rule('pendingConsents', row.subjectId).open)
    throw new DomainError('NOT_FOUND', 'nodeNotFound');
  if (row.contentSealed === null) {
    throw new DomainError('INVALID_STATE', row.state === 'LAPSED' ? 'formLapsed' : 'formAnswered');
  }
  return { row, form: JSON.parse(scope.unseal(row.contentSealed, formPlace(id))) as StoredForm };
}
