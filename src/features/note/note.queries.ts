import type { LoadedCase } from '../../access/loaded-case.js';
import type { OpenPiece } from '../../access/open-piece.js';
import type { Shown } from '../../access/shown.js';
import type { NotesArgs } from './note.type.js';
import { NOTE } from './note.piece.js';

export type OpenNote = OpenPiece<(typeof NOTE)['fields']>;

/** The notes of a case that the viewer may see, in no particular order. */
export function notes(loaded: LoadedCase): readonly Shown[] {
  return loaded.open(NOTE).map((piece) => note(loaded, piece));
}

/** The same, not shown yet: what was asked for. */
export function askedNotes(loaded: LoadedCase, { category }: Pick<NotesArgs, 'category'>): readonly OpenNote[] {
  const all = loaded.open(NOTE);
  return category === undefined || category === null ? all : all.filter((piece) => piece.category === category);
}

/** Sorts as time does, and is unique. */
export function noteKey({ writtenAt, id }: OpenNote): string {
  return `${String(writtenAt).padStart(15, '0')} ${id}`;
}

export function note(loaded: LoadedCase, piece: OpenNote): Shown {
  const { id, correctsId } = piece;
  return loaded.once(`note ${id}`, () => {
    const values = {
      holder: loaded.registers.agency(piece.holderId),
      author: () => loaded.registers.professional(piece.authorId),
      correctsId: () => (loaded.open(NOTE).some((other) => other.id === correctsId) ? correctsId : null),
      correctedById: () => loaded.open(NOTE).findLast((other) => other.correctsId === id)?.id ?? null,
    };
    return loaded.show('Note', { piece, values });
  });
}

/** One note, or `null` where there is none that the viewer may see. */
export function noteById(loaded: LoadedCase, id: string): Shown | null {
  const piece = loaded.open(NOTE).find((each) => each.id === id);
  return piece === undefined ? null : note(loaded, piece);
}
