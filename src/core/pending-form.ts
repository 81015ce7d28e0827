import type { CaseFacts, Grant } from './case-facts.js';
import { normalGrants } from './consent-form.js';
import { DomainError } from './errors.js';
import type { PersonId } from './ids.js';
import type { Instant, Period } from './period.js';
import { requireNoSince } from './rules/second-person.js';
import { whoMayState } from './rules/who-may-state.js';
import { subjectOf } from './subject.js';

/** The yes of a form that waits for a second person: who said it, and to what. */
export interface PendingForm {
  readonly subjectId: PersonId;
  /** Those who said yes; a no is in the ledger already. */
  readonly signerIds: readonly PersonId[];
  readonly grants: readonly Grant[];
  /** As it was asked for; `null` is at once. */
  readonly appliesFrom: Instant | null;
  readonly until: Instant | null;
  readonly dataPeriods: readonly Period[] | null;
}

/** When a form was entered, and when it lapses. */
export interface Waiting {
  readonly enteredAt: Instant;
  readonly lapsesAt: Instant;
}

/** @throws DomainError INVALID_STATE once the time for an answer is over. */
export function requireNotLapsed({ lapsesAt }: Pick<Waiting, 'lapsesAt'>, at: Instant): void {
  if (at >= lapsesAt) throw new DomainError('INVALID_STATE', 'formLapsed');
}

/**
 * The form as it goes into the ledger when it is confirmed: judged anew under the facts of now, and applying from the
 * confirmation at the earliest.
 *
 * @throws DomainError INVALID_STATE when it has lapsed, its time is over, one of its signers has said no since or signs
 * no more; BAD_USER_INPUT for an agency that is there no more.
 */
export function formAtConfirmation<Form extends PendingForm>(
  facts: CaseFacts,
  form: Form,
  waiting: Waiting,
  at: Instant,
): Form & { readonly appliesFrom: Instant } {
  requireNotLapsed(waiting, at);
  requireNoSince(facts.ledger, form, waiting.enteredAt);
  const subject = subjectOf(facts, form.subjectId);
  const voices = subject === null ? [] : whoMayState(subject, at);
  if (!form.signerIds.every((id) => voices.includes(id))) throw new DomainError('INVALID_STATE', 'signersChanged');
  const appliesFrom = Math.max(at, form.appliesFrom ?? at);
  if (form.until !== null && form.until <= appliesFrom) throw new DomainError('INVALID_STATE', 'formOver');
  return { ...form, grants: normalGrants(form.grants, facts.agencies), appliesFrom };
}
