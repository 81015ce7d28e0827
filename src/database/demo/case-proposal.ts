import { destroyedOn } from '../../core/proposal.js';
import type { ProposalWords } from '../../modules/proposal/proposal-words.entity.js';
import type { Proposal } from '../../modules/proposal/proposal.entity.js';
import { piece, type CaseContext } from './case-context.js';

/** The proposal that the case began with, where the story tells of one. */
export function proposal({ story, caseId, openedAt, registers, newId, roleTermId }: CaseContext): Proposal[] {
  if (story.proposal === undefined) return [];
  const { by, reasons, riskAreas, basis = null, concern = null, declined } = story.proposal;
  const { declinedProposalKeptDays } = registers.rulePack.rules;
  return [
    {
      id: newId(),
      caseId,
      municipalityId: registers.municipality.id,
      proposerId: roleTermId(by),
      state: declined === undefined ? 'RECEIVED' : 'DECLINED',
      basis,
      reasons: [...reasons],
      riskAreas: [...riskAreas],
      concernStand: concern === null || concern === 'KNOWN_TO_BE_INVOLVED' ? concern : 'REPORTED',
      concernReportedOn: concern === null || concern === 'KNOWN_TO_BE_INVOLVED' ? null : concern.reportedOn,
      proposedAt: openedAt,
      decidedAt: declined?.at ?? null,
      destroyOn: declined === undefined ? null : destroyedOn(declined.at, declinedProposalKeptDays),
      destroyedOn: null,
      number: null,
    },
  ];
}

/** Held as the identity is. */
export function proposalWords(context: CaseContext): ProposalWords[] {
  const { story, openedAt: at } = context;
  if (story.proposal === undefined) return [];
  const { words, concern, declined } = story.proposal;
  const row = piece(context, { holder: story.identityHeldBy ?? 'socialServices', category: 'IDENTITY', at });
  const sealed = (plain: string | undefined, column: string): Buffer | null =>
    plain === undefined ? null : context.seal(plain, { table: 'proposal_words', column, rowId: row.id });
  const reference = typeof concern === 'object' ? concern.reference : undefined;
  return [
    {
      ...row,
      wordsSealed: sealed(words, 'words_sealed'),
      concernReferenceSealed: sealed(reference, 'concern_reference_sealed'),
      declineReasonSealed: sealed(declined?.reason, 'decline_reason_sealed'),
    },
  ];
}
