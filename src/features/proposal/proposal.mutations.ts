import { AlreadyDone } from '../../access/already-done.js';
import { newPiece } from '../../access/command-piece.js';
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
import { outsideCaseMutation } from '../../graphql/case-mutation.js';
import { needsOf } from '../../graphql/context.js';
import { assignCoordinator } from '../case/first-assignment.js';
import { hashesOf, writeYoungPerson } from '../person/young-person.js';
import type { KnownBy } from '../person/young-person.js';
import { requireIdentity } from './identity-number.js';
import { ProposeInput } from './proposal-input.type.js';
import type { ConcernInput } from './proposal-input.type.js';
import { PROPOSAL_WORDS } from './proposal-words.piece.js';
import { Proposal } from './proposal.entity.js';
import { SAME_PROPOSAL } from './proposal.repository.js';
import type { SameProposal } from './proposal.repository.js';
import { ProposalType } from './proposal.type.js';
import { proposalById } from './proposal.queries.js';

/**
 * Begins a case, assigned to the coordinator and to nobody else. That the young person has a case already is nothing
 * that the proposer may know: the proposal is taken all the same.
 */
export const Propose = outsideCaseMutation({
  name: 'propose',
  description: 'Proposes a young person for the group; by any professional of the municipality.',
  input: ProposeInput,
  type: ProposalType,
  act: 'PROPOSE',
  target: () => null,
  async work(scope, input) {
    const { viewer, facts, caseId, at } = scope;
    const agencies = { proposer: requireAgency(viewer), coordinator: facts.coordinatorAgencyId };
    const identity = requireIdentity(input.personalIdentityNumber ?? null, input.birthDate ?? null);
    requireTargetAge(facts.packs, identity.birthDate, at);
    const basis = basisOf(input.basis ?? null, agencies);
    const { givenName, familyName } = input;
    await requireNew(scope, { ...identity, givenName, familyName }, basis);
    const concern = concernOf(input.concern ?? null);
    requireConcern(concern, { gate: packInForce(facts.packs, at)?.concernReportGate ?? true, basis, at });

    const holderId = identityHolder(basis, agencies);
    const personId = await writeYoungPerson(scope, { ...identity, givenName, familyName, holderId });
    await writeWords(scope, { personId, holderId, concern, words: input.words ?? null });
    await assignCoordinator(scope);
    const proposalId = writeProposal(scope, { input, basis, concern });
    return { caseId, proposalId };
  },
  read: (scope, { proposalId }, context) => proposalById(scope, needsOf(context), proposalId),
});

const LONGEST_REFERENCE = 100;

/**
 * Of one proposer and one young person there is one undecided proposal, however often it is sent.
 *
 * @throws AlreadyDone with that one; DomainError INVALID_STATE where another basis is stated: that is stated in it.
 */
async function requireNew(scope: CommandScope, young: KnownBy, basis: ProposalBasis | null): Promise<void> {
  const { identityHash, nameHash } = hashesOf(scope, young);
  const [same] = await scope.query<SameProposal>(SAME_PROPOSAL, [identityHash, nameHash]);
  if (same === undefined) return;
  if (same.basis !== basis) throw new DomainError('INVALID_STATE', 'alreadyProposed');
  throw new AlreadyDone({ caseId: same.caseId, proposalId: same.proposalId });
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
