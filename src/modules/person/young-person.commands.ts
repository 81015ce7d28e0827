import { newPiece, rewrite } from '../../access/command-piece.js';
import type { CommandScope } from '../../access/command-scope.js';
import type { LocalDate } from '../../core/case-facts.js';
import { requireText } from '../../core/free-text.js';
import type { AgencyId, PersonId } from '../../core/ids.js';
import { PersonIdentity } from './person-identity.entity.js';
import { Person } from './person.entity.js';

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
export function writeYoungPerson(scope: CommandScope, young: NewYoungPerson): PersonId {
  const { em, caseId, at: recordedAt } = scope;
  const { birthDate, holderId, personalIdentityNumber } = young;
  const personId = scope.newId() as PersonId;
  em.persist(em.create(Person, { id: personId, caseId, kind: 'YOUNG_PERSON', birthDate, recordedAt }));
  const piece = newPiece(scope, holderId, 'IDENTITY', [personId]);
  const sealed = (plain: string, column: string): Buffer =>
    scope.seal(plain, { table: 'person_identity', column, rowId: piece.id });
  const identity = {
    givenNameSealed: sealed(requireText(young.givenName, LONGEST_NAME), 'given_name_sealed'),
    familyNameSealed: sealed(requireText(young.familyName, LONGEST_NAME), 'family_name_sealed'),
    personalIdentityNumberSealed: sealed(personalIdentityNumber, 'personal_identity_number_sealed'),
    personalIdentityNumberHash: scope.identityHash(personalIdentityNumber),
  };
  em.persist(em.create(PersonIdentity, { ...piece, personId, ...identity }));
  return personId;
}

/** From now on another agency holds what tells whom the case is about. */
export async function handOverIdentity({ em, caseId, facts, at }: CommandScope, holderId: AgencyId): Promise<void> {
  const identity = await em.findOneOrFail(PersonIdentity, { caseId, personId: facts.youngPersonId });
  rewrite(identity, { holderId, recordedAt: at });
}
