import type { CommandScope } from '../../access/command-scope.js';
import type { PieceRow } from '../../access/piece-row.js';
import type { AgencyId, PersonId } from '../../core/ids.js';
import type { InformationCategory } from '../../core/information-category.js';
import { SITUATION } from '../case/situation.piece.js';
import { OBJECTION } from '../note/note.piece.js';
import { CONTACT } from '../person/identity.piece.js';
import { contentOf } from './piece-content.js';
import type { ContentField } from './piece-content.js';

/** A stored piece with everything that it says. */
export interface WholePiece extends PieceRow {
  readonly content: readonly ContentField[];
}

/** Whose situations and contact data are meant by category. */
export interface NamedPieces {
  readonly ids: readonly string[];
  readonly holderId: AgencyId;
  readonly situations: readonly InformationCategory[];
  /** Whose contact data; `null` for nobody's. */
  readonly contactOf: PersonId | null;
}

/** The named pieces of the locked case, whoever holds them; a note with what is said against it. */
export async function wholePieces({ pieces }: CommandScope, named: NamedPieces): Promise<WholePiece[]> {
  const { ids, holderId, situations, contactOf } = named;
  const found = new Map<string, PieceRow>();
  const add = (piece: PieceRow | null): void => {
    if (piece !== null) found.set(piece.id, piece);
  };
  for (const id of ids) add(await pieces.findAny(id));
  for (const category of situations) add(await pieces.find(SITUATION, { holderId, category }));
  const contacts = contactOf === null ? [] : await pieces.all(CONTACT, { holderId });
  for (const contact of contacts) if (contact.personId === contactOf) add(contact);
  return Promise.all(
    [...found.values()].map(async (piece) => {
      const isObjectedTo = OBJECTION.parents?.includes(piece.kind) === true;
      const against = isObjectedTo ? await pieces.all(OBJECTION, { parentId: piece.id }) : [];
      const objections = against.map(({ text }) => ({ name: 'objection', text }));
      return { ...piece, content: [...contentOf(pieces.kindOf(piece), piece), ...objections] };
    }),
  );
}
