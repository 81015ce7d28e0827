import type { Grant } from '../../core/case-facts.js';
import { requireId } from '../../core/ids.js';
import type { ConsentGrantInput } from './consent-input.type.js';

/** @throws DomainError BAD_USER_INPUT for what cannot be an id. */
export function grantsOfInput(grants: readonly ConsentGrantInput[]): readonly Grant[] {
  return grants.map(({ fromId, toId, categories }) => ({
    fromIds: [requireId(fromId)],
    toIds: [requireId(toId)],
    categories,
  }));
}
