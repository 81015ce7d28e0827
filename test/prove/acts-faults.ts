import type { CoreFault } from './core-faults.js';

/** One wrong variant of what tells of an act, with the mutations by which it can be felt. */
export interface ActsFault extends CoreFault {
  readonly under: 'src';
  readonly felt: readonly string[];
}

const fault = (name: string, file: string, find: string, replace: string, ...felt: string[]): ActsFault => ({
  ...{ name, file, find, replace, felt },
  under: 'src',
});
const IDS = 'ids: [piece.id]';
const THE_CASE = 'ids: [scope.caseId]';

/** Mistakes by which what is closed is felt all the same; every one of them must be found by the property of acts. */
export const ACTS_FAULTS: readonly ActsFault[] = [
  fault(
    'another subject is told as the case',
    'features/person/subject.mutations.ts',
    'ids: [subjectId, ...custodies.map(custodyId)]',
    'ids: [caseId]',
    'addSubject',
  ),
  fault(
    'a protection is told as the case',
    'features/case/protection.mutations.ts',
    'ids: []',
    'ids: [caseId]',
    'protectPerson',
  ),
  fault(
    'a custody is told as the case',
    'features/case/guardianship.mutations.ts',
    "kind: 'CASE_CHANGED', ids }",
    "kind: 'CASE_CHANGED', ids: [scope.caseId] }",
    ...['endCustody', 'recordPrevention'],
  ),
  fault(
    'what a decision rests on is told, whatever follows from it',
    'features/transparency/case-changed.queries.ts',
    'decision.knowsCase && caseStatus(facts, decision.at)]',
    'JSON.stringify([facts.custody, facts.persons])]',
    ...['endCustody', 'recordPrevention', 'addSubject'],
  ),
  fault(
    'every change is one of the case',
    'features/transparency/case-changed.queries.ts',
    'anew || seesAny(loaded, ids) ?',
    'anew || ids.length >= 0 || seesAny(loaded, ids) ?',
    ...['writeNote', 'recordMapping', 'setAgenda'],
  ),
  fault(
    'every change of the plan is told',
    'features/plan/plan-changed.queries.ts',
    'if (!anew && !isSeen) return null;',
    'if (!anew && !isSeen && ids.length === 0) return null;',
    ...['addGoal', 'addAction', 'updateAction'],
  ),
  fault(
    'a change of the meetings tells of all of them',
    'features/meeting/meeting-changed.queries.ts',
    '[...changed].filter((id) => meetings.has(id))',
    '[...meetings]',
    ...['setAgenda', 'rescheduleMeeting'],
  ),
  fault(
    'an agenda is told as its meeting',
    'features/meeting/agenda.mutations.ts',
    'ids: [...goes.map(({ id }) => id), ...comes.map(({ piece }) => piece.id)]',
    'ids: [meeting.id]',
    'setAgenda',
  ),
  fault(
    'an agenda gives its meeting a version',
    'features/meeting/agenda.mutations.ts',
    'const decision = scope.decision();',
    'await pieces.change(pieces.kindOf(meeting) as never, meeting as never, {}); const decision = scope.decision();',
    'setAgenda',
  ),
  fault(
    'a place is told as its meeting',
    'features/meeting/meeting.mutations.ts',
    'isMoved ? [meeting.id, ...places] : places',
    '[meeting.id, ...places]',
    'rescheduleMeeting',
  ),
  fault(
    'a place gives its meeting a version',
    'features/meeting/meeting.mutations.ts',
    'const isMoved = startsAt',
    'const isMoved = place !== undefined || startsAt',
    'rescheduleMeeting',
  ),
  fault(
    'a handover counts for everybody',
    'core/plan.ts',
    'return version - unseen.length;',
    'return unseen.length >= 0 ? version : 0;',
    'updateAction',
  ),
  fault(
    'a handover is told as its action',
    'features/plan/action.mutations.ts',
    'isHandedOver ? handoverId(action.id, action.version) : action.id',
    'action.id',
    'updateAction',
  ),
  fault(
    'a handover stands in the history of everybody',
    'features/plan/plan-history.queries.ts',
    'action !== undefined && seesHandover(loaded, action, one.version)',
    'action !== undefined',
    'updateAction',
  ),
  fault(
    'what is kept from somebody is news to all',
    'changes/held-piece.ts',
    '!decision.piece(before).open && decision.piece(after).open ? [pieceId] : []',
    'decision.piece(before).open || decision.piece(after).open ? [pieceId] : []',
    ...['keepFromGuardian', 'showToGuardian'],
  ),
  fault(
    'what is held is told anew to all',
    'changes/held-piece.ts',
    "decision?.piece(before).open !== true || decision.piece(after).open) return 'NOTHING'",
    "decision === undefined) return 'NOTHING'",
    ...['keepFromGuardian', 'showToGuardian', 'holdBack'],
  ),
  fault(
    'notices are judged by nobody',
    'notification/notifier.ts',
    '(await rules.visibleChange(scope, kind, caseId, ids)) !== null',
    '(await rules.visibleChange(scope, kind, caseId, ids)) !== undefined',
    ...['writeNote', 'recordMapping'],
  ),
  fault(
    'another signature counts as an end',
    'core/cell-timeline.ts',
    'next !== undefined && goesOn ?',
    'next === undefined && goesOn ?',
    'recordPrevention',
  ),
  fault('a goal is told as its plan', 'features/plan/goal.mutations.ts', IDS, 'ids: [parentId]', 'addGoal'),
  fault('a mapping is told as the case', 'features/mapping/mapping.mutations.ts', IDS, THE_CASE, 'recordMapping'),
  fault(
    'an outcome is told as the case',
    'features/outcome/outcome.mutations.ts',
    'ids: [outcomeId]',
    THE_CASE,
    'recordOutcome',
  ),
  fault(
    'an assignment that ends is told as the case',
    'features/case/assignment.mutations.ts',
    'ids: [assignment.id]',
    THE_CASE,
    'endAssignment',
  ),
];
