import type { CaseFacts } from './case-facts.js';
import type { Decide, Decision, Verdict } from './decision.js';
import { extentUntil } from './extent.js';
import type { AgencyId } from './ids.js';
import type { InformationCategory } from './information-category.js';
import type { AccessEvaluator } from './access-evaluator.js';
import { familyEvaluator } from './family-evaluator.js';
import { denyAll } from './deny-all.js';
import { staffEvaluator } from './staff-evaluator.js';
import { memoised } from './memoised.js';
import { contains, earlier } from './period.js';
import type { Instant } from './period.js';
import type { PieceFacts, PieceKind } from './piece.js';
import { closed, open } from './verdict.js';
import type { Viewer } from './viewer.js';

/**
 * What one viewer may see of one case at one instant (design, section 3). Pure: the same facts, viewer and instant
 * give the same answers, and nothing is worked out before it is asked for.
 *
 * @throws MissingFactError, also from the decision's own methods, when a fact that an answer rests on is missing.
 */
export const decide: Decide = (facts, viewer, at) => {
  const judge = judgeFor(facts, viewer, at);
  const recordedNow = memoised(
    (...[holderId, category, kind]: Parameters<Decision['cell']>) => {
      const something = hypotheticalPiece(facts, holderId, category, kind, at);
      return { verdict: judge.piece(something), reach: judge.reach(something) };
    },
    (...key) => key.join(),
  );
  const changesAt = memoised(
    () => nextAfter(judge.instants(), at),
    () => '',
  );
  const cell: Decision['cell'] = (...asked) => {
    const { verdict, reach } = recordedNow(...asked);
    // An opening that no longer reaches what is recorded now is, for what is recorded now, no consent.
    if (!verdict.open) return isLeftOut(verdict) ? closed('NO_CONSENT') : verdict;
    const period = reach.find((candidate) => contains(candidate, at));
    return open(verdict.basis, period === undefined ? verdict.until : earlier(verdict.until, period.until));
  };
  return {
    at,
    knowsCase: judge.knowsCase,
    cell,
    earlier: (...asked) => extentUntil(recordedNow(...asked).reach, at),
    piece: judge.piece,
    rule: (name, subjectId) =>
      name === 'meetingPlace'
        ? cell(facts.coordinatorAgencyId, 'MEETING', 'MEETING_PLACE')
        : judge.rule(name, subjectId),
    participant: judge.participant,
    get changesAt() {
      return changesAt();
    },
  };
};

function judgeFor(facts: CaseFacts, viewer: Viewer, at: Instant): AccessEvaluator {
  switch (viewer.capacity) {
    case 'PROFESSIONAL':
    case 'COORDINATOR':
      return viewer.municipalityId === facts.municipalityId
        ? staffEvaluator(facts, viewer, at)
        : denyAll('NOT_ASSIGNED');
    case 'YOUNG_PERSON':
    case 'GUARDIAN':
      return viewer.municipalityId === facts.municipalityId ? familyEvaluator(facts, viewer, at) : denyAll('CAPACITY');
    case 'STEERING_MEMBER':
    case 'ADMINISTRATOR':
      return denyAll('CAPACITY');
  }
}

/**
 * An imagined piece about the young person, so that a cell is judged by the same rules and depends on nothing stored.
 */
function hypotheticalPiece(
  { youngPersonId }: CaseFacts,
  holderId: AgencyId,
  category: InformationCategory,
  kind: PieceKind = category === 'CONTACT' ? 'CONTACT' : 'SITUATION',
  at: Instant,
): PieceFacts {
  return { kind, holderId, category, subjectIds: [youngPersonId], heldBack: false, hiddenFromIds: [], recordedAt: at };
}

function isLeftOut(verdict: Verdict): boolean {
  return !verdict.open && verdict.reason === null;
}

function nextAfter(instants: readonly (Instant | null)[], at: Instant): Instant | null {
  const ahead = instants.filter((instant) => instant !== null && instant > at) as Instant[];
  return ahead.length === 0 ? null : Math.min(...ahead);
}
