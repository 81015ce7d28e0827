/**
 * Four eyes: where the municipality's rules ask for it, a yes that somebody enters waits until a second person has
 * looked at the same form. A yes opens at once what one slip of the hand should not; a no closes, and never waits.
 *
 * Source: design, section 7 (a wrong opening cannot be taken back from whoever has read); design, section 3, "Who may
 * do what" (what closes waits for nobody); dataskyddsförordningen art. 7.1 (that consent was given must be shown).
 */
import type { PackVersion, Statement } from '../case-facts.js';
import { DomainError } from '../errors.js';
import type { PersonId, ProfessionalId } from '../ids.js';
import type { Instant } from '../period.js';
import type { Viewer } from '../viewer.js';
import { packInForce } from './pack-in-force.js';

/** Two weeks: as long as the time between two follow-up meetings; whoever signed longer ago is asked again. */
const WAITS_DAYS = 14;
const DAY = 86_400_000;

/** When a form that is entered now lapses. */
export const formLapsesAt = (enteredAt: Instant): Instant => enteredAt + WAITS_DAYS * DAY;

/** Where no rules are known, the stricter holds. */
export function needsSecondPerson(packs: readonly PackVersion[], at: Instant): boolean {
  return packInForce(packs, at)?.consentNeedsSecondPerson ?? true;
}

/** @throws DomainError FORBIDDEN for whoever entered the form, in this role or another. */
export function requireSecondPerson(viewer: Viewer, enteredBy: ProfessionalId): void {
  if (!('professionalId' in viewer) || viewer.professionalId === enteredBy) {
    throw new DomainError('FORBIDDEN', 'secondPersonNeeded');
  }
}

/**
 * What a signer said after the form was entered is newer than the form, and confirming would undo a no unheard.
 *
 * @throws DomainError INVALID_STATE when one of them has said no since, about anything of the subject.
 */
export function requireNoSince(
  ledger: readonly Statement[],
  { subjectId, signerIds }: { readonly subjectId: PersonId; readonly signerIds: readonly PersonId[] },
  enteredAt: Instant,
): void {
  const overtaken = ledger.some(
    (said) =>
      said.subjectId === subjectId &&
      said.decision !== 'GRANTED' &&
      said.recordedAt >= enteredAt &&
      signerIds.includes(said.signerId),
  );
  if (overtaken) throw new DomainError('INVALID_STATE', 'formOvertaken');
}
