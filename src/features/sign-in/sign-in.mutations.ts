import type { CommandScope } from '../../access/command-scope.js';
import { MUNICIPALITY } from '../../access/municipality-target.js';
import { DomainError } from '../../core/errors.js';
import type { PersonId } from '../../core/ids.js';
import { isNational, isSameNumber } from '../../core/identity-number.js';
import { requireSignInKey } from '../../core/sign-in-identity.js';
import { caseMutation } from '../../graphql/case-mutation.js';
import { officeMutation } from '../../graphql/office-mutation.js';
import { ProfessionalType } from '../agency/agency.type.js';
import { professionalOfRole } from '../agency/professional-of-role.js';
import { CaseType } from '../case/case.type.js';
import { presentCase } from '../case/case.queries.js';
import { IDENTITY } from '../person/identity.piece.js';
import { requirePerson } from '../person/person-of-case.js';
import { isTaken, replaceIdentity } from './replace-identity.js';
import { tiePerson } from './tie-person.js';
import { SetPersonSignInInput, SetProfessionalSignInInput } from './sign-in-input.type.js';

/** Two who share a sign-in could each act as the other, so one that somebody else has is refused. */
export const SetProfessionalSignIn = officeMutation({
  name: 'setProfessionalSignIn',
  description: 'Says by which sign-in a professional comes in, in whichever of their roles; by an administrator.',
  input: SetProfessionalSignInInput,
  type: ProfessionalType,
  act: 'TIE_PROFESSIONAL',
  target: MUNICIPALITY,
  async work(scope, input) {
    const { roleTermId, professionalId } = await professionalOfRole(scope, input.professionalId);
    const { signIn } = input;
    const next = signIn == null ? null : { kind: signIn.kind, key: requireSignInKey(signIn) };
    if (next !== null && (await isTaken(scope, professionalId, next.key)))
      throw new DomainError('CONFLICT', 'signInTaken');
    await replaceIdentity(scope, { professionalId, caseId: null, personId: null }, next);
    return { roleTermId };
  },
  read: ({ registers }, { roleTermId }) => registers.professional(roleTermId),
});

/** The right to read a case about a child follows from it, so the young person's number must be the one on record. */
export const SetPersonSignIn = caseMutation({
  name: 'setPersonSignIn',
  description:
    'Says by which personal identity number the young person or a guardian signs in; by the coordinator. They see their case as soon as they do.',
  input: SetPersonSignInInput,
  type: CaseType,
  typename: 'Case',
  act: 'TIE_PERSON',
  target: ({ caseId }) => caseId,
  async work(scope, { personId: text, personalIdentityNumber: typed }) {
    const { caseId, facts } = scope;
    const personId = requirePerson(scope, text, ['YOUNG_PERSON', 'GUARDIAN']);
    if (typed != null && personId === facts.youngPersonId) await requireOwnNumber(scope, personId, typed);
    await tiePerson(scope, personId, typed ?? null);
    return { caseId };
  },
  answer: presentCase,
});

async function requireOwnNumber({ pieces }: CommandScope, personId: PersonId, typed: string): Promise<void> {
  const identity = (await pieces.all(IDENTITY)).find((piece) => piece.personId === personId);
  const known = identity?.personalIdentityNumber ?? null;
  if (known !== null && isNational(known) && !isSameNumber(known, typed))
    throw new DomainError('BAD_USER_INPUT', 'signInDiffers');
}
