import { rewrite } from '../../access/command-piece.js';
import type { CommandScope } from '../../access/command-scope.js';
import { localDate, monthsAfter } from '../../core/calendar.js';
import type { CaseFacts, LocalDate, StoredCaseStatus } from '../../core/case-facts.js';
import { afterConsent, caseStatus } from '../../core/case-status.js';
import { requireStatusChange } from '../../core/case-status-changes.js';
import { MissingFactError } from '../../core/errors.js';
import type { Instant } from '../../core/period.js';
import { packInForce } from '../../core/rules/pack-in-force.js';
import { requireTargetAge } from '../../core/rules/target-age.js';
import { CaseFile } from './case-file.entity.js';

/** @throws DomainError INVALID_STATE when that status does not follow on the present one. */
export async function transitionCase(scope: CommandScope, status: StoredCaseStatus): Promise<void> {
  const { em, caseId, facts } = scope;
  requireStatusChange(facts.status, status);
  rewrite(await em.findOneOrFail(CaseFile, { id: caseId }), { status });
  scope.changed({ kind: 'CASE_CHANGED', ids: [caseId] });
  scope.markFactsChanged();
}

/**
 * To be called by whoever records consent, when the statements are with the unit of work: the consent that carries the
 * case starts the work, on the day that it applies, for as long as the municipality's rules plan. A start that lies
 * ahead is moved by what is recorded meanwhile.
 *
 * @throws DomainError BAD_USER_INPUT when the young person is outside the target age on that day.
 */
export async function activateIfConsented(scope: CommandScope): Promise<void> {
  const before = caseStatus(scope.facts, scope.at);
  if (before !== 'ACCEPTED' && before !== 'CONSENT_PENDING') return;
  const facts = await scope.factsNow();
  const start = afterConsent(facts, scope.at);
  if (start === null || (start.through.length === 0 && facts.status !== 'ACTIVE')) return;
  let status = facts.status;
  for (const next of start.through) {
    requireStatusChange(status, next);
    status = next;
  }
  const file = await scope.em.findOneOrFail(CaseFile, { id: scope.caseId });
  rewrite(file, { status, ...firstDays(facts, start.startsAt) });
  scope.changed({ kind: 'CASE_CHANGED', ids: [scope.caseId] });
}

interface FirstDays {
  readonly startedOn: LocalDate | null;
  readonly plannedEndOn: LocalDate | null;
}

function firstDays(facts: CaseFacts, startsAt: Instant | null): FirstDays {
  if (startsAt === null) return { startedOn: null, plannedEndOn: null };
  const young = facts.persons.find(({ id }) => id === facts.youngPersonId);
  if (young?.birthDate == null) throw new MissingFactError(`birth date of person ${facts.youngPersonId}`);
  requireTargetAge(facts.packs, young.birthDate, startsAt);
  const startedOn = localDate(startsAt);
  const months = packInForce(facts.packs, startsAt)?.interventionMonths ?? null;
  return { startedOn, plannedEndOn: months === null ? null : monthsAfter(startedOn, months) };
}
