import { newPiece, requireSeen, rewrite } from '../../access/command-piece.js';
import type { RunCommand } from '../../access/command-runner.js';
import { localDate } from '../../core/calendar.js';
import { requireText } from '../../core/free-text.js';
import { requireId } from '../../core/ids.js';
import { requireDaysInOrder } from '../../core/rules/custody-periods.js';
import { requireEndsOn } from '../../core/rules/important-person.js';
import { requireOwnAgency } from '../../core/rules/own-agency-writes.js';
import type { AddImportantPersonInput, EndImportantPersonInput } from './important-person-input.type.js';
import { ImportantPerson } from './important-person.entity.js';

export type ImportantPersonResult = { readonly caseId: string; readonly importantPersonId: string };

const LONGEST_NAME = 200;

/** About the young person, so that the young person's signers open it; the coordinator's agency holds it. */
export function addImportantPerson(run: RunCommand, input: AddImportantPersonInput): Promise<ImportantPersonResult> {
  const { requestId, caseId: target } = input;
  return run({ operation: 'addImportantPerson', act: 'NAME_PERSON', requestId, target, input }, (scope) => {
    const { em, caseId, at, facts } = scope;
    const [validFrom, validUntil] = [input.from ?? localDate(at), input.until ?? null];
    requireDaysInOrder(validFrom, validUntil);
    const piece = newPiece(scope, facts.coordinatorAgencyId, 'FAMILY');
    const seal = (text: string, column: string, longest?: number): Buffer =>
      scope.seal(requireText(text, longest), { table: 'important_person', column, rowId: piece.id });
    const texts = {
      nameSealed: seal(input.name, 'name_sealed', LONGEST_NAME),
      relationSealed: seal(input.relation, 'relation_sealed'),
      contactSealed: input.contact == null ? null : seal(input.contact, 'contact_sealed'),
    };
    em.persist(em.create(ImportantPerson, { ...piece, ...texts, validFrom, validUntil }));
    scope.changed({ kind: 'PIECE_CHANGED', ids: [piece.id] });
    return Promise.resolve({ caseId, importantPersonId: piece.id });
  });
}

/** Stays to be read, with the day: what was given them to do keeps its name. */
export function endImportantPerson(run: RunCommand, input: EndImportantPersonInput): Promise<ImportantPersonResult> {
  const { requestId, importantPersonId: target } = input;
  return run({ operation: 'endImportantPerson', act: 'NAME_PERSON', requestId, target, input }, async (scope) => {
    const { em, caseId, at, viewer } = scope;
    const id = requireId<string>(target);
    const person = requireSeen(scope, 'IMPORTANT_PERSON', await em.findOne(ImportantPerson, { caseId, id }));
    requireOwnAgency(viewer, person.holderId);
    const validUntil = input.endsOn ?? localDate(at);
    requireEndsOn(person.validFrom, person.validUntil, validUntil);
    rewrite(person, { validUntil });
    scope.changed({ kind: 'PIECE_CHANGED', ids: [id] });
    return { caseId, importantPersonId: id };
  });
}
