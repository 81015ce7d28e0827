import { id, orNull, plain, sealed, TEXT } from '../../access/field-type.js';
import { pieceKind } from '../../access/piece-kind.js';
import type { PersonId } from '../../core/ids.js';

const NAMES = { givenName: sealed(TEXT), familyName: sealed(TEXT) };
const personId = plain(id<PersonId>(), 'the database checks that it is somebody of the case');

/** Who the young person is, or somebody else whom information is about. */
export const IDENTITY = pieceKind({
  number: 1,
  name: 'IDENTITY',
  fields: {
    personId,
    ...NAMES,
    personalIdentityNumber: orNull(sealed(TEXT)),
    identityHash: orNull(plain(TEXT, 'a case of the same person is found by it; keyed, so that it says nothing')),
    nameHash: orNull(plain(TEXT, 'a case of somebody of the same name and birth date is found by it; keyed as well')),
  },
  categories: ['IDENTITY', 'FAMILY'],
  shownAs: {
    YoungPerson: { heldBy: 'COORDINATOR', categories: ['IDENTITY'] },
    Subject: { heldBy: 'COORDINATOR', categories: ['FAMILY'] },
  },
  told: 'PIECE_CHANGED',
  tellsPlace: false,
  namesGuardian: false,
  coordinatorOnly: false,
  disclosable: false,
  unique: ({ personId: person, holderId }) => [person, holderId],
});

/** Who a guardian is: about whom they are guardian of, since it is that person's consent that opens it. */
export const GUARDIAN = pieceKind({
  number: 2,
  name: 'GUARDIAN',
  fields: { personId, ...NAMES },
  categories: ['FAMILY'],
  shownAs: { Guardian: { heldBy: 'COORDINATOR' } },
  told: 'PIECE_CHANGED',
  tellsPlace: false,
  namesGuardian: true,
  coordinatorOnly: false,
  disclosable: false,
  unique: ({ personId: person, holderId }) => [person, holderId],
});

/** Where the young person lives and can be reached. */
export const CONTACT = pieceKind({
  number: 3,
  name: 'CONTACT',
  fields: {
    personId,
    address: orNull(sealed(TEXT)),
    phone: orNull(sealed(TEXT)),
    /** The focus area of the municipality in which they are at home (R5). */
    areaId: orNull(sealed(id())),
  },
  categories: ['CONTACT'],
  shownAs: { YoungPerson: { heldBy: 'COORDINATOR', categories: ['CONTACT'] } },
  told: 'PIECE_CHANGED',
  tellsPlace: true,
  namesGuardian: false,
  coordinatorOnly: false,
  disclosable: true,
  copied: ['phone', 'address'],
  unique: ({ personId: person, holderId }) => [person, holderId],
});
