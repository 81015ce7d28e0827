/**
 * What an action says is its holder's to change. How far it has come is said by the agency of whoever is responsible,
 * by the coordinator, and by the young person for own actions; where a member of the family is responsible, the agency
 * that wrote it down answers for it.
 *
 * Source: design, section 3, "Who may do what"; leaflet R15 (what is to be done and who is responsible).
 */
import type { CaseFacts } from '../case-facts.js';
import { DomainError } from '../errors.js';
import type { AgencyId } from '../ids.js';
import type { Viewer } from '../viewer.js';

/** Who is responsible for an action: a role term, an agency or a person, by `kind`. */
export interface Responsibility {
  readonly kind: string;
  readonly id: string;
}

/** @throws DomainError FORBIDDEN when the viewer does not speak for whoever is responsible. */
export function requireSpeaksFor(
  facts: CaseFacts,
  viewer: Viewer,
  action: { readonly holderId: AgencyId; readonly responsible: Responsibility },
): void {
  if (!speaksFor(facts, viewer, action)) throw new DomainError('FORBIDDEN', 'onlyResponsible');
}

function speaksFor(
  { assignments }: CaseFacts,
  viewer: Viewer,
  { holderId, responsible }: { readonly holderId: AgencyId; readonly responsible: Responsibility },
): boolean {
  switch (viewer.capacity) {
    case 'COORDINATOR':
      return true;
    case 'PROFESSIONAL': {
      const assigned = assignments.find(({ roleTermId }) => roleTermId === responsible.id);
      if (responsible.kind === 'AGENCY') return viewer.agencyId === responsible.id;
      return viewer.agencyId === (responsible.kind === 'PROFESSIONAL' ? assigned?.agencyId : holderId);
    }
    case 'YOUNG_PERSON':
      return responsible.kind === 'YOUNG_PERSON' && viewer.personId === responsible.id;
    default:
      return false;
  }
}
