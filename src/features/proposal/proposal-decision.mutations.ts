import { rewrite } from '../../access/command-piece.js';
import type { CommandScope } from '../../access/command-scope.js';
import type { StoredPiece } from '../../access/piece-writing.js';
import { DomainError, MissingFactError } from '../../core/errors.js';
import { requireText } from '../../core/free-text.js';
import { destroyedOn } from '../../core/proposal.js';
import { basisOf, identityHolder, requireNamed } from '../../core/rules/blind-proposal.js';
import { requireConcern } from '../../core/rules/concern-report-gate.js';
import { requireAgency } from '../../core/rules/own-agency-writes.js';
import { packInForce } from '../../core/rules/pack-in-force.js';
import { requireTargetAge } from '../../core/rules/target-age.js';
import { caseMutation, outsideCaseMutation } from '../../graphql/case-mutation.js';
import { needsOf } from '../../graphql/context.js';
import { transitionCase } from '../case/case-status.js';
import { CaseType } from '../case/case.type.js';
import { presentCase } from '../case/case.queries.js';
import { handOverIdentity } from '../person/young-person.js';
import { AcceptProposalInput, DeclineProposalInput, StateBasisInput } from './proposal-input.type.js';
import { PROPOSAL_WORDS } from './proposal-words.piece.js';
import { Proposal } from './proposal.entity.js';
import { ProposalType } from './proposal.type.js';
import { proposalById } from './proposal.queries.js';

/** Names whom a blind proposal is about: identity and words are handed to the coordinator's agency. */
export const StateBasis = outsideCaseMutation({
  name: 'stateBasis',
  description: 'States what lets the coordinator know whom a blind proposal is about; by whoever proposed.',
  input: StateBasisInput,
  type: ProposalType,
  act: 'STATE_BASIS',
  target: ({ proposalId }) => proposalId,
  locateBy: 'OWN_PROPOSAL',
  async work(scope, input) {
    const { em, pieces, viewer, caseId, facts, at } = scope;
    const proposal = await em.findOneOrFail(Proposal, { caseId });
    if (proposal.state !== 'RECEIVED') throw new DomainError('INVALID_STATE', 'proposalDecided');
    if (proposal.basis !== null) throw new DomainError('INVALID_STATE', 'basisStated');
    const agencies = { proposer: requireAgency(viewer), coordinator: facts.coordinatorAgencyId };
    const basis = basisOf(input.basis, agencies);
    if (basis === 'CONCERN_REPORTED' && proposal.concernStand !== 'REPORTED') {
      requireConcern(null, { gate: false, basis, at });
    }
    rewrite(proposal, { basis });
    const holderId = identityHolder(basis, agencies);
    await handOverIdentity(scope, holderId);
    await pieces.change(PROPOSAL_WORDS, await wordsOf(scope), {}, { holderId, recordedAt: at });
    scope.changed({ kind: 'CASE_CHANGED', ids: [caseId] });
    return { caseId, proposalId: proposal.id };
  },
  read: (scope, { proposalId }, context) => proposalById(scope, needsOf(context), proposalId),
});

/** Who is proposed must be named, and still be of the age. */
export const AcceptProposal = caseMutation({
  name: 'acceptProposal',
  description: 'Takes a proposed case on; by the coordinator.',
  input: AcceptProposalInput,
  type: CaseType,
  typename: 'Case',
  act: 'DECIDE_PROPOSAL',
  target: ({ caseId }) => caseId,
  async work(scope) {
    const { caseId, at, facts } = scope;
    const proposal = await undecided(scope);
    requireNamed(proposal.basis);
    const young = facts.persons.find(({ id }) => id === facts.youngPersonId);
    if (young?.birthDate == null) throw new MissingFactError(`birth date of person ${facts.youngPersonId}`);
    requireTargetAge(facts.packs, young.birthDate, at);
    await transitionCase(scope, 'ACCEPTED');
    rewrite(proposal, { state: 'ACCEPTED', decidedAt: at });
    return { caseId };
  },
  answer: presentCase,
});

/** Nothing of it is kept longer than the municipality's rules say. */
export const DeclineProposal = caseMutation({
  name: 'declineProposal',
  description: 'Declines a proposal, which is then destroyed when the municipality’s time is over; by the coordinator.',
  input: DeclineProposalInput,
  type: CaseType,
  typename: 'Case',
  act: 'DECIDE_PROPOSAL',
  target: ({ caseId }) => caseId,
  async work(scope, { reason }) {
    const { pieces, caseId, at, facts } = scope;
    const proposal = await undecided(scope);
    const keptDays = packInForce(facts.packs, at)?.declinedProposalKeptDays;
    if (keptDays === undefined) throw new MissingFactError('rules in force');
    const words = await wordsOf(scope);
    await pieces.change(PROPOSAL_WORDS, words, { declineReason: requireText(reason) });
    await transitionCase(scope, 'DECLINED');
    rewrite(proposal, { state: 'DECLINED', decidedAt: at, destroyOn: destroyedOn(at, keptDays) });
    return { caseId };
  },
  answer: presentCase,
});

async function wordsOf({ pieces, caseId }: CommandScope): Promise<StoredPiece<(typeof PROPOSAL_WORDS)['fields']>> {
  const words = await pieces.find(PROPOSAL_WORDS, {});
  if (words === null) throw new MissingFactError(`words of the proposal of case ${caseId}`);
  return words;
}

/** @throws DomainError INVALID_STATE for a case that no proposal began, or whose proposal is decided. */
async function undecided({ em, caseId }: CommandScope): Promise<Proposal> {
  const proposal = await em.findOne(Proposal, { caseId, state: 'RECEIVED' });
  if (proposal === null) throw new DomainError('INVALID_STATE', 'proposalDecided');
  return proposal;
}
