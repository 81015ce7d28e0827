import { rewrite } from '../../access/command-piece.js';
import { endOf } from '../../core/closing.js';
import { DomainError } from '../../core/errors.js';
import { requireId } from '../../core/ids.js';
import { requireMayEnd } from '../../core/rules/who-may-end-assignment.js';
import { caseMutation } from '../../graphql/case-mutation.js';
import { Assignment } from './assignment.entity.js';
import { CaseFile } from './case-file.entity.js';
import { EndAssignmentInput } from './case-input.type.js';
import { ParticipantType } from './case.type.js';
import { PARTICIPANTS, participants } from './case.queries.js';

/** By either side; the unit manager of an agency comes to it by the assignment, without knowing the case. */
export const EndAssignment = caseMutation({
  name: 'endAssignment',
  description:
    'Ends an assignment at once; a professional the own one, a unit manager those of the own agency, the coordinator any other. None where the case is not yours, or thereby no longer.',
  input: EndAssignmentInput,
  type: ParticipantType,
  typename: 'Participant',
  loads: [PARTICIPANTS],
  act: 'END_ASSIGNMENT',
  target: ({ participantId }) => participantId,
  locateBy: 'TAKES_PART_OR_ANSWERS_FOR',
  async work(scope, input) {
    const { em, caseId, at } = scope;
    const assignment = await em.findOne(Assignment, { caseId, id: requireId<string>(input.participantId) });
    if (assignment === null) throw new DomainError('NOT_FOUND', 'nodeNotFound');
    requireMayEnd(scope.facts, scope.viewer, scope.decision(), assignment.roleTermId);
    const { coordinatorId } = await em.findOneOrFail(CaseFile, { id: caseId });
    if (assignment.roleTermId === coordinatorId) throw new DomainError('INVALID_STATE', 'coordinatorStays');
    const { validFrom: from, validUntil: until } = assignment;
    rewrite(assignment, { validUntil: endOf({ from, until }, at) });
    scope.changed({ kind: 'ASSIGNMENT_CHANGED', ids: [assignment.id] });
    scope.markFactsChanged();
    return { caseId, participantId: assignment.id };
  },
  answer: (loaded, { participantId }) => participants(loaded).find(({ id }) => id === participantId) ?? null,
});
