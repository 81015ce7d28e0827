import type { CommandScope } from '../../access/command-scope.js';
import type { BlockFact } from '../../core/case-facts.js';
import type { BlockId } from '../../core/ids.js';
import type { Instant } from '../../core/period.js';
import { Block } from './block.entity.js';

type NewBlock = Omit<BlockFact, 'id' | 'period'> & { readonly until: Instant | null };

export function writeBlock(scope: CommandScope, { until, ...block }: NewBlock, reason: string | null): BlockId {
  const { caseId, at, em } = scope;
  const id = scope.newId() as BlockId;
  const reasonSealed =
    reason === null ? null : scope.seal(reason, { table: 'block', column: 'reason_sealed', rowId: id });
  em.persist(
    em.create(Block, { id, caseId, ...block, validFrom: at, validUntil: until, reasonSealed, recordedAt: at }),
  );
  return id;
}

export async function endBlock({ em, caseId, at }: CommandScope, id: BlockId): Promise<void> {
  const block = await em.findOneOrFail(Block, { id, caseId });
  block.validUntil = at;
}
