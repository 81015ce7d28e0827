import type { CommandScope } from '../../access/command-scope.js';
import type { CaseQuery } from '../../access/prepared-query.js';
import type { Grant } from '../../core/case-facts.js';
import type { ConsentInformation, SignerResponse } from '../../core/consent-request.js';
import { DomainError } from '../../core/errors.js';
import type { PersonId, RoleTermId } from '../../core/ids.js';
import type { Instant } from '../../core/period.js';
import { requireRoleTerm } from '../../core/rules/role-term-acts.js';
import { ConsentRequest } from './consent-request.entity.js';

export interface RequestRow {
  readonly id: string;
  readonly caseId: string;
  readonly subjectId: PersonId;
  readonly content: Buffer;
  readonly askedById: RoleTermId;
  readonly askedAt: Instant;
  readonly answers: readonly SignerResponse[];
}

/** What is asked, kept sealed. */
export interface AskedForm {
  readonly purpose: string;
  readonly grants: readonly Grant[];
  readonly until: Instant;
  readonly formVersion: string;
  readonly information: readonly ConsentInformation[];
}

export const CONSENT_REQUESTS: CaseQuery<RequestRow> = {
  name: 'consent_requests',
  text: `select r.id, r.case_id as "caseId", r.subject_id as "subjectId", r.content_sealed as "content",
      r.asked_by_id as "askedById", r.asked_at as "askedAt", r.answers
    from sig.consent_request r where r.case_id = any($1::uuid[]) order by r.asked_at, r.id`,
};

/** What is sealed of a request: its column, and the row that it is bound to. */
export const requestPlace = (rowId: string): { table: string; column: string; rowId: string } => ({
  table: 'consent_request',
  column: 'content_sealed',
  rowId,
});

export function saveConsentRequest(scope: CommandScope, subjectId: PersonId, form: AskedForm): string {
  const { em, caseId, at, viewer } = scope;
  const id = scope.newId();
  const contentSealed = scope.seal(JSON.stringify(form), requestPlace(id));
  const asked = { askedById: requireRoleTerm(viewer), askedAt: at, answers: [] };
  em.persist(em.create(ConsentRequest, { id, caseId, subjectId, contentSealed, ...asked }));
  return id;
}

/** @throws DomainError NOT_FOUND when the locked case has no such request or it is not the viewer's to know. */
export async function requestToAnswer(
  scope: CommandScope,
  id: string,
): Promise<{ readonly row: ConsentRequest; readonly form: AskedForm }> {
  const row = await scope.em.findOne(ConsentRequest, { id, caseId: scope.caseId });
  if (row === null || !scope.decision().rule('consentDetails', row.subjectId).open)
    throw new DomainError('NOT_FOUND', 'nodeNotFound');
  return { row, form: JSON.parse(scope.unseal(row.contentSealed, requestPlace(id))) as AskedForm };
}
