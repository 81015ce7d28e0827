import type { LoadedCase } from '../../access/loaded-case.js';
import { caseStatus } from '../../core/case-status.js';
import { accessFingerprint } from '../../core/access-fingerprint.js';
import type { Topic } from '../../changes/topic.js';
import { needing } from '../../graphql/operation-plan.js';
import { ASSIGNMENT_REQUESTS, requestsOf } from '../case/assignment-request.queries.js';
import { participants, PARTICIPANTS, presentCase } from '../case/case.queries.js';
import { SITUATION } from '../case/situation.piece.js';
import { openSituations } from '../case/situation.queries.js';
import { statedIds, STATED_IDS_NEED } from '../consent/consent.queries.js';
import { MAPPING } from '../mapping/mapping.piece.js';
import { MEETING_PARTS, partsOfMeetings } from '../meeting/meeting-part.js';
import { MEETING } from '../meeting/meeting.piece.js';
import { NOTE, OBJECTION } from '../note/note.piece.js';
import { OUTCOME } from '../outcome/outcome.piece.js';
import { CONTACT, GUARDIAN, IDENTITY } from '../person/identity.piece.js';
import { IMPORTANT_PERSON } from '../person/important-person.piece.js';
import { custodyIds, guardians, subjects, youngPerson } from '../person/person.queries.js';
import { ACTION, EVALUATION, GOAL, PLAN } from '../plan/plan.piece.js';
import { changedAction } from '../plan/handover.js';
import { idsOfNodes } from './node.queries.js';

/** Everything of a case whose change the viewer is told of. */
const NODES = [NOTE, OBJECTION, PLAN, GOAL, ACTION, EVALUATION, MEETING, MAPPING, OUTCOME, IMPORTANT_PERSON];
const PERSONS = [IDENTITY, CONTACT, GUARDIAN];
const ROWS = [PARTICIPANTS, ASSIGNMENT_REQUESTS, ...STATED_IDS_NEED];

/** What a frame rests on, whatever is asked of it; loaded with what is asked, in one flight. */
export const CASE_CHANGES_NEED = [...NODES, ...MEETING_PARTS, ...PERSONS, SITUATION, ...ROWS];

/** Changes of a case and of everything in it that the viewer may see, one frame each. */
export const CASE_CHANGES: Topic = {
  typename: 'CaseChanged',
  subject: null,
  kinds: new Set([
    'CASE_CHANGED',
    'CONSENT_CHANGED',
    'ASSIGNMENT_CHANGED',
    'PIECE_CHANGED',
    'PLAN_CHANGED',
    'ACTION_CHANGED',
    'MEETING_CHANGED',
  ]),
  needs: needing(...CASE_CHANGES_NEED),
  includesKind: () => true,
  fingerprint: (viewer, facts, decision) =>
    [accessFingerprint(viewer, facts, decision), decision.knowsCase && caseStatus(facts, decision.at)].join('\n'),
  partition: (_loaded, ids) => [ids ?? []],
  buildPayload: (loaded, ids, anew) =>
    anew || seesAny(loaded, ids) ? { values: { case: presentCase(loaded) } } : null,
};

/** A change of what is withheld is no change to the viewer: a frame would tell that it is there (P11). */
function seesAny(loaded: LoadedCase, ids: readonly string[]): boolean {
  const seen = loaded.once('what is told of', () => new Set<unknown>(told(loaded)));
  return ids.some((id) => seen.has(id) || changedAction(loaded, id) !== undefined);
}

function told(loaded: LoadedCase): readonly unknown[] {
  const rows = [...participants(loaded), ...(requestsOf(loaded) ?? []), ...openSituations(loaded)];
  const persons = [youngPerson(loaded), ...guardians(loaded), ...subjects(loaded)];
  return [
    loaded.id,
    ...[...rows, ...loaded.open(PLAN)].map(({ id }) => id),
    ...persons.map((person) => person.value('id')),
    ...custodyIds(loaded),
    ...[...loaded.open(OBJECTION), ...loaded.open(OUTCOME), ...loaded.open(EVALUATION)].map(({ id }) => id),
    ...partsOfMeetings(loaded).keys(),
    ...statedIds(loaded),
    ...idsOfNodes(loaded),
  ];
}
