import { newPiece, requireSeen } from '../../access/command-piece.js';
import type { RunCommand } from '../../access/case-target.js';
import { localDate } from '../../core/calendar.js';
import { MissingFactError } from '../../core/errors.js';
import { requireText } from '../../core/free-text.js';
import { requireDaysInOrder } from '../../core/rules/custody-periods.js';
import { requireEndsOn } from '../../core/rules/important-person.js';
import { requireOwnAgency } from '../../core/rules/own-agency-writes.js';
import type { AddImportantPersonInput, EndImportantPersonInput } from './important-person-input.type.js';
import { IMPORTANT_PERSON } from './important-person.piece.js';

export type ImportantPersonResult = { readonly caseId: string; readonly importantPersonId: string };

const LONGEST_NAME = 200;

/** About the young person, so that the young person's signers open it; the coordinator's agency holds it. */
export function addImportantPerson(run: RunCommand, input: AddImportantPersonInput): Promise<ImportantPersonResult> {
  const { requestId, caseId: target } = input;
  return run({ operation: 'addImportantPerson', act: 'NAME_PERSON', requestId, target, input }, async (scope) => {
    const { pieces, caseId, at, facts } = scope;
    const [validFrom, validUntil] = [input.from ?? localDate(at), input.until ?? null];
    requireDaysInOrder(validFrom, validUntil);
    const piece = newPiece(scope, facts.coordinatorAgencyId, 'FAMILY');
    const name = requireText(input.name, LONGEST_NAME);
    const relation = requireText(input.relation);
    const contact = input.contact == null ? null : requireText(input.contact);
    await pieces.add(IMPORTANT_PERSON, { ...piece, validFrom, validUntil }, { name, relation, contact });
    scope.changed({ kind: 'PIECE_CHANGED', ids: [piece.id] });
    return { caseId, importantPersonId: piece.id };
  });
}

/** Stays to be read, with the day: what was given them to do keeps its name. */
export function endImportantPerson(run: RunCommand, input: EndImportantPersonInput): Promise<ImportantPersonResult> {
  const { requestId, importantPersonId: target } = input;
  return run({ operation: 'endImportantPerson', act: 'NAME_PERSON', requestId, target, input }, async (scope) => {
    const { pieces, caseId, at, viewer } = scope;
    const person = await requireSeen(scope, IMPORTANT_PERSON, target);
    requireOwnAgency(viewer, person.holderId);
    const validUntil = input.endsOn ?? localDate(at);
    if (person.validFrom === null) throw new MissingFactError(`first day of the important person ${person.id}`);
    requireEndsOn(person.validFrom, person.validUntil, validUntil);
    await pieces.change(IMPORTANT_PERSON, person, {}, { validUntil });
    scope.changed({ kind: 'PIECE_CHANGED', ids: [person.id] });
    return { caseId, importantPersonId: person.id };
  });
}
