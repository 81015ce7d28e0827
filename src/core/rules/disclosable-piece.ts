/**
 * What can be disclosed as a copy: what says something by itself. What tells where somebody is goes to nobody by this
 * way while that person's identity is protected: protected data have a way of their own, outside this system.
 *
 * Source: OSL 21:3 and 22:1; folkbokföringslagen 16 §; design, P4; design, section 7 (protected identity).
 */
import type { CopyFacts } from '../disclosure.js';
import { DomainError } from '../errors.js';
import type { Instant } from '../period.js';
import { kindRules } from '../piece.js';
import type { PieceFacts } from '../piece.js';
import { protectionsInForce } from './protected-identity.js';
import type { Protected } from './protected-identity.js';

/** @throws DomainError BAD_USER_INPUT for a kind without content of its own, INVALID_STATE while protected. */
export function requireDisclosable(piece: PieceFacts, known: Protected, at: Instant): void {
  if (!kindRules(known.kinds, piece.kind).disclosable) throw new DomainError('BAD_USER_INPUT', 'pieceNotDisclosable');
  if (isProtected(piece, known, at)) throw new DomainError('INVALID_STATE', 'protectedNotDisclosed');
}

/** Also asked each time that the copy is read: a protection that came later closes it. */
export function isProtected(copy: CopyFacts, known: Protected, at: Instant): boolean {
  return protectionsInForce(known, copy, at).length > 0;
}
