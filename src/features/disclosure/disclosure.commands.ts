import type { RunCommand } from '../../access/case-target.js';
import type { CommandScope } from '../../access/command-scope.js';
import { DomainError } from '../../core/errors.js';
import { requireText } from '../../core/free-text.js';
import { requireId } from '../../core/ids.js';
import { requireDisclosable } from '../../core/rules/disclosable-piece.js';
import { requireWithinGround } from '../../core/rules/disclosure-grounds.js';
import { requireEnd, toldFrom } from '../../core/rules/disclosure-period.js';
import { requireMayDisclose, requireRecipient } from '../../core/rules/who-may-disclose.js';
import type { StaffViewer } from '../../core/viewer.js';
import type { EndDisclosureInput, StatutoryDisclosureInput } from './disclosure-input.type.js';
import { writeDisclosure } from './disclosure-writer.repository.js';
import { disclosingRoles } from './disclosing-role.repository.js';
import { StatutoryDisclosure } from './statutory-disclosure.entity.js';
import { wholePieces } from './whole-piece.js';
import type { WholePiece } from './whole-piece.js';

export type DisclosureResult = { readonly caseId: string; readonly disclosureId: string };

const MOST_PIECES = 50;

/**
 * The holder's decision, once, about pieces as they are now: it opens no cell, tells no subscriber, and what becomes of
 * the pieces or of a consent afterwards does not reach the copy.
 */
export function discloseWithoutConsent(run: RunCommand, input: StatutoryDisclosureInput): Promise<DisclosureResult> {
  const { requestId, caseId: target, ground } = input;
  const act = 'DISCLOSE_WITHOUT_CONSENT';
  return run({ operation: 'discloseWithoutConsent', act, requestId, target, input }, async (scope) => {
    const { at, facts } = scope;
    const { roleTermId, agencyId: holderId } = requireStaff(scope);
    const recipientId = requireId<'RoleTerm'>(input.recipientId);
    const roleOf = await disclosingRoles(scope, [roleTermId, recipientId]);
    const { profession } = requireMayDisclose(roleOf(roleTermId));
    const recipientAgencyId = requireRecipient(roleOf(recipientId), holderId, at);
    requireEnd(input.until, at);
    const told = toldFrom(input.tellFamilyFrom ?? null, input.delayReason ?? null, at);
    const pieces = await ownPieces(scope, holderId, input);
    for (const piece of pieces) requireDisclosable(piece, facts, at);
    const subjects = new Set(pieces.flatMap(({ subjectIds }) => subjectIds));
    const birthDates = facts.persons.filter(({ id }) => subjects.has(id)).map(({ birthDate }) => birthDate);
    const categories = [...new Set(pieces.map(({ category }) => category))];
    const grounded = { holderId, recipientAgencyId, profession, categories, birthDates };
    requireWithinGround(ground, grounded, facts.agencies, at);
    const disclosureId = writeDisclosure(scope, {
      ...{ holderId, decidedById: roleTermId, recipientId, ground, categories, until: input.until, toldFrom: told },
      ...{ about: requireText(input.about), reasons: requireText(input.reasons) },
      ...{ delayReason: input.delayReason == null ? null : requireText(input.delayReason), pieces },
    });
    return { caseId: scope.caseId, disclosureId };
  });
}

/** Ends a disclosure now: what was read was read, and nothing is read from now on. */
export function endDisclosure(run: RunCommand, input: EndDisclosureInput): Promise<DisclosureResult> {
  const { requestId, caseId: target } = input;
  const request = { operation: 'endDisclosure', act: 'END_DISCLOSURE', requestId, target, input } as const;
  return run(request, async (scope) => {
    const { roleTermId, agencyId } = requireStaff(scope);
    const id = requireId<string>(input.disclosureId);
    const found = await scope.em.findOne(StatutoryDisclosure, { id, caseId: scope.caseId });
    // Somebody else's is not told apart from none.
    if (found?.holderId !== agencyId) throw new DomainError('NOT_FOUND', 'nodeNotFound');
    requireMayDisclose((await disclosingRoles(scope, [roleTermId]))(roleTermId));
    if (found.endedAt !== null || found.until <= scope.at) throw new DomainError('INVALID_STATE', 'disclosureOver');
    found.endedAt = scope.at;
    found.endedById = roleTermId;
    // No later read may bear an earlier instant, whatever becomes of the clock.
    scope.markFactsChanged();
    return { caseId: scope.caseId, disclosureId: found.id };
  });
}

function requireStaff({ viewer }: CommandScope): Pick<StaffViewer, 'roleTermId' | 'agencyId'> {
  if ('agencyId' in viewer) return viewer;
  throw new DomainError('FORBIDDEN', 'capacityMayNot');
}

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
