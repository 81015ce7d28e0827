import { turnsAt } from './calendar.js';
import type { CaseFacts } from './case-facts.js';
import type { Decision } from './decision.js';
import type { InformationCategory } from './information-category.js';
import { openingsAbout } from './openings-about.js';
import type { Instant } from './period.js';
import type { PieceKind } from './piece.js';
import { guardiansSignUntil, MAJORITY_AGE } from './rules/majority.js';
import type { Viewer } from './viewer.js';

/** Why a stream of changes ends. */
export const STREAM_END_REASONS = [
  'CONSENT_ENDED',
  'ASSIGNMENT_ENDED',
  'AGE_REACHED',
  'CASE_CLOSED',
  'TOKEN_EXPIRED',
] as const;
export type StreamEndReason = (typeof STREAM_END_REASONS)[number];

/** What a stream is about, held by the coordinator's agency; `null`: the case itself. */
export type StreamSubject = { readonly category: InformationCategory; readonly kind: PieceKind } | null;

/** Why the viewer's stream about a case ends at the decision's instant; `null` while it goes on. */
export function streamEnd(
  facts: CaseFacts,
  decision: Decision,
  viewer: Viewer,
  subject: StreamSubject,
): StreamEndReason | null {
  if (facts.status === 'CLOSED' || facts.status === 'DECLINED') return 'CASE_CLOSED';
  if (!decision.knowsCase) return unknownSince(facts, viewer, decision.at);
  if (subject === null) return null;
  const { category, kind } = subject;
  if (decision.cell(facts.coordinatorAgencyId, category, kind).open) return null;
  return closedByAge(facts, viewer, category, decision.at) ? 'AGE_REACHED' : 'CONSENT_ENDED';
}

/** Why somebody who knew the case does not any more. @param last the facts as they were last known, if at all */
export function unknownSince(last: CaseFacts | null, viewer: Viewer, at: Instant): StreamEndReason {
  const ended = viewer.capacity === 'GUARDIAN' && last !== null && ages(last).some((turns) => turns.majority <= at);
  return ended ? 'AGE_REACHED' : 'ASSIGNMENT_ENDED';
}

/** Whether the cell was open until the very midnight of a birthday that changes who must sign. */
function closedByAge(facts: CaseFacts, viewer: Viewer, category: InformationCategory, at: Instant): boolean {
  if (!('agencyId' in viewer)) return false;
  const cell = { holderId: facts.coordinatorAgencyId, recipientId: viewer.agencyId, category };
  const openings = openingsAbout(facts, facts.youngPersonId)(cell);
  const ends = openings.flatMap(({ until }) => (until !== null && until <= at ? [until] : []));
  const last = Math.max(...ends);
  return ages(facts).some(({ signing }) => signing.includes(last));
}

/** The birthdays of the young person that count. */
function ages({ persons, youngPersonId, packs }: CaseFacts): readonly { majority: Instant; signing: Instant[] }[] {
  return persons.flatMap(({ id, birthDate }) => {
    if (id !== youngPersonId || birthDate === null) return [];
    const signing = packs.flatMap(({ pack }) => [
      turnsAt(birthDate, pack.youngPersonSignsFromAge),
      guardiansSignUntil(birthDate, pack),
    ]);
    return [{ majority: turnsAt(birthDate, MAJORITY_AGE), signing }];
  });
}
