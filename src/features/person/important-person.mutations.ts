import { newPiece, requireSeen } from '../../access/command-piece.js';
import { withId } from '../../access/shown.js';
import { localDate } from '../../core/calendar.js';
import { MissingFactError } from '../../core/errors.js';
import { requireText } from '../../core/free-text.js';
import { requireDaysInOrder } from '../../core/rules/custody-periods.js';
import { requireEndsOn } from '../../core/rules/important-person.js';
import { requireOwnAgency } from '../../core/rules/own-agency-writes.js';
import { caseMutation } from '../../graphql/case-mutation.js';
import { AddImportantPersonInput, EndImportantPersonInput } from './important-person-input.type.js';
import { IMPORTANT_PERSON } from './important-person.piece.js';
import { ImportantPersonType } from './person.type.js';
import { importantPersons } from './person.queries.js';

const LONGEST_NAME = 200;

/** About the young person, so that the young person's signers open it; the coordinator's agency holds it. */
export const AddImportantPerson = caseMutation({
  name: 'addImportantPerson',
  description: 'Names somebody else who matters to the young person, who gets no login; by the coordinator.',
  input: AddImportantPersonInput,
  type: ImportantPersonType,
  typename: 'OtherImportantPerson',
  act: 'NAME_PERSON',
  target: ({ caseId }) => caseId,
  async work(scope, input) {
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
  },
  answer: (loaded, { importantPersonId }) => withId(importantPersons(loaded), importantPersonId),
});

/** Stays to be read, with the day: what was given them to do keeps its name. */
export const EndImportantPerson = caseMutation({
  name: 'endImportantPerson',
  description:
    'From a day on somebody is no longer one of those round the young person: not called in, nothing new to do; by the coordinator.',
  input: EndImportantPersonInput,
  type: ImportantPersonType,
  typename: 'OtherImportantPerson',
  act: 'NAME_PERSON',
  target: ({ importantPersonId }) => importantPersonId,
  async work(scope, input) {
    const { pieces, caseId, at, viewer } = scope;
    const person = await requireSeen(scope, IMPORTANT_PERSON, input.importantPersonId);
    requireOwnAgency(viewer, person.holderId);
    const validUntil = input.endsOn ?? localDate(at);
    if (person.validFrom === null) throw new MissingFactError(`first day of the important person ${person.id}`);
    requireEndsOn(person.validFrom, person.validUntil, validUntil);
    await pieces.change(IMPORTANT_PERSON, person, {}, { validUntil });
    scope.changed({ kind: 'PIECE_CHANGED', ids: [person.id] });
    return { caseId, importantPersonId: person.id };
  },
  answer: (loaded, { importantPersonId }) => withId(importantPersons(loaded), importantPersonId),
});
