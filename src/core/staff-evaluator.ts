import type { CaseFacts } from './case-facts.js';
import { closesAt } from './cell-timeline.js';
import type { CellOpening } from './cell-timeline.js';
import type { Verdict } from './decision.js';
import type { AgencyId, PersonId } from './ids.js';
import type { InformationCategory } from './information-category.js';
import { instantsOf } from './instants.js';
import type { AccessEvaluator } from './access-evaluator.js';
import { denyAll } from './deny-all.js';
import { memoised } from './memoised.js';
import { openingsAbout } from './openings-about.js';
import { ALWAYS, contains, earlier, intersect } from './period.js';
import type { Instant } from './period.js';
import { kindRules } from './piece.js';
import type { PieceFacts } from './piece.js';
import { assignmentInForce } from './rules/assignment.js';
import { isOpenTo } from './rules/named-rules.js';
import { handles, nextProtection, protectionsInForce } from './rules/protected-identity.js';
import { confirmsForms } from './rules/statement-visibility.js';
import { closed, OMITTED, open, OWN_AGENCY } from './verdict.js';
import type { StaffViewer } from './viewer.js';

/** A professional or the coordinator: the own agency's information, and what consent opens to that agency. */
export function staffEvaluator(facts: CaseFacts, viewer: StaffViewer, at: Instant): AccessEvaluator {
  const { capacity, agencyId, roleTermId } = viewer;
  const assignment = assignmentInForce(facts.assignments, roleTermId, at);
  if (assignment === null) return denyAll('NOT_ASSIGNED', ownAssignments(facts, viewer));
  const openingNow = openingsTowards(facts, agencyId, at);

  /** The openings about all of its subjects, or `null` where one is missing. */
  const carryingOf = ({ holderId, category, subjectIds }: PieceFacts): readonly CurrentOpening[] | null => {
    const carrying = subjectIds.map((subjectId) => openingNow(subjectId, holderId, category));
    return carrying.length > 0 && carrying.every((opening) => opening !== null) ? carrying : null;
  };

  const isHandled = (piece: PieceFacts): boolean =>
    protectionsInForce(facts, piece, at).every((protection) => handles(protection, piece, viewer));

  const unprotected = (piece: PieceFacts): Verdict => {
    const { kind, holderId, recordedAt } = piece;
    const { coordinatorOnly, namesGuardian } = kindRules(facts.kinds, kind);
    if (coordinatorOnly && (capacity !== 'COORDINATOR' || holderId !== agencyId)) return closed('CAPACITY');
    if (holderId === agencyId) return open(OWN_AGENCY, assignment.until);
    if (capacity === 'COORDINATOR' && namesGuardian)
      return open({ kind: 'RULE', rule: 'consentDetails' }, assignment.until);
    if (piece.heldBack) return OMITTED;
    const carrying = carryingOf(piece);
    if (carrying === null) return closed('NO_CONSENT');
    if (!carrying.every(({ data }) => data.some((period) => contains(period, recordedAt)))) return OMITTED;
    const statements = [...new Set(carrying.flatMap((opening) => opening.statements))].sort((a, b) => a - b);
    const ends = carrying.map(({ openings, ...current }) => closesAt(openings, current, recordedAt));
    return open({ kind: 'CONSENT', statements }, ends.reduce(earlier, assignment.until));
  };

  return {
    knowsCase: true,
    piece(piece) {
      const verdict = unprotected(piece);
      if (!verdict.open) return verdict;
      if (!isHandled(piece)) return closed('PROTECTED_IDENTITY');
      return open(verdict.basis, earlier(verdict.until, nextProtection(facts, piece, at)));
    },
    reach(piece) {
      const verdict = unprotected(piece);
      // What is left out without a reason may be so for its data period alone.
      if (!isHandled(piece) || piece.heldBack || (!verdict.open && verdict.reason !== null)) return [];
      if (verdict.open && verdict.basis.kind !== 'CONSENT') return [ALWAYS];
      return (carryingOf(piece) ?? []).map(({ data }) => data).reduce(intersect, [ALWAYS]);
    },
    rule(rule) {
      const isOpen = isOpenTo(rule, capacity) && (rule !== 'pendingConsents' || confirmsForms(facts, viewer));
      return isOpen ? open({ kind: 'RULE', rule }, assignment.until) : closed('CAPACITY');
    },
    participant(other) {
      if (isOpenTo('participants', capacity)) return open({ kind: 'RULE', rule: 'participants' }, assignment.until);
      return other === roleTermId ? open(OWN_AGENCY, assignment.until) : closed('CAPACITY');
    },
    instants: () => instantsOf(facts),
  };
}

/** An opening in force, with all of its cell. */
interface CurrentOpening extends CellOpening {
  readonly openings: readonly CellOpening[];
}

/** The opening in force from a holder to `recipientId`; each cell is worked out once, when asked for. */
function openingsTowards(
  facts: CaseFacts,
  recipientId: AgencyId,
  at: Instant,
): (subjectId: PersonId, holderId: AgencyId, category: InformationCategory) => CurrentOpening | null {
  return memoised(
    (subjectId, holderId, category) => {
      const openings = openingsAbout(facts, subjectId)({ holderId, recipientId, category });
      const current = openings.find((opening) => contains(opening, at));
      return current === undefined ? null : { ...current, openings };
    },
    (...key) => key.join(),
  );
}

function ownAssignments({ assignments }: CaseFacts, { roleTermId }: StaffViewer): (Instant | null)[] {
  return assignments
    .filter((assignment) => assignment.roleTermId === roleTermId)
    .flatMap(({ period }) => [period.from, period.until]);
}
