import type { Basis, Verdict, WithheldReason } from './decision.js';
import type { Instant } from './period.js';

export const OWN_AGENCY: Basis = { kind: 'OWN_AGENCY' };
export const OWN_RIGHT: Basis = { kind: 'OWN_RIGHT' };

export function open(basis: Basis, until: Instant | null): Verdict {
  return { open: true, basis, until };
}

export function closed(reason: WithheldReason): Verdict {
  return { open: false, reason };
}

/** Left out without a trace: to say why would tell that there is something. */
export const LEFT_OUT: Verdict = { open: false, reason: null };
