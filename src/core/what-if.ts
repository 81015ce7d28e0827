import type { BlockFact, CaseFacts, Grant, Statement, StatementDecision } from './case-facts.js';
import { caseStatus } from './case-status.js';
import type { CaseStatus } from './case-status.js';
import type { BlockId, PersonId } from './ids.js';
import type { Instant } from './period.js';
import { sharing } from './sharing.js';
import { asGrants } from './upcoming.js';

/** Something that is not done, only imagined: one signer's statement, or a block, about the young person. */
export type Imagined =
  | {
      readonly kind: 'STATEMENT';
      readonly signerId: PersonId;
      readonly decision: StatementDecision;
      readonly grants: readonly Grant[] | null;
    }
  | { readonly kind: 'BLOCK'; readonly grants: readonly Grant[] | null }
  | { readonly kind: 'LIFT'; readonly blockId: BlockId };

/** What would be different, and from what. */
export interface WhatIf {
  readonly opens: readonly Grant[];
  readonly closes: readonly Grant[];
  readonly statusNow: CaseStatus;
  readonly statusThen: CaseStatus;
}

/**
 * Which cells about the young person would open or close, by the evaluation that would decide it.
 *
 * @param then when the answer is asked for: the changes are made at `at`, and seen at `then`.
 * @throws MissingFactError when the young person's birth date or the municipality's rules are missing.
 */
export function whatIf(facts: CaseFacts, imagined: readonly Imagined[], at: Instant, then: Instant = at): WhatIf {
  const changed = imagined.reduce((soFar, one) => withImagined(soFar, one, at), facts);
  const [before, after] = [sharing(facts, at), sharing(changed, then)];
  const differing = (openThen: boolean): readonly Grant[] =>
    asGrants(
      after
        .filter(({ open }, index) => open === openThen && before[index]?.open !== openThen)
        .map(({ fromId, toId, category }) => ({ holderId: fromId, recipientId: toId, category })),
      facts,
    );
  return {
    opens: differing(true),
    closes: differing(false),
    statusNow: caseStatus(facts, at),
    statusThen: caseStatus(changed, then),
  };
}

function withImagined(facts: CaseFacts, one: Imagined, at: Instant): CaseFacts {
  const subjectId = facts.youngPersonId;
  if (one.kind === 'STATEMENT') {
    const { signerId, decision, grants } = one;
    const sequence = 1 + facts.ledger.reduce((highest, row) => Math.max(highest, row.sequence), 0);
    const period = { appliesFrom: at, until: null, dataPeriods: null, recordedAt: at };
    const statement: Statement = { sequence, subjectId, signerId, decision, grants, ...period };
    return { ...facts, ledger: [...facts.ledger, statement] };
  }
  if (one.kind === 'BLOCK') {
    const block: BlockFact = {
      id: 'imagined' as BlockId,
      subjectId,
      bySignerId: subjectId,
      byHolderId: null,
      grants: one.grants,
      period: { from: at, until: null },
    };
    return { ...facts, blocks: [...facts.blocks, block] };
  }
  const blocks = facts.blocks.map((block) =>
    block.id === one.blockId ? { ...block, period: { ...block.period, until: at } } : block,
  );
  return { ...facts, blocks };
}
