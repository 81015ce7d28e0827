import type { Basis, Verdict, WithheldReason } from './decision.js';
import type { Instant } from './period.js';

/** The viewer's own agency holds it. */
export const OWN_AGENCY: Basis = { kind: 'OWN_AGENCY' };
/** The family reads what is about itself (OSL 12:1). */
export const OWN_RIGHT: Basis = { kind: 'OWN_RIGHT' };

/** @param until when the answer changes by time alone; `null`: not as far as is known now. */
export function open(basis: Basis, until: Instant | null): Verdict {
  return { open: true, basis, until };
}

/** Closed, and the viewer is told why. */
export function closed(reason: WithheldReason): Verdict {
  return { open: false, reason };
}

/** Left out without a trace: to say why would tell that there is something. */
export const OMITTED: Verdict = { open: false, reason: null };
