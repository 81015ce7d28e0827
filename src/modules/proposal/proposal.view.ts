import { disclosing } from '../../access/disclosure.js';
import { present } from '../../access/present.js';
import type { ReadScope } from '../../access/read-scope.js';
import { proposalToldTo } from '../../core/rules/proposal-told.js';
import { caseView, knownCase } from '../case/case.view.js';
import type { CaseView } from '../case/case.view.js';
import { GROUNDS, PROPOSAL_WORDS, PROPOSALS, PROPOSED_AGAIN } from './proposal.repository.js';
import type { GroundsRow, ProposalRow } from './proposal.repository.js';
import type { ProposalGroundsType, ProposalType } from './proposal.type.js';

/** A proposal as the viewer is told of it, with the case where that may be told too. */
export interface ToldProposal {
  readonly node: ProposalType;
  readonly view: CaseView | null;
}

export async function proposals(scope: ReadScope): Promise<ToldProposal[]> {
  const rows = await scope.query<ProposalRow>(PROPOSALS, []);
  const told = await Promise.all(rows.map((row) => toldOf(scope, row)));
  return told.filter((proposal) => proposal !== null);
}

async function toldOf(scope: ReadScope, row: ProposalRow): Promise<ToldProposal | null> {
  const view = await caseView(scope, row.caseId);
  const { id, caseId, state, proposedAt, decidedAt, destroyedOn, proposerId } = row;
  const told = proposalToldTo(scope.viewer, {
    proposerId,
    isDestroyed: destroyedOn !== null,
    knowsCase: view !== null,
  });
  if (told === null) return null;
  const common = { __typename: 'Proposal', id, caseId, state, proposedAt, decidedAt };
  const number = told === 'CASE' ? (view?.shell.number ?? null) : told === 'NUMBER' ? row.number : null;
  const node = disclosing({ ...common, number, destroyedOn: told === 'NUMBER' ? destroyedOn : null }, []);
  return { node, view: told === 'CASE' ? view : null };
}

/** The case that a proposal began, for whoever is told of that. */
export async function caseOfProposal(scope: ReadScope, { caseId, number }: ProposalType): Promise<CaseView | null> {
  return number === null ? null : caseView(scope, caseId);
}

/** `null` for whom the rule closes it, and for a case that no proposal began. */
export async function grounds(scope: ReadScope, caseId: string): Promise<ProposalGroundsType | null> {
  const { presenter, decision, id } = await knownCase(scope, caseId);
  if (!decision.rule('proposal').open) return null;
  const [row, pieces] = await Promise.all([
    scope
      .loader<GroundsRow | null>('proposal_grounds', async (ids) => {
        const found = await scope.query<GroundsRow>(GROUNDS, [ids]);
        return ids.map((one) => found.find((each) => each.caseId === one) ?? null);
      })
      .load(id),
    scope.pieces(PROPOSAL_WORDS, id),
  ]);
  if (row === null) return null;
  const alreadyInCase = await scope
    .loader<boolean>('proposed_again', async (ids) => {
      const again = new Set((await scope.query<{ caseId: string }>(PROPOSED_AGAIN, [ids])).map((one) => one.caseId));
      return ids.map((one) => again.has(one));
    })
    .load(id);
  const plain = { ...row, alreadyInCase };
  const shown = present(presenter, 'ProposalGrounds', { plain, pieces });
  // Into the same object: a copy would no longer tell what reading it discloses.
  return Object.assign(shown ?? {}, { proposerId: row.proposerId }) as unknown as ProposalGroundsType;
}
