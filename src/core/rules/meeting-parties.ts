/**
 * Whom a kind of meeting needs, by the municipality's rules. A party that nobody called stands for is missing; a party
 * that may come, but need not, never is; nor is the coordinator, who calls the others. A coordinator stands for the
 * coordination, not for the own agency.
 *
 * Source: leaflet R14 (the first meeting); design, section 6 (rules are data).
 */
import type { AgencyKind, CaseFacts, MeetingParty } from '../case-facts.js';
import type { MeetingKind } from '../meeting-kind.js';
import type { Instant } from '../period.js';
import { packInForce } from './pack-in-force.js';

/** Somebody who is called, as far as parties go; `profession` and `agencyKind` of professionals only. */
export interface Called {
  readonly kind: string;
  readonly profession: string | null;
  readonly agencyKind: AgencyKind | null;
}

/** Comes without being called. */
const WHO_CALLS: MeetingParty = 'COORDINATOR';

/** In the order of the rules, without the one who calls; empty for a kind of meeting of which they say nothing. */
export function missingParties(
  { packs }: CaseFacts,
  kind: MeetingKind,
  called: readonly Called[],
  at: Instant,
): readonly MeetingParty[] {
  const parties = packInForce(packs, at)?.meetingParties.find((rule) => rule.kind === kind);
  const there = new Set(called.map(partyOf));
  return parties?.required.filter((party) => party !== WHO_CALLS && !there.has(party)) ?? [];
}

/** Whether the rules need the party; what they do not name is optional. */
export function isRequired({ packs }: CaseFacts, kind: MeetingKind, called: Called, at: Instant): boolean {
  const party = partyOf(called);
  const parties = packInForce(packs, at)?.meetingParties.find((rule) => rule.kind === kind);
  return party !== null && parties?.required.includes(party) === true;
}

function partyOf({ kind, profession, agencyKind }: Called): MeetingParty | null {
  if (kind === 'YOUNG_PERSON' || kind === 'GUARDIAN') return kind;
  if (kind !== 'PROFESSIONAL') return null;
  return profession === 'COORDINATOR' ? 'COORDINATOR' : agencyKind;
}
