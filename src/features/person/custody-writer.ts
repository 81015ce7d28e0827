import type { CommandScope } from '../../access/command-scope.js';
import type { CustodyFact, LocalDate } from '../../core/case-facts.js';
import { Custody } from './custody.entity.js';

export function addCustody(scope: CommandScope, { from, until, ...custody }: CustodyFact): void {
  const { em, caseId, at } = scope;
  const row = { id: scope.newId(), caseId, ...custody, validFrom: from, validUntil: until, recordedAt: at };
  em.persist(em.create(Custody, row));
}

/** Changes the one custody that starts on the day; a guardian has no two of one subject at a time. */
export async function changeCustody(
  { em, caseId }: CommandScope,
  { subjectId, guardianId, from }: CustodyFact,
  change: { validUntil: LocalDate } | { preventedFrom: LocalDate; preventedUntil: LocalDate | null },
): Promise<void> {
  const custody = await em.findOneOrFail(Custody, { caseId, subjectId, guardianId, validFrom: from });
  Object.assign(custody, change);
}
