import type { CaseFacts } from './case-facts.js';
import type { Verdict } from './decision.js';
import { MissingFactError } from './errors.js';
import { instantsOf } from './instants.js';
import type { AccessEvaluator } from './access-evaluator.js';
import { denyAll } from './deny-all.js';
import { ALWAYS, earlier } from './period.js';
import type { Instant } from './period.js';
import type { PieceFacts } from './piece.js';
import { guardianKnowsUntil } from './rules/guardian-knows.js';
import { isKeptFrom } from './rules/kept-back.js';
import { isOpenTo } from './rules/named-rules.js';
import { isTheirsByRight } from './rules/own-right.js';
import { nextProtection, protectionsInForce } from './rules/protected-identity.js';
import { speaksFor } from './rules/statement-visibility.js';
import { subjectOf } from './subject.js';
import { closed, OMITTED, open, OWN_RIGHT } from './verdict.js';
import type { FamilyViewer } from './viewer.js';

/** The young person, or a guardian: by right, not by consent, and only in their own case. */
export function familyEvaluator(facts: CaseFacts, viewer: FamilyViewer, at: Instant): AccessEvaluator {
  const { capacity, personId } = viewer;
  if (viewer.caseId !== facts.caseId) return denyAll('CAPACITY');
  if (capacity === 'YOUNG_PERSON')
    return personId === facts.youngPersonId ? family(facts, viewer, at, null) : denyAll('CAPACITY');

  const youngPerson = subjectOf(facts, facts.youngPersonId);
  if (youngPerson === null) throw new MissingFactError(`young person of case ${facts.caseId}`);
  const until = guardianKnowsUntil(youngPerson, personId, at);
  return until === null ? denyAll('CAPACITY', instantsOf(facts)) : family(facts, viewer, at, until);
}

function family(facts: CaseFacts, viewer: FamilyViewer, at: Instant, knowsUntil: Instant | null): AccessEvaluator {
  const { capacity, personId } = viewer;
  const judged = (piece: PieceFacts): Verdict => {
    for (const id of piece.subjectIds) requirePerson(facts, id);
    if (!isTheirsByRight(piece, facts)) return closed('CAPACITY');
    if (isKeptFrom(piece, personId)) return OMITTED;
    if (capacity === 'YOUNG_PERSON') return open(OWN_RIGHT, knowsUntil);
    if (protectionsInForce(facts, piece, at).length > 0) return closed('PROTECTED_IDENTITY');
    return open(OWN_RIGHT, earlier(knowsUntil, nextProtection(facts, piece, at)));
  };
  return {
    knowsCase: true,
    piece: judged,
    reach: (piece) => (judged(piece).open ? [ALWAYS] : []),
    rule(rule, subjectId) {
      const isTold = subjectId === undefined || speaksFor(facts, viewer, subjectId, at);
      return isOpenTo(rule, capacity) && isTold ? open(OWN_RIGHT, knowsUntil) : closed('CAPACITY');
    },
    participant: () => (isOpenTo('participants', capacity) ? open(OWN_RIGHT, knowsUntil) : closed('CAPACITY')),
    instants: () => instantsOf(facts),
  };
}

function requirePerson({ persons }: CaseFacts, personId: string): void {
  if (!persons.some(({ id }) => id === personId)) throw new MissingFactError(`person ${personId}`);
}
