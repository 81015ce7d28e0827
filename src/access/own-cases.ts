import type { CaseId } from '../core/ids.js';
import type { PreparedQuery } from './prepared-query.js';

/** A case that the viewer knows, and what a list is ordered by. */
export interface OwnCase {
  readonly id: CaseId;
  readonly number: string;
}

/**
 * Row-level security leaves the viewer's own cases; nothing else restricts this list. Where rows lie tells which case
 * was changed last, by whomever: so they come in an order that no change moves.
 */
export const OWN_CASES: PreparedQuery = {
  name: 'own_cases',
  text: 'select id, number from sig.case_file order by id',
};
