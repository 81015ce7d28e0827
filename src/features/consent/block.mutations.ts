import { formPeriod } from '../../core/consent-evidence.js';
import { normalGrants } from '../../core/consent-form.js';
import { DomainError } from '../../core/errors.js';
import { requireId } from '../../core/ids.js';
import type { BlockId } from '../../core/ids.js';
import { contains } from '../../core/period.js';
import { authorOfBlock, mayLift } from '../../core/rules/who-may-block.js';
import { requireSigner } from '../../core/rules/who-may-state.js';
import { caseMutation } from '../../graphql/case-mutation.js';
import { BlockInput, UnblockArgs } from './block-input.type.js';
import { endBlock, writeBlock } from './block-writer.repository.js';
import { requireSubject } from './consent-subject.js';
import { BlockType } from './consent.type.js';
import { blockById, SIGNERS_NEED } from './consent.queries.js';
import { grantsOfInput } from './grants-of-input.js';

/** Closes cells at once. */
export const Block = caseMutation({
  name: 'block',
  description: 'Sets a block (spärr): by a signer, or by the holder about its own information. It beats every consent.',
  input: BlockInput,
  type: BlockType,
  typename: 'Block',
  closedBy: 'consentDetails',
  loads: SIGNERS_NEED,
  act: 'BLOCK',
  target: ({ caseId }) => caseId,
  work(scope, { subjectId = null, cells: named, bySignerId, until: askedUntil = null, reason = null }) {
    const { viewer, facts, caseId, at } = scope;
    const subject = requireSubject(scope, subjectId);
    const cells = normalGrants(grantsOfInput(named), facts.agencies);
    if (cells.length === 0 && named.length > 0) throw new DomainError('BAD_USER_INPUT', 'formNamesNothing');
    const grants = cells.length === 0 ? null : cells;
    const signerId = bySignerId == null ? null : requireSigner(subject, requireId(bySignerId), at);
    const author = authorOfBlock(viewer, signerId, grants);
    const { until } = formPeriod(at, null, askedUntil);
    const blockId = writeBlock(scope, { ...author, subjectId: subject.id, grants, until }, reason);
    scope.changed({ kind: 'CONSENT_CHANGED', ids: [blockId] });
    scope.markFactsChanged();
    return { caseId, blockId };
  },
  answer: (loaded, { blockId }) => blockById(loaded, blockId),
});

/** What is consented speaks again from then on. */
export const Unblock = caseMutation({
  name: 'unblock',
  description: 'Lifts a block, by whoever set it; one of a signer also by the coordinator on the signer’s word.',
  input: UnblockArgs,
  spreadsInput: true,
  type: BlockType,
  typename: 'Block',
  closedBy: 'consentDetails',
  loads: SIGNERS_NEED,
  act: 'UNBLOCK',
  target: ({ blockId }) => blockId,
  async work(scope, { blockId }) {
    const { viewer, facts, caseId, at } = scope;
    const found = facts.blocks.find(({ id }) => id === (blockId.toLowerCase() as BlockId));
    if (found === undefined) throw new DomainError('NOT_FOUND', 'nodeNotFound');
    if (!mayLift(viewer, found)) throw new DomainError('FORBIDDEN', 'onlyOwnBlock');
    if (!contains(found.period, at)) throw new DomainError('INVALID_STATE', 'blockOver');
    await endBlock(scope, found.id);
    scope.changed({ kind: 'CONSENT_CHANGED', ids: [found.id] });
    scope.markFactsChanged();
    return { caseId, blockId: found.id };
  },
  answer: (loaded, { blockId }) => blockById(loaded, blockId),
});
