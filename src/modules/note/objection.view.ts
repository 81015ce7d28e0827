import { caseIdOf, present } from '../../access/present.js';
import type { ReadScope } from '../../access/read-scope.js';
import { knownCase } from '../case/case.view.js';
import { OBJECTIONS } from './note.repository.js';
import type { NoteType } from './note.type.js';
import type { ObjectionType } from './objection.type.js';

/** The objections to a note that is already shown, by date. */
export async function objectionsTo(scope: ReadScope, note: NoteType): Promise<ObjectionType[]> {
  const { presenter, id } = await knownCase(scope, caseIdOf(note));
  const rows = (await scope.pieces(OBJECTIONS, id)).filter((row) => row['noteId'] === note.id);
  return rows.flatMap((piece) => (present(presenter, 'Objection', { piece }) as unknown as ObjectionType | null) ?? []);
}
