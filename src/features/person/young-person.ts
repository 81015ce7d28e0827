import { newPiece } from '../../access/command-piece.js';
import type { CommandScope } from '../../access/command-scope.js';
import type { LocalDate } from '../../core/case-facts.js';
import { MissingFactError } from '../../core/errors.js';
import type { AgencyId, PersonId } from '../../core/ids.js';
import { requireName } from '../../core/names.js';
import { nameKey, numberKey } from '../../core/same-person.js';
import { IDENTITY } from './identity.piece.js';
import { addPerson } from './person-of-case.js';

/** What tells one young person from another. */
export interface KnownBy {
  readonly givenName: string;
  readonly familyName: string;
  /** `null` for whoever has none. */
  readonly personalIdentityNumber: string | null;
  readonly birthDate: LocalDate;
}

export interface NewYoungPerson extends KnownBy {
  /** Who holds the identity, and so who may know whom the case is about. */
  readonly holderId: AgencyId;
}

/** Whom a case that is just beginning is about. */
export async function writeYoungPerson(scope: CommandScope, young: NewYoungPerson): Promise<PersonId> {
  const { birthDate, holderId, personalIdentityNumber } = young;
  const personId = addPerson(scope, 'YOUNG_PERSON', birthDate);
  const piece = newPiece(scope, holderId, 'IDENTITY', [personId]);
  const [givenName, familyName] = [requireName(young.givenName), requireName(young.familyName)];
  const values = { personId, givenName, familyName, personalIdentityNumber };
  await scope.pieces.add(IDENTITY, piece, { ...values, ...hashesOf(scope, young) });
  return personId;
}

/** By which the same person is found again, while neither name nor number can be read from them. */
export function hashesOf(
  scope: CommandScope,
  { givenName, familyName, ...more }: KnownBy,
): { readonly identityHash: string | null; readonly nameHash: string } {
  const known = { ...more, givenName: requireName(givenName), familyName: requireName(familyName) };
  const hashOf = (key: string): string => scope.identityHash(key).toString('hex');
  const number = numberKey(known);
  return { identityHash: number === null ? null : hashOf(number), nameHash: hashOf(nameKey(known)) };
}

/** From now on another agency holds what tells whom the case is about. */
export async function handOverIdentity({ pieces, facts, at }: CommandScope, holderId: AgencyId): Promise<void> {
  const identity = (await pieces.all(IDENTITY)).find(({ personId }) => personId === facts.youngPersonId);
  if (identity === undefined) throw new MissingFactError(`identity of person ${facts.youngPersonId}`);
  await pieces.change(IDENTITY, identity, {}, { holderId, recordedAt: at });
}
