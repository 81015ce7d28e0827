import type { CustodyFact } from '../../core/case-facts.js';

/**
 * What names a custody in a change: only whoever is shown this guardian's custody of this very subject is told of it.
 */
export function custodyId({ subjectId, guardianId }: Pick<CustodyFact, 'subjectId' | 'guardianId'>): string {
  return `${subjectId} ${guardianId}`;
}
