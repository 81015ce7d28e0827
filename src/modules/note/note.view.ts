import { present } from '../../access/present.js';
import type { ReadScope } from '../../access/read-scope.js';
import { agenciesById, professional } from '../agency/agency.view.js';
import { knownCase } from '../case/case.view.js';
import { NOTES } from './note.repository.js';
import type { NoteType } from './note.type.js';

/** The notes of a case that the viewer may see, in no particular order. */
export async function notes(scope: ReadScope, caseId: string): Promise<NoteType[]> {
  const [{ presenter, id }, agencies] = await Promise.all([knownCase(scope, caseId), agenciesById(scope)]);
  const rows = await scope.pieces(NOTES, id);
  const presented = await Promise.all(
    rows.map(async (piece) => {
      const note = present(presenter, 'Note', { piece, plain: { holder: agencies.get(piece.holderId) } });
      if (note === null) return [];
      note['author'] = await professional(scope, piece['authorId'] as string);
      return [{ note: note as unknown as NoteType, correctsId: piece['correctsId'] as string | null }];
    }),
  );
  const shown = presented.flat();
  const isShown = new Set(shown.map(({ note }) => note.id));
  const correctionOf = new Map(shown.map(({ note, correctsId }) => [correctsId, note.id]));
  return shown.map(({ note, correctsId }) =>
    Object.assign(note, {
      correctsId: correctsId !== null && isShown.has(correctsId) ? correctsId : null,
      correctedById: correctionOf.get(note.id) ?? null,
    }),
  );
}
