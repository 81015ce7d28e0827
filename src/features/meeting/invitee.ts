import type { CommandScope } from '../../access/command-scope.js';
import type { AgencyKind } from '../../core/case-facts.js';
import { DomainError } from '../../core/errors.js';
import { requireId } from '../../core/ids.js';
import type { AgencyId } from '../../core/ids.js';
import { isWithinConsent } from '../../core/rules/invitation-within-consent.js';
import type { Invitee } from '../../core/rules/invitation-within-consent.js';
import type { Called } from '../../core/rules/meeting-parties.js';
import { isImportantPerson } from '../person/seen-person.js';
import type { InviteeInput } from './invitation-input.type.js';
import { ROLE_TO_CALL } from './meeting.repository.js';

interface Role {
  readonly id: string;
  readonly profession: string;
  readonly agencyId: AgencyId;
  readonly agencyKind: AgencyKind;
}

/**
 * Who is to be called, as a client names them.
 *
 * @throws DomainError BAD_USER_INPUT for nobody or two at once, for whoever is unknown, and for a professional of an
 * agency within the consent who is not assigned.
 */
export async function inviteeOf(
  scope: CommandScope,
  { professionalId, personId }: InviteeInput,
): Promise<Called & Invitee> {
  const { facts, at } = scope;
  if ((professionalId == null) === (personId == null)) throw new DomainError('BAD_USER_INPUT', 'inviteeOnce');
  if (professionalId != null) {
    const [role] = await scope.query<Role>(ROLE_TO_CALL, [requireId(professionalId)]);
    if (role === undefined) throw new DomainError('BAD_USER_INPUT', 'inviteeUnknown');
    const assigned = facts.assignments.some(({ roleTermId }) => roleTermId === role.id);
    if (!assigned && isWithinConsent(facts, role.agencyId, at)) {
      throw new DomainError('BAD_USER_INPUT', 'inviteeNotAssigned');
    }
    return { ...role, kind: 'PROFESSIONAL' };
  }
  const id = requireId<'Person'>(personId ?? '');
  const none = { profession: null, agencyKind: null };
  const person = facts.persons.find((candidate) => candidate.id === id);
  if (person?.kind === 'YOUNG_PERSON' || person?.kind === 'GUARDIAN') return { id, kind: person.kind, ...none };
  if (await isImportantPerson(scope, id)) return { id, kind: 'IMPORTANT_PERSON', ...none };
  throw new DomainError('BAD_USER_INPUT', 'inviteeUnknown');
}
