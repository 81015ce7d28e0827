import { newPiece } from '../../access/command-piece.js';
import type { CommandScope } from '../../access/command-scope.js';
import type { LocalDate } from '../../core/case-facts.js';
import { MissingFactError } from '../../core/errors.js';
import { requireText } from '../../core/free-text.js';
import type { AgencyId, PersonId } from '../../core/ids.js';
import { IDENTITY } from './identity.piece.js';
import { addPerson } from './person-of-case.js';

const LONGEST_NAME = 100;

export interface NewYoungPerson {
  readonly givenName: string;
  readonly familyName: string;
  /** Twelve digits. */
  readonly personalIdentityNumber: string;
  readonly birthDate: LocalDate;
  /** Who holds the identity, and so who may know whom the case is about. */
  readonly holderId: AgencyId;
}

/** Whom a case that is just beginning is about. */
export async function writeYoungPerson(scope: CommandScope, young: NewYoungPerson): Promise<PersonId> {
  const { birthDate, holderId, personalIdentityNumber } = young;
  const personId = addPerson(scope, 'YOUNG_PERSON', birthDate);
  const piece = newPiece(scope, holderId, 'IDENTITY', [personId]);
  await scope.pieces.add(IDENTITY, piece, {
    personId,
    givenName: requireText(young.givenName, LONGEST_NAME),
    familyName: requireText(young.familyName, LONGEST_NAME),
    personalIdentityNumber,
    identityHash: scope.identityHash(personalIdentityNumber).toString('hex'),
  });
  return personId;
}

/** From now on another agency holds what tells whom the case is about. */
export async function handOverIdentity({ pieces, facts, at }: CommandScope, holderId: AgencyId): Promise<void> {
  const identity = (await pieces.all(IDENTITY)).find(({ personId }) => personId === facts.youngPersonId);
  if (identity === undefined) throw new MissingFactError(`identity of person ${facts.youngPersonId}`);
  await pieces.change(IDENTITY, identity, {}, { holderId, recordedAt: at });
}
