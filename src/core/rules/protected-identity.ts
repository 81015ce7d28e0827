/**
 * While the identity of a subject is protected, what tells where they are stays closed, consent or not. Under
 * confidentiality marking the holder's own agency still reads it; under protected registration only the handlers named.
 *
 * Source: OSL 21:3 and 22:1 (protected address and registration); folkbokföringslagen 16 §; design, section 7.
 */
import type { CaseFacts, ProtectionFact } from '../case-facts.js';
import { contains, earlier } from '../period.js';
import type { Instant } from '../period.js';
import { kindRules } from '../piece.js';
import type { PieceFacts } from '../piece.js';
import type { StaffViewer } from '../viewer.js';

/** What matters here of a piece. */
type Whereabouts = Pick<PieceFacts, 'kind' | 'subjectIds'>;

/** What matters here of a case: the protections in it, and which kinds tell where somebody is. */
export type Protected = Pick<CaseFacts, 'protections' | 'kinds'>;

/** The protections of the piece's subjects at the instant; none for a piece that does not tell where somebody is. */
export function protectionsInForce(known: Protected, piece: Whereabouts, at: Instant): readonly ProtectionFact[] {
  return protectionsOf(known, piece).filter(({ period }) => contains(period, at));
}

/** When the next protection already recorded starts, and so may close the piece. */
export function nextProtection(known: Protected, piece: Whereabouts, at: Instant): Instant | null {
  const starts = protectionsOf(known, piece).map(({ period }) => period.from);
  return starts.filter((from) => from !== null && from > at).reduce(earlier, null);
}

/** Whether this member of staff reads what the protection covers in a piece held by `holderId`. */
export function handles(
  { level, handlerIds }: ProtectionFact,
  { holderId }: Pick<PieceFacts, 'holderId'>,
  viewer: StaffViewer,
): boolean {
  if (viewer.agencyId !== holderId) return false;
  return level === 'CONFIDENTIALITY_MARKING' || handlerIds.includes(viewer.roleTermId);
}

function protectionsOf(
  { protections, kinds }: Protected,
  { kind, subjectIds }: Whereabouts,
): readonly ProtectionFact[] {
  if (!kindRules(kinds, kind).tellsPlace) return [];
  return protections.filter(({ personId }) => subjectIds.includes(personId));
}
