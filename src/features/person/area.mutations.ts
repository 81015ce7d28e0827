import { AlreadyDone } from '../../access/already-done.js';
import { newPiece } from '../../access/command-piece.js';
import type { PreparedQuery } from '../../access/prepared-query.js';
import { DomainError } from '../../core/errors.js';
import { requireId } from '../../core/ids.js';
import { caseMutation } from '../../graphql/case-mutation.js';
import { RecordAreaInput } from './area-input.type.js';
import { CONTACT } from './identity.piece.js';
import { youngPerson } from './person.queries.js';
import { YoungPersonType } from './person.type.js';

const AREA: PreparedQuery = { name: 'focus_area', text: 'select id from sig.focus_area where id = $1' };

/** Part of how the young person is reached, and closed as that is: an area tells where somebody is. */
export const RecordArea = caseMutation({
  name: 'recordArea',
  description:
    'Records in which of the focus areas the young person is at home, for the report of the term; by the coordinator.',
  input: RecordAreaInput,
  type: YoungPersonType,
  typename: 'YoungPerson',
  act: 'RECORD_AREA',
  target: ({ caseId }) => caseId,
  async work(scope, { areaId: named }) {
    const { caseId, pieces, facts, at: recordedAt } = scope;
    const areaId = named === null ? null : requireId<string>(named);
    const piece = newPiece(scope, facts.coordinatorAgencyId, 'CONTACT');
    // Whether or not there is one: what is not seen is not overwritten.
    if (!scope.decision().piece({ ...piece, kind: CONTACT.name }).open) {
      throw new DomainError('FORBIDDEN', 'areaProtected');
    }
    if (areaId !== null && (await scope.query(AREA, [areaId])).length === 0) {
      throw new DomainError('NOT_FOUND', 'nodeNotFound');
    }
    const standing = await pieces.find(CONTACT, { holderId: facts.coordinatorAgencyId });
    if ((standing?.areaId ?? null) === areaId) throw new AlreadyDone({ caseId });
    const personId = facts.youngPersonId;
    if (standing === null) await pieces.add(CONTACT, piece, { personId, areaId, address: null, phone: null });
    else await pieces.change(CONTACT, standing, { areaId }, { recordedAt });
    scope.changed({ kind: 'PIECE_CHANGED', ids: [standing?.id ?? piece.id] });
    return { caseId };
  },
  answer: youngPerson,
});
