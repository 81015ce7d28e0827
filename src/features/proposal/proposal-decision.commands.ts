import { rewrite } from '../../access/command-piece.js';
import type { RunCommand } from '../../access/case-target.js';
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
import { turnCase } from '../case/case-status.js';
import { handOverIdentity } from '../person/young-person.js';
import type { ProposalResult } from './proposal.commands.js';
import type { AcceptProposalInput, DeclineProposalInput, StateBasisInput } from './proposal-input.type.js';
import { PROPOSAL_WORDS } from './proposal-words.piece.js';
import { Proposal } from './proposal.entity.js';

export type DecidedResult = { readonly caseId: string };

/** Names whom a blind proposal is about: identity and words are handed to the coordinator's agency. */
export function stateBasis(run: RunCommand, input: StateBasisInput): Promise<ProposalResult> {
  const { requestId, proposalId: target } = input;
  const request = {
    operation: 'stateBasis',
    act: 'STATE_BASIS',
    requestId,
    target,
    locateBy: 'OWN_PROPOSAL',
    input,
  } as const;
  return run(request, async (scope) => {
    const { em, pieces, caseId, facts, at } = scope;
    const proposal = await em.findOneOrFail(Proposal, { caseId });
    if (proposal.state !== 'RECEIVED') throw new DomainError('INVALID_STATE', 'proposalDecided');
    if (proposal.basis !== null) throw new DomainError('INVALID_STATE', 'basisStated');
    const agencies = { proposer: requireAgency(scope.viewer), coordinator: facts.coordinatorAgencyId };
    const basis = basisOf(input.basis, agencies);
    if (basis === 'CONCERN_REPORTED' && proposal.concernStand !== 'REPORTED')
      requireConcern(null, { gate: false, basis, at });
    rewrite(proposal, { basis });
    const holderId = identityHolder(basis, agencies);
    await handOverIdentity(scope, holderId);
    await pieces.change(PROPOSAL_WORDS, await wordsOf(scope), {}, { holderId, recordedAt: at });
    scope.changed({ kind: 'CASE_CHANGED', ids: [caseId] });
    return { caseId, proposalId: proposal.id };
  });
}

/** The municipality takes the case on; who is proposed must be named, and still be of the age. */
export function acceptProposal(run: RunCommand, input: AcceptProposalInput): Promise<DecidedResult> {
  const { requestId, caseId: target } = input;
  return run({ operation: 'acceptProposal', act: 'DECIDE_PROPOSAL', requestId, target, input }, async (scope) => {
    const { caseId, at, facts } = scope;
    const proposal = await undecided(scope);
    requireNamed(proposal.basis);
    const young = facts.persons.find(({ id }) => id === facts.youngPersonId);
    if (young?.birthDate == null) throw new MissingFactError(`birth date of person ${facts.youngPersonId}`);
    requireTargetAge(facts.packs, young.birthDate, at);
    await turnCase(scope, 'ACCEPTED');
    rewrite(proposal, { state: 'ACCEPTED', decidedAt: at });
    return { caseId };
  });
}

/** Nothing of it is kept longer than the municipality's rules say. */
export function declineProposal(run: RunCommand, input: DeclineProposalInput): Promise<DecidedResult> {
  const { requestId, caseId: target, reason } = input;
  return run({ operation: 'declineProposal', act: 'DECIDE_PROPOSAL', requestId, target, input }, async (scope) => {
    const { pieces, caseId, at, facts } = scope;
    const proposal = await undecided(scope);
    const keptDays = packInForce(facts.packs, at)?.declinedProposalKeptDays;
    if (keptDays === undefined) throw new MissingFactError('rules in force');
    const words = await wordsOf(scope);
    await pieces.change(PROPOSAL_WORDS, words, { declineReason: requireText(reason) });
    await turnCase(scope, 'DECLINED');
    rewrite(proposal, { state: 'DECLINED', decidedAt: at, destroyOn: destroyedOn(at, keptDays) });
    return { caseId };
  });
}

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
