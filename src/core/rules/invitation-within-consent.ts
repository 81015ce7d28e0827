/**
 * Only those covered by consent are called to a meeting: who the young person is and that there is a meeting must be
 * open from the coordinator's agency to the agency of whoever is called. The introductory talk needs no consent, since
 * nobody but the family and the coordinator's agency is called to it. A call that consent no longer covers is taken
 * back by that alone, with nobody writing anything. Somebody of no agency is no recipient that a consent could name:
 * they are called while the consent stands that carries the case.
 *
 * Source: OSL 26:1 (that somebody is known to social services is itself secret); design, section 7 ("an invitation
 * outside consent is refused"); leaflet R8 ("and other important persons").
 */
import type { CaseFacts } from '../case-facts.js';
import { isCarried } from '../case-status.js';
import type { AgencyId, PersonId, RoleTermId } from '../ids.js';
import type { MeetingKind } from '../meeting-kind.js';
import { openingsAbout } from '../openings-about.js';
import { contains } from '../period.js';
import type { Instant } from '../period.js';
import { subjectOf } from '../subject.js';
import { assignmentInForce } from './assignment.js';
import { guardianKnowsUntil } from './guardian-knows.js';

/** Who is called: a role term, a person of the case, or another important person, by `kind`. */
export interface Invitee {
  readonly kind: 'PROFESSIONAL' | 'YOUNG_PERSON' | 'GUARDIAN' | 'IMPORTANT_PERSON';
  readonly id: string;
}

/** Whether somebody may be called to, and stays called to, a meeting of a kind. */
export function isCovered(facts: CaseFacts, kind: MeetingKind, invitee: Invitee, at: Instant): boolean {
  switch (invitee.kind) {
    case 'YOUNG_PERSON':
      return invitee.id === facts.youngPersonId;
    case 'GUARDIAN': {
      const youngPerson = subjectOf(facts, facts.youngPersonId);
      return youngPerson !== null && guardianKnowsUntil(youngPerson, invitee.id as PersonId, at) !== null;
    }
    case 'IMPORTANT_PERSON':
      return kind !== 'INTRODUCTION' && isCarried(facts, at);
    case 'PROFESSIONAL': {
      const agencyId = agencyOf(facts, invitee.id);
      if (agencyId === null || assignmentInForce(facts.assignments, invitee.id as RoleTermId, at) === null)
        return false;
      return (
        agencyId === facts.coordinatorAgencyId || (kind !== 'INTRODUCTION' && isWithinConsent(facts, agencyId, at))
      );
    }
  }
}

/** The agency of a professional who is or was assigned. */
export function agencyOf({ assignments }: CaseFacts, roleTermId: string): AgencyId | null {
  return assignments.find((assignment) => assignment.roleTermId === roleTermId)?.agencyId ?? null;
}

/** @throws MissingFactError when the young person's birth date or the municipality's rules are missing. */
export function isWithinConsent(facts: CaseFacts, agencyId: AgencyId, at: Instant): boolean {
  const holderId = facts.coordinatorAgencyId;
  if (agencyId === holderId) return true;
  const openingsOf = openingsAbout(facts, facts.youngPersonId);
  return (['IDENTITY', 'MEETING'] as const).every((category) =>
    openingsOf({ holderId, recipientId: agencyId, category }).some((opening) => contains(opening, at)),
  );
}
