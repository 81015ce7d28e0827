import { requireSeen } from '../../access/command-piece.js';
import { DomainError } from '../../core/errors.js';
import { requireText } from '../../core/free-text.js';
import { caseMutation } from '../../graphql/case-mutation.js';
import { ObjectInput } from './note-input.type.js';
import { NOTE, OBJECTION } from './note.piece.js';
import { NoteType } from './note.type.js';
import { noteById } from './note.queries.js';

const MOST = 20;

/** By a member of the family who may see the note; judged as the note, so that whoever reads one reads the other. */
export const ObjectToNote = caseMutation({
  name: 'object',
  description: 'Objects to a note; for the young person and the guardians. The objection is shown with the note.',
  input: ObjectInput,
  type: NoteType,
  typename: 'Note',
  act: 'OBJECT',
  target: ({ noteId }) => noteId,
  async work(scope, input) {
    const { pieces, caseId, viewer, at: madeAt } = scope;
    const note = await requireSeen(scope, NOTE, input.noteId);
    if (!('personId' in viewer)) throw new DomainError('FORBIDDEN', 'capacityMayNot');
    const byId = viewer.personId;
    const made = (await pieces.all(OBJECTION, { parentId: note.id })).filter((one) => one.byId === byId);
    if (made.length >= MOST) throw new DomainError('LIMIT_EXCEEDED', 'tooManyObjections', { max: MOST });
    const { holderId, category, subjectIds, heldBack, hiddenFromIds, recordedAt } = note;
    const judged = { caseId, holderId, category, subjectIds, heldBack, hiddenFromIds, recordedAt };
    const piece = { id: scope.newId(), parentId: note.id, ...judged };
    await pieces.add(OBJECTION, piece, { text: requireText(input.text), byId, madeAt });
    scope.changed({ kind: 'PIECE_CHANGED', ids: [piece.id] });
    return { caseId, noteId: note.id };
  },
  answer: (loaded, { noteId }) => noteById(loaded, noteId),
});
