/**
 * While one item of the agenda is talked about, those stay in the room to whom it is open: the family by right, the
 * agency whose information it is, and every agency to which consent opens that category from it. Somebody of no agency
 * is no recipient that a consent could name: they stay for what the meeting and the plan are about, and for nothing
 * else.
 *
 * Source: OSL 8:1, 8:2 (secrecy between agencies and branches holds for what is said aloud too); design, section 7
 * (consent-aware agenda).
 */
import type { CaseFacts } from '../case-facts.js';
import type { AgencyId, PersonId } from '../ids.js';
import type { InformationCategory } from '../information-category.js';
import { openingsAbout } from '../openings-about.js';
import { contains } from '../period.js';
import type { Instant } from '../period.js';
import { agencyOf } from './invitation-within-consent.js';
import type { Invitee } from './invitation-within-consent.js';

/** What is talked about: whose information, in which category, and about whom. */
export interface Talk {
  readonly sourceId: AgencyId;
  readonly category: InformationCategory;
  readonly subjectIds: readonly PersonId[];
  readonly heldBack: boolean;
  readonly hiddenFromIds: readonly PersonId[];
}

const OF_THE_MEETING: readonly InformationCategory[] = ['MEETING', 'PLAN'];

/** @throws MissingFactError when a subject's birth date or the municipality's rules are missing. */
export function mayStay(facts: CaseFacts, talk: Talk, invitee: Invitee, at: Instant): boolean {
  const { sourceId, category, subjectIds, heldBack, hiddenFromIds } = talk;
  if (invitee.kind === 'PROFESSIONAL') {
    const recipientId = agencyOf(facts, invitee.id);
    if (recipientId === null) return false;
    if (recipientId === sourceId) return true;
    return (
      !heldBack && subjectIds.every((subjectId) => isOpen(facts, { sourceId, recipientId, category, subjectId }, at))
    );
  }
  if (heldBack) return false;
  if (invitee.kind === 'IMPORTANT_PERSON') return OF_THE_MEETING.includes(category);
  const aboutThemselves = subjectIds.every((id) => id === facts.youngPersonId);
  return aboutThemselves && !hiddenFromIds.includes(invitee.id as PersonId);
}

interface Asked {
  readonly sourceId: AgencyId;
  readonly recipientId: AgencyId;
  readonly category: InformationCategory;
  readonly subjectId: PersonId;
}

function isOpen(
  facts: CaseFacts,
  { sourceId: holderId, recipientId, category, subjectId }: Asked,
  at: Instant,
): boolean {
  const openings = openingsAbout(facts, subjectId)({ holderId, recipientId, category });
  return openings.some((opening) => contains(opening, at));
}
