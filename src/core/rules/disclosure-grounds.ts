/**
 * What each ground for disclosing without consent allows: from whom, to whom, about what and whom. A ground that could
 * be read more widely is read narrowly: the decision stays with a person, and this only refuses what no reading allows.
 *
 * Source: OSL 10:2, 10:15 a (SFS 2025:934, in force on 1 December 2025, not for 25:1), 10:18 a (SFS 2025:179), 10:27
 * (not for 25:1–8 and 26:1–6); lag 2025:170 4, 6 and 7 §§, with 8 § (not for 25 ch. and 26:1–6); SoL (2025:400) 19:1
 * and 20:6.
 */
import { midnightOf, turnsAt } from '../calendar.js';
import type { AgencyFact, AgencyKind, LocalDate } from '../case-facts.js';
import type { DisclosureGround } from '../disclosure.js';
import { DomainError } from '../errors.js';
import type { AgencyId } from '../ids.js';
import type { InformationCategory } from '../information-category.js';
import type { Instant } from '../period.js';

interface Ground {
  readonly paragraph: string;
  readonly from: readonly AgencyKind[];
  readonly to: readonly AgencyKind[];
  /** Only these categories; every one where left out. */
  readonly only?: readonly InformationCategory[];
  readonly never?: readonly InformationCategory[];
  /** Everybody whom it is about is younger. */
  readonly belowAge?: number;
  readonly decidedByA?: string;
  readonly inForceFrom?: LocalDate;
}

const ALL: readonly AgencyKind[] = ['SOCIAL_SERVICES', 'SCHOOL', 'LEISURE', 'POLICE'];
const BUT_SOCIAL_SERVICES = ALL.filter((kind) => kind !== 'SOCIAL_SERVICES');
/** OSL 25 ch.: health care, also the medical part of student health. */
const CARE: readonly InformationCategory[] = ['HEALTH', 'STUDENT_HEALTH'];
const MAJORITY = 18;

const GROUNDS: Readonly<Record<DisclosureGround, Ground>> = {
  OSL_10_2: { paragraph: 'OSL 10 kap. 2 §', from: ALL, to: ALL },
  OSL_10_15_A: { paragraph: 'OSL 10 kap. 15 a §', from: ALL, to: ALL, never: CARE, inForceFrom: '2025-12-01' },
  OSL_10_18_A: { paragraph: 'OSL 10 kap. 18 a §', from: ['SOCIAL_SERVICES'], to: ['POLICE'], belowAge: 21 },
  OSL_10_27: { paragraph: 'OSL 10 kap. 27 §', from: BUT_SOCIAL_SERVICES, to: ALL, never: CARE },
  LAG_2025_170_4: { paragraph: 'Lag (2025:170) 4 §', from: ALL, to: ['POLICE'], only: ['CONTACT'] },
  LAG_2025_170_6: { paragraph: 'Lag (2025:170) 6 §', from: ['SCHOOL', 'LEISURE'], to: ['POLICE'], never: CARE },
  LAG_2025_170_7: {
    ...{ paragraph: 'Lag (2025:170) 7 §', from: ['SCHOOL'], to: ['POLICE'], never: CARE },
    decidedByA: 'PRINCIPAL',
  },
  SOL_19_1: {
    ...{ paragraph: 'SoL 19 kap. 1 §', from: BUT_SOCIAL_SERVICES, to: ['SOCIAL_SERVICES'] },
    belowAge: MAJORITY,
  },
  SOL_20_6: {
    ...{ paragraph: 'SoL 20 kap. 6 §', from: BUT_SOCIAL_SERVICES, to: ['SOCIAL_SERVICES'] },
    belowAge: MAJORITY,
  },
};

/** Secrecy between branches of one authority is lifted by OSL 10:2, 10:27 and the others only as its own text says. */
const BETWEEN_AUTHORITIES: readonly DisclosureGround[] = ['OSL_10_15_A', 'OSL_10_27'];

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

export function paragraphOf(ground: DisclosureGround): string {
  return GROUNDS[ground].paragraph;
}

/** @throws DomainError BAD_USER_INPUT naming the first limit of the ground that is overstepped. */
export function requireWithinGround(
  ground: DisclosureGround,
  asked: GroundedDisclosure,
  agencies: readonly AgencyFact[],
  at: Instant,
): void {
  const { from, to, only, never = [], belowAge, decidedByA, inForceFrom, paragraph } = GROUNDS[ground];
  const refuse = (reason: string): DomainError => new DomainError('BAD_USER_INPUT', reason, { paragraph });
  const agency = (id: AgencyId): AgencyFact | undefined => agencies.find((one) => one.id === id);
  const [holder, recipient] = [agency(asked.holderId), agency(asked.recipientAgencyId)];
  if (holder === undefined || !from.includes(holder.kind)) throw refuse('groundNotForHolder');
  if (recipient === undefined || !to.includes(recipient.kind)) throw refuse('groundNotForRecipient');
  if (BETWEEN_AUTHORITIES.includes(ground) && authorityOf(holder) === authorityOf(recipient)) {
    throw refuse('groundNotWithinAuthority');
  }
  const outside = asked.categories.some((category) => never.includes(category) || only?.includes(category) === false);
  if (outside) throw refuse('groundNotForCategory');
  if (decidedByA !== undefined && asked.profession !== decidedByA) throw refuse('groundNotForProfession');
  if (inForceFrom !== undefined && at < midnightOf(inForceFrom)) throw refuse('groundNotInForce');
  const tooOld = asked.birthDates.some(
    (birthDate) => belowAge !== undefined && (birthDate === null || at >= turnsAt(birthDate, belowAge)),
  );
  if (tooOld) throw refuse('groundNotForAge');
}

function authorityOf({ id, parentId }: AgencyFact): AgencyId {
  return parentId ?? id;
}
