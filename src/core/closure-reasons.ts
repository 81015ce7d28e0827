import type { CellExplanation } from './explain-cell.js';

/** What stands in the way of a cell; the closed list that has texts in both languages. */
export const CLOSURE_REASONS = [
  'NOBODY_CAN_SIGN',
  'SIGNATURE_MISSING',
  'SIGNER_REFUSED',
  'SIGNER_WITHDREW',
  'CONSENT_EXPIRED',
  'SUBJECT_SAYS_NO',
  'BLOCKED',
  'WAITS_FOR_NEW_STATEMENT',
] as const;
export type ClosureReason = (typeof CLOSURE_REASONS)[number];

const OF_ANSWER = {
  MISSING: 'SIGNATURE_MISSING',
  REFUSED: 'SIGNER_REFUSED',
  WITHDRAWN: 'SIGNER_WITHDREW',
  EXPIRED: 'CONSENT_EXPIRED',
} as const satisfies Record<string, ClosureReason>;

/** Everything that would have to change for the cell to open; empty for an open one. */
export function closureReasons(explanation: CellExplanation): readonly ClosureReason[] {
  const { open, signers, subjectSaysNo, blockIds, waitsSince } = explanation;
  if (open) return [];
  const found = new Set<ClosureReason>();
  if (signers.length === 0) found.add('NOBODY_CAN_SIGN');
  for (const { answer } of signers) if (answer !== 'GRANTED') found.add(OF_ANSWER[answer]);
  if (subjectSaysNo) found.add('SUBJECT_SAYS_NO');
  if (blockIds.length > 0) found.add('BLOCKED');
  if (waitsSince !== null) found.add('WAITS_FOR_NEW_STATEMENT');
  return CLOSURE_REASONS.filter((obstacle) => found.has(obstacle));
}
