import type { CommandScope } from '../../access/command-scope.js';
import { DomainError } from '../../core/errors.js';
import { requireText } from '../../core/free-text.js';
import { requireId } from '../../core/ids.js';
import { requireDisclosable } from '../../core/rules/disclosable-piece.js';
import { requireWithinGround } from '../../core/rules/disclosure-grounds.js';
import { requireEnd, toldFrom } from '../../core/rules/disclosure-period.js';
import { requireMayDisclose, requireRecipient } from '../../core/rules/who-may-disclose.js';
import type { StaffViewer } from '../../core/viewer.js';
import { caseMutation } from '../../graphql/case-mutation.js';
import { EndDisclosureInput, StatutoryDisclosureInput } from './disclosure-input.type.js';
import { writeDisclosure } from './disclosure-writer.repository.js';
import { StatutoryDisclosureType } from './disclosure.type.js';
import { disclosureById, DISCLOSURES_NEED } from './disclosure.queries.js';
import { disclosingRoles } from './disclosing-role.repository.js';
import { StatutoryDisclosure } from './statutory-disclosure.entity.js';
import { wholePieces } from './whole-piece.js';
import type { WholePiece } from './whole-piece.js';

/**
 * The holder's decision, once, about pieces as they are now: it tells no subscriber, and what becomes of the pieces or
 * of a consent afterwards does not reach the copy.
 */
export const DiscloseWithoutConsent = caseMutation({
  name: 'discloseWithoutConsent',
  description:
    'Discloses named pieces of the own agency to one named professional, without consent and on a ground in law. It opens nothing; the recipient reads the copy in `receivedDisclosures` until its end.',
  input: StatutoryDisclosureInput,
  type: StatutoryDisclosureType,
  typename: 'StatutoryDisclosure',
  loads: DISCLOSURES_NEED,
  act: 'DISCLOSE_WITHOUT_CONSENT',
  target: ({ caseId }) => caseId,
  async work(scope, input) {
    const { caseId, facts, at } = scope;
    const { ground, until } = input;
    const { roleTermId, agencyId: holderId } = requireStaff(scope);
    const recipientId = requireId<'RoleTerm'>(input.recipientId);
    const roleOf = await disclosingRoles(scope, [roleTermId, recipientId]);
    const { profession } = requireMayDisclose(roleOf(roleTermId));
    const recipientAgencyId = requireRecipient(roleOf(recipientId), holderId, at);
    requireEnd(until, at);
    const told = toldFrom(input.tellFamilyFrom ?? null, input.delayReason ?? null, at);
    const pieces = await ownPieces(scope, holderId, input);
    for (const piece of pieces) requireDisclosable(piece, facts, at);
    const subjects = new Set(pieces.flatMap(({ subjectIds }) => subjectIds));
    const birthDates = facts.persons.filter(({ id }) => subjects.has(id)).map(({ birthDate }) => birthDate);
    const categories = [...new Set(pieces.map(({ category }) => category))];
    const grounded = { holderId, recipientAgencyId, profession, categories, birthDates };
    requireWithinGround(ground, grounded, facts.agencies, at);
    const disclosureId = writeDisclosure(scope, {
      ...{ holderId, decidedById: roleTermId, recipientId, ground, categories, until, toldFrom: told },
      ...{ about: requireText(input.about), reasons: requireText(input.reasons) },
      ...{ delayReason: input.delayReason == null ? null : requireText(input.delayReason), pieces },
    });
    return { caseId, disclosureId };
  },
  answer: (loaded, { disclosureId }, scope) => disclosureById(loaded, scope, disclosureId),
});

/** What was read was read, and nothing is read from now on. */
export const EndDisclosure = caseMutation({
  name: 'endDisclosure',
  description: 'Ends a disclosure of the own agency before its time: its copy is read no longer.',
  input: EndDisclosureInput,
  type: StatutoryDisclosureType,
  typename: 'StatutoryDisclosure',
  loads: DISCLOSURES_NEED,
  act: 'END_DISCLOSURE',
  target: ({ caseId }) => caseId,
  async work(scope, input) {
    const { em, caseId, at } = scope;
    const { roleTermId, agencyId } = requireStaff(scope);
    const found = await em.findOne(StatutoryDisclosure, { id: requireId<string>(input.disclosureId), caseId });
    // Somebody else's is not told apart from none.
    if (found?.holderId !== agencyId) throw new DomainError('NOT_FOUND', 'nodeNotFound');
    requireMayDisclose((await disclosingRoles(scope, [roleTermId]))(roleTermId));
    if (found.endedAt !== null || found.until <= at) throw new DomainError('INVALID_STATE', 'disclosureOver');
    found.endedAt = at;
    found.endedById = roleTermId;
    // No later read may bear an earlier instant, whatever becomes of the clock.
    scope.markFactsChanged();
    return { caseId, disclosureId: found.id };
  },
  answer: (loaded, { disclosureId }, scope) => disclosureById(loaded, scope, disclosureId),
});

function requireStaff({ viewer }: CommandScope): Pick<StaffViewer, 'roleTermId' | 'agencyId'> {
  if ('agencyId' in viewer) return viewer;
  throw new DomainError('FORBIDDEN', 'capacityMayNot');
}

const MOST_PIECES = 50;

/**
 * @throws DomainError BAD_USER_INPUT for none or too many, NOT_FOUND for what is not there or not the viewer's to see,
 * FORBIDDEN for what another agency holds.
 */
async function ownPieces(
  scope: CommandScope,
  holderId: StaffViewer['agencyId'],
  { pieceIds, situations, contact }: StatutoryDisclosureInput,
): Promise<WholePiece[]> {
  const ids = [...new Set(pieceIds.map((id) => requireId<string>(id)))];
  const asked = ids.length + new Set(situations).size + (contact ? 1 : 0);
  if (asked === 0 || asked > MOST_PIECES) {
    throw new DomainError('BAD_USER_INPUT', 'disclosedPieces', { max: MOST_PIECES });
  }
  const contactOf = contact ? scope.facts.youngPersonId : null;
  const found = await wholePieces(scope, { ids, holderId, situations, contactOf });
  const decision = scope.decision();
  if (found.length < asked || found.some((piece) => !decision.piece(piece).open)) {
    throw new DomainError('NOT_FOUND', 'disclosedPieceNotFound');
  }
  if (found.some((piece) => piece.holderId !== holderId)) throw new DomainError('FORBIDDEN', 'onlyOwnInformation');
  return found.sort((a, b) => a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1));
}
