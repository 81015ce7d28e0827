import { destroyedOn } from '../core/proposal.js';
import { PROPOSAL_WORDS } from '../features/proposal/proposal-words.piece.js';
import type { Proposal } from '../features/proposal/proposal.entity.js';
import { piece, type CaseContext } from './case-context.js';
import type { PieceOf } from './demo-pieces.js';

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
export function proposalWords(context: CaseContext): PieceOf<typeof PROPOSAL_WORDS>[] {
  const { story, openedAt: at, pieces, roleTermId } = context;
  if (story.proposal === undefined) return [];
  const { by, words, concern, declined } = story.proposal;
  const row = piece(context, { holder: story.identityHeldBy ?? 'socialServices', category: 'IDENTITY', at });
  const concernReference = typeof concern === 'object' ? concern.reference : null;
  const said = { words: words ?? null, concernReference, declineReason: declined?.reason ?? null };
  return [pieces.add(PROPOSAL_WORDS, row, said, roleTermId(by))];
}
