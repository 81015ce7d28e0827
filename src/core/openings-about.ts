import type { CaseFacts } from './case-facts.js';
import type { Cell } from './cell.js';
import { openingsByCell } from './cell-timeline.js';
import type { CellOpening } from './cell-timeline.js';
import { consentHistory } from './consent-history.js';
import type { PersonId } from './ids.js';

type OpeningsOf = (cell: Cell) => readonly CellOpening[];

/** Facts never change: whatever differs is told by other facts. */
const known = new WeakMap<CaseFacts, Map<PersonId, OpeningsOf>>();

/**
 * When each cell about a subject is open, by these facts; never about a guardian. Worked out once for facts, however
 * many rules ask.
 *
 * @throws MissingFactError when the subject or the birth date is unknown, or the municipality has no rules.
 */
export function openingsAbout(facts: CaseFacts, subjectId: PersonId): OpeningsOf {
  const ofFacts = known.get(facts) ?? new Map<PersonId, OpeningsOf>();
  known.set(facts, ofFacts);
  const openingsOf = ofFacts.get(subjectId) ?? openingsIn(facts, subjectId);
  ofFacts.set(subjectId, openingsOf);
  return openingsOf;
}

function openingsIn(facts: CaseFacts, subjectId: PersonId): OpeningsOf {
  const history = consentHistory(facts, subjectId);
  return history === null ? () => [] : openingsByCell(history);
}
