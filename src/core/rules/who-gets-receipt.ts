/**
 * A receipt is for whoever made the statement and still speaks for its subject, and for the coordinator. Another
 * signer's is theirs to keep, although the family may read what it says.
 *
 * Source: GDPR 7:1 (to be able to show a consent); design, section 3 (capacities); design, section 2 (a receipt that the
 * family can verify offline).
 */
import type { Statement } from '../case-facts.js';
import type { Decision } from '../decision.js';
import type { Viewer } from '../viewer.js';

export function getsReceipt(
  viewer: Viewer,
  { signerId, subjectId }: Pick<Statement, 'signerId' | 'subjectId'>,
  decision: Decision,
): boolean {
  if (!decision.rule('consentDetails', subjectId).open) return false;
  return 'personId' in viewer ? viewer.personId === signerId : viewer.capacity === 'COORDINATOR';
}
