import type { StoredCaseStatus } from './case-facts.js';
import { DomainError } from './errors.js';

/** PAUSED is not among them: it is never stored. Nothing leads out of CLOSED and DECLINED. */
const NEXT: Readonly<Record<StoredCaseStatus, readonly StoredCaseStatus[]>> = {
  PROPOSED: ['ACCEPTED', 'DECLINED'],
  ACCEPTED: ['CONSENT_PENDING', 'CLOSED'],
  CONSENT_PENDING: ['ACTIVE', 'CLOSED'],
  ACTIVE: ['CLOSED'],
  CLOSED: [],
  DECLINED: [],
};

/** @throws DomainError INVALID_STATE */
export function requireStatusChange(from: StoredCaseStatus, to: StoredCaseStatus): void {
  if (!NEXT[from].includes(to)) throw new DomainError('INVALID_STATE', 'statusForbids', { status: from });
}
