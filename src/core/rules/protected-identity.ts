/**
 * While the identity of a subject is protected, what tells where they are stays closed, consent or not. Under
 * confidentiality marking the holder's own agency still reads it; under protected registration only the handlers named.
 *
 * Source: OSL 21:3 and 22:1 (protected address and registration); folkbokföringslagen 16 §; brief, section 2.
 */
import type { ProtectionFact } from '../case-facts.js';
import { contains, earlier } from '../period.js';
import type { Instant } from '../period.js';
import type { PieceFacts, PieceKind } from '../piece.js';
import type { StaffViewer } from '../viewer.js';

/** What matters here of a piece. */
type Whereabouts = Pick<PieceFacts, 'kind' | 'subjectIds'>;

const WHERE_SOMEBODY_IS: readonly PieceKind[] = ['CONTACT', 'MEETING_PLACE'];

/** The protections of the piece's subjects at the instant; none for a piece that does not tell where somebody is. */
export function protectionsInForce(
  protections: readonly ProtectionFact[],
  piece: Whereabouts,
  at: Instant,
): readonly ProtectionFact[] {
  return protectionsOf(protections, piece).filter(({ period }) => contains(period, at));
}

/** When the next protection already recorded starts, and so may close the piece. */
export function nextProtection(
  protections: readonly ProtectionFact[],
  piece: Whereabouts,
  at: Instant,
): Instant | null {
  const starts = protectionsOf(protections, piece).map(({ period }) => period.from);
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
  protections: readonly ProtectionFact[],
  { kind, subjectIds }: Whereabouts,
): readonly ProtectionFact[] {
  return tellsWhereSomebodyIs(kind) ? protections.filter(({ personId }) => subjectIds.includes(personId)) : [];
}

function tellsWhereSomebodyIs(kind: PieceKind): boolean {
  return WHERE_SOMEBODY_IS.includes(kind);
}
