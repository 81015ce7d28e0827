import { localDate } from './calendar.js';
import type { LocalDate } from './case-facts.js';
import { DomainError } from './errors.js';
import type { Instant } from './period.js';

/** Why somebody is proposed (R3): early detection of risk, or offending and abuse that go on already. */
export const PROPOSAL_REASONS = [
  'RISK_OF_EXCLUSION',
  'RISK_OF_CRIME',
  'RISK_OF_ABUSE',
  'ONGOING_CRIME',
  'ONGOING_ABUSE',
] as const;
export type ProposalReason = (typeof PROPOSAL_REASONS)[number];

/** Where the proposer sees the risk; a closed list, so that it names nobody. */
export const RISK_AREAS = [
  'SCHOOL_ABSENCE',
  'SCHOOL_RESULTS',
  'FRIENDS',
  'DRUGS',
  'CRIME',
  'VIOLENCE',
  'LATE_NIGHTS',
  'LEISURE',
  'FAMILY',
] as const;
export type RiskArea = (typeof RISK_AREAS)[number];

/** What lets the coordinator know whom a proposal is about. */
export const PROPOSAL_BASES = ['FAMILY_AGREED', 'CONCERN_REPORTED', 'SAME_AGENCY'] as const;
export type ProposalBasis = (typeof PROPOSAL_BASES)[number];

/**
 * What the proposer states about a report of concern (orosanmälan); which of them social services would say is secret.
 */
export const CONCERN_STANDS = ['REPORTED', 'KNOWN_TO_BE_INVOLVED'] as const;
export type ConcernStand = (typeof CONCERN_STANDS)[number];

/** All that a proposer is ever told of what became of a proposal. */
export const PROPOSAL_STATES = ['RECEIVED', 'ACCEPTED', 'DECLINED'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

const DAY = 24 * 60 * 60 * 1000;

/**
 * The ticks of a list as they are stored: each once, in the order of the list.
 *
 * @throws DomainError BAD_USER_INPUT when none is ticked.
 */
export function ticked<Name extends string>(list: readonly Name[], chosen: readonly Name[]): Name[] {
  const names = list.filter((name) => chosen.includes(name));
  if (names.length === 0) throw new DomainError('BAD_USER_INPUT', 'proposalTicksNothing');
  return names;
}

/** The day on which a declined proposal is destroyed. @param keptDays of the municipality's rules. */
export function destroyedOn(declinedAt: Instant, keptDays: number): LocalDate {
  return localDate(declinedAt + keptDays * DAY);
}
