import type { RunCommand } from '../../access/case-target.js';
import { formPeriod } from '../../core/consent-evidence.js';
import { normalGrants } from '../../core/consent-form.js';
import { DomainError } from '../../core/errors.js';
import { requireId } from '../../core/ids.js';
import type { BlockId } from '../../core/ids.js';
import { contains } from '../../core/period.js';
import { requireVoice } from '../../core/rules/who-may-state.js';
import { authorOfBlock, mayLift } from '../../core/rules/who-may-block.js';
import type { BlockInput, UnblockArgs } from './block-input.type.js';
import { endBlock, writeBlock } from './block-writer.repository.js';
import { requireSubject } from './consent.commands.js';
import { grantsOfInput } from './grants-of-input.js';

export type BlockResult = { readonly caseId: string; readonly blockId: string };

/** Closes cells at once, whatever is consented. */
export function block(run: RunCommand, input: BlockInput): Promise<BlockResult> {
  const { requestId, caseId: target } = input;
  return run({ operation: 'block', act: 'BLOCK', requestId, target, input }, (scope) => {
    const subject = requireSubject(scope, input.subjectId ?? null);
    const cells = normalGrants(grantsOfInput(input.cells), scope.facts.agencies);
    if (cells.length === 0 && input.cells.length > 0) throw new DomainError('BAD_USER_INPUT', 'formNamesNothing');
    const grants = cells.length === 0 ? null : cells;
    const signerId = input.bySignerId == null ? null : requireVoice(subject, requireId(input.bySignerId), scope.at);
    const author = authorOfBlock(scope.viewer, signerId, grants);
    const { until } = formPeriod(scope.at, null, input.until ?? null);
    const blockId = writeBlock(scope, { ...author, subjectId: subject.id, grants, until }, input.reason ?? null);
    scope.changed({ kind: 'CONSENT_CHANGED', ids: [blockId] });
    scope.markFactsChanged();
    return Promise.resolve({ caseId: scope.caseId, blockId });
  });
}

/** Ends a block that is in force; what is consented speaks again from then on. */
export function unblock(run: RunCommand, args: UnblockArgs): Promise<BlockResult> {
  const { requestId = null, blockId: target } = args;
  return run({ operation: 'unblock', act: 'UNBLOCK', requestId, target, input: args }, async (scope) => {
    const found = scope.facts.blocks.find(({ id }) => id === (target.toLowerCase() as BlockId));
    if (found === undefined) throw new DomainError('NOT_FOUND', 'nodeNotFound');
    if (!mayLift(scope.viewer, found)) throw new DomainError('FORBIDDEN', 'onlyOwnBlock');
    if (!contains(found.period, scope.at)) throw new DomainError('INVALID_STATE', 'blockOver');
    await endBlock(scope, found.id);
    scope.changed({ kind: 'CONSENT_CHANGED', ids: [found.id] });
    scope.markFactsChanged();
    return { caseId: scope.caseId, blockId: found.id };
  });
}
