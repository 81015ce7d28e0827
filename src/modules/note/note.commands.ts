import { newPiece, requireSubjects } from '../../access/command-piece.js';
import type { RunCommand } from '../../access/command-runner.js';
import { DomainError } from '../../core/errors.js';
import { requireText } from '../../core/free-text.js';
import { requireAgency } from '../../core/rules/own-agency-writes.js';
import type { WriteNoteInput } from './note-input.type.js';
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
    em.persist(em.create(Note, { ...piece, textSealed, authorId: viewer.roleTermId, writtenAt }));
    scope.changed({ kind: 'PIECE_CHANGED', ids: [piece.id] });
    return Promise.resolve({ caseId, noteId: piece.id });
  });
}
