/**
 * The law on disclosing without consent as dated rows: what each ground says from one date until another. A decision is
 * judged by the law of its own day, whatever the law says later; a change of law is a row that ends and one that begins.
 *
 * Source: OSL (2009:400) 10:2 and 10:27 (not for 25:1–8 and 26:1–6), 10:15 a (SFS 2025:934, not for 25:1), 10:18 a (SFS
 * 2025:179); lag 2025:170 4, 6 and 7 §§, with 8 § (not for 25 ch. and 26:1–6); SoL (2025:400) 19:1 and 20:6.
 */
import { datesBetween } from './calendar.js';
import type { AgencyKind, LocalDate } from './case-facts.js';
import type { DisclosureGround } from './disclosure.js';
import type { InformationCategory } from './information-category.js';
import { contains } from './period.js';
import type { Instant } from './period.js';

/** One ground as the law has it for a time. */
export interface GroundInLaw {
  readonly ground: DisclosureGround;
  readonly paragraph: string;
  /** The act that gave the paragraph these words, in Svensk författningssamling. */
  readonly sfs: string;
  /** The first day on which it applies, and the first on which it no longer does. */
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly holders: readonly AgencyKind[];
  readonly recipients: readonly AgencyKind[];
  /** Only these categories; every one where left out. */
  readonly only?: readonly InformationCategory[];
  readonly never?: readonly InformationCategory[];
  /** Everybody whom it is about is younger. */
  readonly belowAge?: number;
  /** The profession that decides; any where left out. */
  readonly decidedByA?: string;
  /** Between authorities, not between branches of one. */
  readonly betweenAuthorities?: true;
}

const ALL: readonly AgencyKind[] = ['SOCIAL_SERVICES', 'SCHOOL', 'LEISURE', 'POLICE'];
const BUT_SOCIAL_SERVICES = ALL.filter((kind) => kind !== 'SOCIAL_SERVICES');
/** OSL 25 ch.: health care, also the medical part of student health. */
const CARE: readonly InformationCategory[] = ['HEALTH', 'STUDENT_HEALTH'];
const MAJORITY = 18;

/** Every row that has been law since the groups began, each ground's in the order of their dates. */
export const DISCLOSURE_LAW: readonly GroundInLaw[] = [
  {
    ...{ ground: 'OSL_10_2', paragraph: 'OSL 10 kap. 2 §', sfs: '2009:400', from: '2009-06-30', until: null },
    ...{ holders: ALL, recipients: ALL },
  },
  {
    ...{ ground: 'OSL_10_15_A', paragraph: 'OSL 10 kap. 15 a §', sfs: '2025:934', from: '2025-12-01', until: null },
    ...{ holders: ALL, recipients: ALL, never: CARE, betweenAuthorities: true },
  },
  {
    ...{ ground: 'OSL_10_18_A', paragraph: 'OSL 10 kap. 18 a §', sfs: '2025:179', from: '2025-04-01', until: null },
    ...{ holders: ['SOCIAL_SERVICES'], recipients: ['POLICE'], belowAge: 21 },
  },
  {
    ...{ ground: 'OSL_10_27', paragraph: 'OSL 10 kap. 27 §', sfs: '2009:400', from: '2009-06-30', until: null },
    ...{ holders: BUT_SOCIAL_SERVICES, recipients: ALL, never: CARE, betweenAuthorities: true },
  },
  {
    ...{ ground: 'LAG_2025_170_4', paragraph: 'Lag (2025:170) 4 §', sfs: '2025:170', from: '2025-04-01', until: null },
    ...{ holders: ALL, recipients: ['POLICE'], only: ['CONTACT'] },
  },
  {
    ...{ ground: 'LAG_2025_170_6', paragraph: 'Lag (2025:170) 6 §', sfs: '2025:170', from: '2025-04-01', until: null },
    ...{ holders: ['SCHOOL', 'LEISURE'], recipients: ['POLICE'], never: CARE },
  },
  {
    ...{ ground: 'LAG_2025_170_7', paragraph: 'Lag (2025:170) 7 §', sfs: '2025:170', from: '2025-04-01', until: null },
    ...{ holders: ['SCHOOL'], recipients: ['POLICE'], never: CARE, decidedByA: 'PRINCIPAL' },
  },
  {
    ...{ ground: 'SOL_19_1', paragraph: 'SoL 19 kap. 1 §', sfs: '2025:400', from: '2025-07-01', until: null },
    ...{ holders: BUT_SOCIAL_SERVICES, recipients: ['SOCIAL_SERVICES'], belowAge: MAJORITY },
  },
  {
    ...{ ground: 'SOL_20_6', paragraph: 'SoL 20 kap. 6 §', sfs: '2025:400', from: '2025-07-01', until: null },
    ...{ holders: BUT_SOCIAL_SERVICES, recipients: ['SOCIAL_SERVICES'], belowAge: MAJORITY },
  },
];

/** The ground as it is law at an instant, by Swedish days; undefined while it is not. */
export function groundInForce(
  ground: DisclosureGround,
  at: Instant,
  law: readonly GroundInLaw[] = DISCLOSURE_LAW,
): GroundInLaw | undefined {
  return law.find((row) => row.ground === ground && contains(datesBetween(row.from, row.until), at));
}
