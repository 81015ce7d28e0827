/**
 * A receipt is for whoever made the statement, and for the coordinator. Another signer's is theirs to keep, although the
 * family may read what it says.
 *
 * Source: GDPR 7:1 (to be able to show a consent); design, section 3 (capacities); brief, moonshots (a receipt that the
 * family can verify offline).
 */
import type { Decision } from '../decision.js';
import type { PersonId } from '../ids.js';
import type { Viewer } from '../viewer.js';

export function getsReceipt(viewer: Viewer, signerId: PersonId, decision: Decision): boolean {
  if (!decision.rule('consentDetails').open) return false;
  return 'personId' in viewer ? viewer.personId === signerId : viewer.capacity === 'COORDINATOR';
}
