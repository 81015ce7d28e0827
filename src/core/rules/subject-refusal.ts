/**
 * The subject's own no closes at every age, also below the age from which the subject signs.
 *
 * Source: leaflet R6 ("ungdomen och föräldrarna" say yes to taking part); FB 6:11 (increasing regard to the child's
 * wishes); OSL 12:3; design, section 3.
 */
import type { Statement } from '../case-facts.js';

export function isNotGranted(last: Statement | null): boolean {
  return last !== null && last.decision !== 'GRANTED';
}
