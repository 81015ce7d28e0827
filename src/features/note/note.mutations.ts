import { newPiece, requireOpen, requireSubjects } from '../../access/command-piece.js';
import { DomainError } from '../../core/errors.js';
import { requireText } from '../../core/free-text.js';
import { requireId } from '../../core/ids.js';
import { requireAgency, requireOwnAgency } from '../../core/rules/own-agency-writes.js';
import { caseMutation } from '../../graphql/case-mutation.js';
import { CorrectNoteInput, WriteNoteInput } from './note-input.type.js';
import { NOTE } from './note.piece.js';
import { NoteType } from './note.type.js';
import { noteById } from './note.queries.js';

/** A note of the writer's own agency, held back where the municipality's rules say so. */
export const WriteNote = caseMutation({
  name: 'writeNote',
  description: "Writes a note for the viewer's own agency. A note is never overwritten.",
  input: WriteNoteInput,
  type: NoteType,
  typename: 'Note',
  act: 'WRITE_PIECE',
  target: ({ caseId }) => caseId,
  async work(scope, input) {
    const { viewer, at: writtenAt, pieces, caseId } = scope;
    if (!('roleTermId' in viewer)) throw new DomainError('FORBIDDEN', 'capacityMayNot');
    const subjectIds = requireSubjects(scope, input.subjectIds);
    const piece = newPiece(scope, requireAgency(viewer), input.category, subjectIds);
    await pieces.add(NOTE, piece, { text: requireText(input.text), authorId: viewer.roleTermId, writtenAt });
    scope.changed({ kind: 'PIECE_CHANGED', ids: [piece.id] });
    return { caseId, noteId: piece.id };
  },
  answer: (loaded, { noteId }) => noteById(loaded, noteId),
});

/**
 * A new note by the same agency in the place of an earlier one, which stays readable as it was, with its objections. It
 * is kept from the same people: a correction must not open what its original does not.
 */
export const CorrectNote = caseMutation({
  name: 'correctNote',
  description: "Corrects a note of the viewer's own agency by a new one; the earlier one stays as it was.",
  input: CorrectNoteInput,
  type: NoteType,
  typename: 'Note',
  act: 'WRITE_PIECE',
  target: ({ noteId }) => noteId,
  async work(scope, input) {
    const { viewer, at: writtenAt, pieces, caseId } = scope;
    const correctsId = requireId<string>(input.noteId);
    const notes = await pieces.all(NOTE);
    const original = requireOpen(scope, notes.find(({ id }) => id === correctsId) ?? null);
    if (!('roleTermId' in viewer)) throw new DomainError('FORBIDDEN', 'capacityMayNot');
    requireOwnAgency(viewer, original.holderId);
    const isCorrected = notes.some((note) => note.correctsId === correctsId);
    if (isCorrected) throw new DomainError('CONFLICT', 'noteCorrected');
    const { holderId, category, subjectIds, heldBack, hiddenFromIds } = original;
    const piece = { ...newPiece(scope, holderId, category, subjectIds), heldBack, hiddenFromIds };
    const said = { text: requireText(input.text), authorId: viewer.roleTermId, writtenAt };
    await pieces.add(NOTE, piece, { ...said, correctsId });
    scope.changed({ kind: 'PIECE_CHANGED', ids: [piece.id] });
    return { caseId, noteId: piece.id };
  },
  answer: (loaded, { noteId }) => noteById(loaded, noteId),
});
