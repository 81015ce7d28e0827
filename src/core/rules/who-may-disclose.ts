/**
 * A disclosure without consent is decided by a professional of the holder whose role carries the right, about what the
 * own agency holds, and goes to one named professional of another agency in the same municipality.
 *
 * Source: OSL 8:1 and 8:2; design, section 3, "Who may do what" and P4; section 7 (the holder's named decision).
 */
import { DomainError } from '../errors.js';
import type { AgencyId } from '../ids.js';
import { contains } from '../period.js';
import type { Instant, Period } from '../period.js';
import type { Capacity } from '../viewer.js';

/** A role term as far as disclosing goes. */
export interface DisclosingRole {
  readonly agencyId: AgencyId | null;
  readonly capacity: Capacity;
  readonly profession: string;
  readonly mayDisclose: boolean;
  readonly period: Period;
}

/** @throws DomainError FORBIDDEN for a role that does not carry the right. */
export function requireMayDisclose(role: DisclosingRole | null): DisclosingRole {
  if (role?.mayDisclose !== true) throw new DomainError('FORBIDDEN', 'roleMayNotDisclose');
  return role;
}

/**
 * @throws DomainError BAD_USER_INPUT for a role that is unknown, over or no professional's, or of the holder itself.
 */
export function requireRecipient(role: DisclosingRole | null, holderId: AgencyId, at: Instant): AgencyId {
  const isStaff = role?.capacity === 'PROFESSIONAL' || role?.capacity === 'COORDINATOR';
  if (role === null || !isStaff || role.agencyId === null || !contains(role.period, at)) {
    throw new DomainError('BAD_USER_INPUT', 'recipientUnknown');
  }
  if (role.agencyId === holderId) throw new DomainError('BAD_USER_INPUT', 'recipientOfHolder');
  return role.agencyId;
}
