import { requireSeen } from '../../access/command-piece.js';
import type { RunCommand } from '../../access/command-runner.js';
import { DomainError } from '../../core/errors.js';
import { requireText } from '../../core/free-text.js';
import { requireId } from '../../core/ids.js';
import type { NoteResult } from './note.commands.js';
import type { ObjectInput } from './note-input.type.js';
import { Note } from './note.entity.js';
import { Objection } from './objection.entity.js';

const MOST = 20;

/** By a member of the family who may see the note; judged as the note, so that whoever reads one reads the other. */
export function object(run: RunCommand, input: ObjectInput): Promise<NoteResult> {
  const { requestId, noteId: target } = input;
  return run({ operation: 'object', act: 'OBJECT', requestId, target, input }, async (scope) => {
    const { em, caseId, viewer, at: madeAt } = scope;
    const note = requireSeen(scope, 'NOTE', await em.findOne(Note, { caseId, id: requireId<string>(target) }));
    if (!('personId' in viewer)) throw new DomainError('FORBIDDEN', 'capacityMayNot');
    const made = await em.count(Objection, { noteId: note.id, byId: viewer.personId });
    if (made >= MOST) throw new DomainError('LIMIT_EXCEEDED', 'tooManyObjections', { max: MOST });
    const { holderId, category, subjectIds, heldBack, hiddenFromIds, recordedAt } = note;
    const id = scope.newId();
    const judged = { id, caseId, holderId, category, subjectIds, heldBack, hiddenFromIds, recordedAt };
    const textSealed = scope.seal(requireText(input.text), { table: 'objection', column: 'text_sealed', rowId: id });
    em.persist(em.create(Objection, { ...judged, noteId: note.id, textSealed, byId: viewer.personId, madeAt }));
    scope.changed({ kind: 'PIECE_CHANGED', ids: [note.id] });
    return { caseId, noteId: note.id };
  });
}
