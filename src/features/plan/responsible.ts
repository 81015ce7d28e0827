import type { CommandScope } from '../../access/command-scope.js';
import { DomainError } from '../../core/errors.js';
import { requireId } from '../../core/ids.js';
import { assignmentInForce } from '../../core/rules/assignment.js';
import { isImportantPerson, requireSeenGuardian } from '../person/seen-person.js';
import type { ValuesOf } from '../../access/piece-kind.js';
import type { ResponsibleInput } from './plan-input.type.js';
import type { ACTION } from './plan.piece.js';

/** As an action stores it. */
export type Responsible = Pick<ValuesOf<(typeof ACTION)['fields']>, 'responsibleKind' | 'responsibleId'>;

/**
 * Who is to do something, as far as the viewer may know of them: naming somebody must not be a way to find out.
 *
 * @throws DomainError BAD_USER_INPUT for none or several, and for whoever is unknown or not the viewer's to know.
 */
export async function responsibleOf(scope: CommandScope, input: ResponsibleInput): Promise<Responsible> {
  const { facts, at } = scope;
  const [named, ...more] = Object.entries(input).filter(([, id]) => id !== null && id !== undefined);
  if (named === undefined || more.length > 0) throw new DomainError('BAD_USER_INPUT', 'responsibleOnce');
  const unknown = new DomainError('BAD_USER_INPUT', 'responsibleUnknown');
  const [field, given] = named as [keyof ResponsibleInput, string];
  const responsibleId = requireId<string>(given);
  if (field === 'agencyId') {
    if (!facts.agencies.some(({ id }) => id === responsibleId)) throw unknown;
    return { responsibleKind: 'AGENCY', responsibleId };
  }
  if (field === 'professionalId') {
    const id = requireId<'RoleTerm'>(given);
    const assigned = assignmentInForce(facts.assignments, id, at) !== null;
    if (!assigned || !scope.decision().participant(id).open) throw unknown;
    return { responsibleKind: 'PROFESSIONAL', responsibleId };
  }
  const person = facts.persons.find(({ id }) => id === responsibleId);
  if (person?.kind === 'YOUNG_PERSON') return { responsibleKind: 'YOUNG_PERSON', responsibleId };
  if (person === undefined && (await isImportantPerson(scope, responsibleId))) {
    return { responsibleKind: 'IMPORTANT_PERSON', responsibleId };
  }
  if (person?.kind !== 'GUARDIAN') throw unknown;
  await requireSeenGuardian(scope, person.id).catch(() => {
    throw unknown;
  });
  return { responsibleKind: 'GUARDIAN', responsibleId };
}
