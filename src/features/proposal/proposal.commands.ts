import { newPiece } from '../../access/command-piece.js';
import type { RunCommand } from '../../access/case-target.js';
import type { CommandScope } from '../../access/command-scope.js';
import { DomainError } from '../../core/errors.js';
import { requireText } from '../../core/free-text.js';
import type { AgencyId, PersonId } from '../../core/ids.js';
import { PROPOSAL_REASONS, RISK_AREAS, ticked } from '../../core/proposal.js';
import type { ProposalBasis } from '../../core/proposal.js';
import { basisOf, identityHolder } from '../../core/rules/blind-proposal.js';
import { requireConcern } from '../../core/rules/concern-report-gate.js';
import type { Concern } from '../../core/rules/concern-report-gate.js';
import { requireAgency } from '../../core/rules/own-agency-writes.js';
import { packInForce } from '../../core/rules/pack-in-force.js';
import { requireTargetAge } from '../../core/rules/target-age.js';
import { assignCoordinator } from '../case/case-status.commands.js';
import { writeYoungPerson } from '../person/young-person.commands.js';
import { requireIdentityNumber } from './identity-number.js';
import type { ConcernInput, ProposeInput } from './proposal-input.type.js';
import { SAME_PROPOSAL } from './proposal.repository.js';
import { PROPOSAL_WORDS } from './proposal-words.piece.js';
import { Proposal } from './proposal.entity.js';

export type ProposalResult = { readonly caseId: string; readonly proposalId: string };

const LONGEST_REFERENCE = 100;

/**
 * Begins a case, assigned to the coordinator and to nobody else. That the young person has a case already is nothing
 * that the proposer may know: the proposal is taken all the same.
 */
export async function propose(run: RunCommand, input: ProposeInput): Promise<ProposalResult> {
  const { requestId } = input;
  return run({ operation: 'propose', act: 'PROPOSE', requestId, target: null, input }, async (scope) => {
    const { facts, at } = scope;
    const agencies = { proposer: requireAgency(scope.viewer), coordinator: facts.coordinatorAgencyId };
    const identity = requireIdentityNumber(input.personalIdentityNumber);
    requireTargetAge(facts.packs, identity.birthDate, at);
    const basis = basisOf(input.basis ?? null, agencies);
    await requireNew(scope, identity.personalIdentityNumber, basis);
    const concern = concernOf(input.concern ?? null);
    requireConcern(concern, { gate: packInForce(facts.packs, at)?.concernReportGate ?? true, basis, at });

    const { givenName, familyName } = input;
    const holderId = identityHolder(basis, agencies);
    const personId = await writeYoungPerson(scope, { ...identity, givenName, familyName, holderId });
    await writeWords(scope, { personId, holderId, concern, words: input.words ?? null });
    await assignCoordinator(scope);
    const proposalId = writeProposal(scope, { input, basis, concern });
    return { caseId: scope.caseId, proposalId };
  }).catch((error: unknown) => {
    if (error instanceof ProposedBefore) return error.result;
    throw error;
  });
}

/** Thrown so that nothing is left of the case that was about to begin. */
class ProposedBefore extends Error {
  constructor(readonly result: ProposalResult) {
    super('The same proposal waits already');
  }
}

/**
 * Of one proposer and one young person there is one undecided proposal, however often it is sent.
 *
 * @throws DomainError INVALID_STATE where it states another basis: that is stated in the one that there is.
 */
async function requireNew(scope: CommandScope, identityNumber: string, basis: ProposalBasis | null): Promise<void> {
  const hash = scope.identityHash(identityNumber).toString('hex');
  const [same] = await scope.query<ProposalResult & { readonly basis: ProposalBasis | null }>(SAME_PROPOSAL, [hash]);
  if (same === undefined) return;
  if (same.basis !== basis) throw new DomainError('INVALID_STATE', 'alreadyProposed');
  throw new ProposedBefore({ caseId: same.caseId, proposalId: same.proposalId });
}

function concernOf(input: ConcernInput | null): Concern | null {
  if (input === null) return null;
  const { stand, reference, reportedOn } = input;
  return {
    stand,
    reference: reference == null ? null : requireText(reference, LONGEST_REFERENCE),
    reportedOn: reportedOn ?? null,
  };
}

interface Said {
  readonly personId: PersonId;
  readonly holderId: AgencyId;
  readonly words: string | null;
  readonly concern: Concern | null;
}

async function writeWords(scope: CommandScope, { personId, holderId, words, concern }: Said): Promise<void> {
  const piece = newPiece(scope, holderId, 'IDENTITY', [personId]);
  await scope.pieces.add(PROPOSAL_WORDS, piece, {
    words: words === null ? null : requireText(words),
    concernReference: concern?.reference ?? null,
  });
}

interface Grounds {
  readonly input: ProposeInput;
  readonly basis: ProposalBasis | null;
  readonly concern: Concern | null;
}

function writeProposal(scope: CommandScope, { input, basis, concern }: Grounds): string {
  const { em, caseId, at: proposedAt, viewer } = scope;
  const id = scope.newId();
  em.persist(
    em.create(Proposal, {
      id,
      caseId,
      municipalityId: viewer.municipalityId,
      proposerId: 'roleTermId' in viewer ? viewer.roleTermId : null,
      state: 'RECEIVED',
      basis,
      reasons: ticked(PROPOSAL_REASONS, input.reasons),
      riskAreas: ticked(RISK_AREAS, input.riskAreas),
      concernStand: concern?.stand ?? null,
      concernReportedOn: concern?.reportedOn ?? null,
      proposedAt,
      decidedAt: null,
      destroyOn: null,
      destroyedOn: null,
      number: null,
    }),
  );
  return id;
}
