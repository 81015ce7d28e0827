import { id, INSTANT, orNull, plain, sealed, TEXT } from '../../access/field-type.js';
import { pieceKind } from '../../access/piece-kind.js';
import type { PersonId, RoleTermId } from '../../core/ids.js';

export const NOTE = pieceKind({
  number: 7,
  name: 'NOTE',
  fields: {
    text: sealed(TEXT),
    authorId: sealed(id<RoleTermId>()),
    writtenAt: sealed(INSTANT),
    /** The note that this one corrects; the older one stays as it is. */
    correctsId: orNull(plain(id(), 'whether a note is corrected is asked before anything is opened')),
  },
  categories: 'ANY',
  shownAs: { Note: { heldBy: 'EVERYONE' } },
  told: 'PIECE_CHANGED',
  tellsPlace: false,
  namesGuardian: false,
  coordinatorOnly: false,
  disclosable: true,
  copied: ['text', 'writtenAt'],
  unique: ({ correctsId }) => (correctsId === null ? null : [correctsId]),
});

/** What a member of the family says against a note: judged as the note, and shown with it. */
export const OBJECTION = pieceKind({
  number: 8,
  name: 'OBJECTION',
  parents: ['NOTE'],
  fields: { text: sealed(TEXT), byId: sealed(id<PersonId>()), madeAt: sealed(INSTANT) },
  categories: 'ANY',
  shownAs: { Objection: { heldBy: 'AS_PARENT' } },
  told: 'PIECE_CHANGED',
  tellsPlace: false,
  namesGuardian: false,
  coordinatorOnly: false,
  disclosable: false,
  order: ({ madeAt }) => madeAt,
});
