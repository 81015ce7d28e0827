/**
 * What each ground for disclosing without consent allows: from whom, to whom, about what and whom, by the law of the day
 * of the decision. A ground that could be read more widely is read narrowly: the decision stays with a person, and this
 * only refuses what no reading allows.
 *
 * Source: the table of the law, `core/disclosure-law`.
 */
import { turnsAt } from '../calendar.js';
import type { AgencyFact, LocalDate } from '../case-facts.js';
import { DISCLOSURE_LAW, groundInForce } from '../disclosure-law.js';
import type { GroundInLaw } from '../disclosure-law.js';
import type { DisclosureGround } from '../disclosure.js';
import { DomainError } from '../errors.js';
import type { AgencyId } from '../ids.js';
import type { InformationCategory } from '../information-category.js';
import type { Instant } from '../period.js';

/** What a ground is asked about. */
export interface GroundedDisclosure {
  readonly holderId: AgencyId;
  readonly recipientAgencyId: AgencyId;
  /** Of the deciding professional, as the role term has it. */
  readonly profession: string;
  readonly categories: readonly InformationCategory[];
  /** Of everybody whom the pieces are about. */
  readonly birthDates: readonly (LocalDate | null)[];
}

/** The paragraph and its act as they were law when something was decided. */
export function citationOf(
  ground: DisclosureGround,
  decidedAt: Instant,
  law: readonly GroundInLaw[] = DISCLOSURE_LAW,
): { readonly paragraph: string; readonly sfs: string } {
  const row = groundInForce(ground, decidedAt, law) ?? newest(ground, law);
  return { paragraph: row.paragraph, sfs: row.sfs };
}

/** @throws DomainError BAD_USER_INPUT naming the first limit of the ground that is overstepped. */
export function requireWithinGround(
  ground: DisclosureGround,
  asked: GroundedDisclosure,
  agencies: readonly AgencyFact[],
  at: Instant,
  law: readonly GroundInLaw[] = DISCLOSURE_LAW,
): void {
  const { paragraph } = citationOf(ground, at, law);
  const refuse = (reason: string): DomainError => new DomainError('BAD_USER_INPUT', reason, { paragraph });
  const inForce = groundInForce(ground, at, law);
  if (inForce === undefined) throw refuse('groundNotInForce');
  const { holders, recipients, only, never = [], belowAge, decidedByA, betweenAuthorities } = inForce;
  const agency = (id: AgencyId): AgencyFact | undefined => agencies.find((one) => one.id === id);
  const [holder, recipient] = [agency(asked.holderId), agency(asked.recipientAgencyId)];
  if (holder === undefined || !holders.includes(holder.kind)) throw refuse('groundNotForHolder');
  if (recipient === undefined || !recipients.includes(recipient.kind)) throw refuse('groundNotForRecipient');
  if (betweenAuthorities && authorityOf(holder) === authorityOf(recipient)) throw refuse('groundNotWithinAuthority');
  const outside = asked.categories.some((category) => never.includes(category) || only?.includes(category) === false);
  if (outside) throw refuse('groundNotForCategory');
  if (decidedByA !== undefined && asked.profession !== decidedByA) throw refuse('groundNotForProfession');
  const tooOld = asked.birthDates.some(
    (birthDate) => belowAge !== undefined && (birthDate === null || at >= turnsAt(birthDate, belowAge)),
  );
  if (tooOld) throw refuse('groundNotForAge');
}

function newest(ground: DisclosureGround, law: readonly GroundInLaw[]): GroundInLaw {
  const row = law.findLast((one) => one.ground === ground);
  if (row === undefined) throw new Error(`No law is known of the ground ${ground}`);
  return row;
}

/** Secrecy between branches of one authority is lifted by some grounds only as their own text says. */
function authorityOf({ id, parentId }: AgencyFact): AgencyId {
  return parentId ?? id;
}
