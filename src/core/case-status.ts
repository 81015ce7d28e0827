import { localDate } from './calendar.js';
import type { CaseFacts, StoredCaseStatus } from './case-facts.js';
import { cellsBetween } from './cell.js';
import type { CellOpening } from './cell-timeline.js';
import { openingsAbout } from './openings-about.js';
import { contains } from './period.js';
import type { Instant } from './period.js';

/** The status as shown: a stored one, or PAUSED where the consent that carries the case is missing. */
export type CaseStatus = StoredCaseStatus | 'PAUSED';

/**
 * The status at an instant. PAUSED is never stored: an active case whose carrying consent is missing is paused from
 * that instant, without anybody writing anything; one whose work has not begun yet still waits for consent. A block
 * stops information and not the consent, so it pauses nothing.
 *
 * @throws MissingFactError when the young person's birth date or the municipality's rules are missing.
 */
export function caseStatus(facts: CaseFacts, at: Instant): CaseStatus {
  if (facts.status !== 'ACTIVE') return facts.status;
  const openings = carryingOpenings(facts);
  if (openings.some((opening) => contains(opening, at))) return 'ACTIVE';
  return hasBegun(facts, openings, at) ? 'PAUSED' : 'CONSENT_PENDING';
}

/**
 * Whether the status stays as it is for as long as everything that is open does. The one day that opens nothing and may
 * change it is that of the start of the work.
 */
export function changesWithOpenings({ startedOn }: CaseFacts, at: Instant): boolean {
  return startedOn === null || startedOn <= localDate(at);
}

/** Whether the consent that carries a case stands, whatever its status: a closed one is followed up under it. */
export function isCarried(facts: CaseFacts, at: Instant): boolean {
  return carryingOpenings(facts).some((opening) => contains(opening, at));
}

/**
 * The stored start tells it too: a guardian recorded today, with custody since long ago, leaves no consent that ever
 * carried.
 */
function hasBegun({ startedOn }: CaseFacts, openings: readonly CellOpening[], at: Instant): boolean {
  if (openings.some(({ from }) => from <= at)) return true;
  const begins = openings.some(({ from }) => localDate(from) === startedOn);
  return startedOn !== null && startedOn <= localDate(at) && !begins;
}

/** What a case turns to by a consent that was just recorded, and since when it is carried; `null` where it stays. */
export interface StartOfWork {
  readonly through: readonly StoredCaseStatus[];
  /** The start of the work; `null` while somebody's yes is missing. */
  readonly startsAt: Instant | null;
}

/**
 * A first form makes an accepted case one that waits for consent; the consent that carries it, also one that applies
 * from a later day, makes it active. Until that day another form may move the start, or take it away.
 *
 * @param facts as they are behind the recording.
 */
export function afterConsent(facts: CaseFacts, at: Instant): StartOfWork | null {
  const startsAt = carriedFrom(facts, at);
  switch (facts.status) {
    case 'ACCEPTED':
      return { through: startsAt === null ? ['CONSENT_PENDING'] : ['CONSENT_PENDING', 'ACTIVE'], startsAt };
    case 'CONSENT_PENDING':
      return { through: startsAt === null ? [] : ['ACTIVE'], startsAt };
    case 'ACTIVE':
      return carryingOpenings(facts).some(({ from }) => from < at) ? null : { through: [], startsAt };
    default:
      return null;
  }
}

/** The first instant, from `at` on, at which the case is carried as far as is known now. */
function carriedFrom(facts: CaseFacts, at: Instant): Instant | null {
  const starts = carryingOpenings(facts)
    .filter(({ until }) => until === null || until > at)
    .map(({ from }) => Math.max(from, at));
  return starts.length === 0 ? null : Math.min(...starts);
}

/** When everybody who must says yes to at least one cell to or from the coordinator's agency. */
function carryingOpenings(facts: CaseFacts): readonly CellOpening[] {
  const unblocked = facts.blocks.length === 0 ? facts : { ...facts, blocks: [] };
  const carrying = cellsBetween(facts.agencies).filter(({ holderId, recipientId }) =>
    [holderId, recipientId].includes(facts.coordinatorAgencyId),
  );
  // Most cells share one list of openings, which is looked at once.
  return [...new Set(carrying.map(openingsAbout(unblocked, facts.youngPersonId)))].flat();
}
