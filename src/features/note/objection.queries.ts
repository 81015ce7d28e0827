import type { LoadedCase } from '../../access/loaded-case.js';
import type { Shown } from '../../access/shown.js';
import { OBJECTION } from './note.piece.js';

/** The objections to a note that is already shown, by date. */
export function objectionsTo(loaded: LoadedCase, noteId: string): readonly Shown[] {
  const byNote = loaded.once('objections by note', () =>
    Map.groupBy(loaded.open(OBJECTION), ({ parentId }) => parentId),
  );
  return (byNote.get(noteId) ?? []).map((piece) => {
    const role = () => loaded.facts.persons.find(({ id }) => id === piece.byId)?.kind;
    return loaded.show('Objection', { piece, values: { role } });
  });
}
