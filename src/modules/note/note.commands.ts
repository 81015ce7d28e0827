import { newPiece, requireSeen, requireSubjects } from '../../access/command-piece.js';
import type { RunCommand } from '../../access/command-runner.js';
import { DomainError } from '../../core/errors.js';
import { requireText } from '../../core/free-text.js';
import { requireId } from '../../core/ids.js';
import { requireAgency, requireOwnAgency } from '../../core/rules/own-agency-writes.js';
import type { CorrectNoteInput, WriteNoteInput } from './note-input.type.js';
import { Note } from './note.entity.js';

export type NoteResult = { readonly caseId: string; readonly noteId: string };

/** A note of the writer's own agency, held back where the municipality's rules say so. */
export function writeNote(run: RunCommand, input: WriteNoteInput): Promise<NoteResult> {
  const { requestId, caseId: target } = input;
  return run({ operation: 'writeNote', act: 'WRITE_PIECE', requestId, target, input }, async (scope) => {
    const { viewer, at: writtenAt, em, caseId } = scope;
    if (!('roleTermId' in viewer)) throw new DomainError('FORBIDDEN', 'capacityMayNot');
    const subjectIds = requireSubjects(scope, input.subjectIds);
    const piece = newPiece(scope, requireAgency(viewer), input.category, subjectIds);
    const place = { table: 'note', column: 'text_sealed', rowId: piece.id };
    const textSealed = scope.seal(requireText(input.text), place);
    em.persist(em.create(Note, { ...piece, textSealed, authorId: viewer.roleTermId, writtenAt, correctsId: null }));
    scope.changed({ kind: 'PIECE_CHANGED', ids: [piece.id] });
    return Promise.resolve({ caseId, noteId: piece.id });
  });
}

/**
 * A new note by the same agency in the place of an earlier one, which stays readable as it was, with its objections. It is
 * kept from the same people: a correction must not open what its original does not.
 */
export function correctNote(run: RunCommand, input: CorrectNoteInput): Promise<NoteResult> {
  const { requestId, noteId: target } = input;
  return run({ operation: 'correctNote', act: 'WRITE_PIECE', requestId, target, input }, async (scope) => {
    const { viewer, at: writtenAt, em, caseId } = scope;
    const id = requireId<string>(target);
    const original = requireSeen(scope, 'NOTE', await em.findOne(Note, { caseId, id }));
    if (!('roleTermId' in viewer)) throw new DomainError('FORBIDDEN', 'capacityMayNot');
    requireOwnAgency(viewer, original.holderId);
    if ((await em.count(Note, { correctsId: id })) > 0) throw new DomainError('CONFLICT', 'noteCorrected');
    const { holderId, category, subjectIds, heldBack, hiddenFromIds } = original;
    const piece = { ...newPiece(scope, holderId, category, subjectIds), heldBack, hiddenFromIds };
    const textSealed = scope.seal(requireText(input.text), { table: 'note', column: 'text_sealed', rowId: piece.id });
    em.persist(em.create(Note, { ...piece, textSealed, authorId: viewer.roleTermId, writtenAt, correctsId: id }));
    scope.changed({ kind: 'PIECE_CHANGED', ids: [piece.id] });
    return { caseId, noteId: piece.id };
  });
}
