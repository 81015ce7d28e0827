import { newPiece, requireSubjects } from '../../access/command-piece.js';
import type { RunCommand } from '../../access/command-runner.js';
import { localDate } from '../../core/calendar.js';
import { DomainError } from '../../core/errors.js';
import { requireText } from '../../core/free-text.js';
import { requireAgency } from '../../core/rules/own-agency-writes.js';
import type { RecordMappingInput } from './mapping-input.type.js';
import { Mapping } from './mapping.entity.js';

export type MappingResult = { readonly caseId: string; readonly mappingId: string };

/** A row of its own each time: what was mapped before stays as history. */
export function recordMapping(run: RunCommand, input: RecordMappingInput): Promise<MappingResult> {
  const { requestId, caseId: target, strengths, needs } = input;
  return run({ operation: 'recordMapping', act: 'WRITE_PIECE', requestId, target, input }, async (scope) => {
    const { viewer, at, em, caseId } = scope;
    if (!('roleTermId' in viewer)) throw new DomainError('FORBIDDEN', 'capacityMayNot');
    if (strengths == null && needs == null) throw new DomainError('BAD_USER_INPUT', 'mappingWithoutText');
    const piece = newPiece(scope, requireAgency(viewer), input.area, requireSubjects(scope, input.subjectIds));
    const seal = (text: string | null | undefined, column: string): Buffer | null =>
      text == null ? null : scope.seal(requireText(text), { table: 'mapping', column, rowId: piece.id });
    const texts = { strengthsSealed: seal(strengths, 'strengths_sealed'), needsSealed: seal(needs, 'needs_sealed') };
    em.persist(em.create(Mapping, { ...piece, ...texts, authorId: viewer.roleTermId, mappedOn: localDate(at) }));
    scope.changed({ kind: 'PIECE_CHANGED', ids: [piece.id] });
    return Promise.resolve({ caseId, mappingId: piece.id });
  });
}
