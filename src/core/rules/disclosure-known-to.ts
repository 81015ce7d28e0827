/**
 * The named recipient reads the copy from the decision until its end, and never the case. The decision itself is known
 * to the assigned staff of the agency that took it, and to the family from the instant that it may be told; a guardian
 * from whom one of its pieces is kept is not told. Nobody else knows, not even the coordinator of another agency.
 *
 * Source: design, P4 and section 3; design, section 7; OSL 12:1 and 12:3.
 */
import type { Decision } from '../decision.js';
import type { DisclosureFact } from '../disclosure.js';
import { contains } from '../period.js';
import type { Instant } from '../period.js';
import type { Viewer } from '../viewer.js';

export function isReceivedBy({ recipientId, period }: DisclosureFact, viewer: Viewer, at: Instant): boolean {
  return 'agencyId' in viewer && viewer.roleTermId === recipientId && contains(period, at);
}

/**
 * @param known of the case that it was taken in, and now: a disclosure comes to be told without any fact of the case
 * changing.
 */
export function isKnownTo(
  disclosure: DisclosureFact,
  viewer: Viewer,
  known: Pick<Decision, 'knowsCase' | 'at'>,
): boolean {
  if (!known.knowsCase) return false;
  if ('personId' in viewer) {
    return disclosure.toldFrom <= known.at && !disclosure.keptFromIds.includes(viewer.personId);
  }
  return 'agencyId' in viewer && viewer.agencyId === disclosure.holderId;
}
