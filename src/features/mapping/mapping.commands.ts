import { newPiece, requireSubjects } from '../../access/command-piece.js';
import type { RunCommand } from '../../access/case-target.js';
import { localDate } from '../../core/calendar.js';
import { DomainError } from '../../core/errors.js';
import { requireText } from '../../core/free-text.js';
import { requireAgency } from '../../core/rules/own-agency-writes.js';
import type { RecordMappingInput } from './mapping-input.type.js';
import { MAPPING } from './mapping.piece.js';

export type MappingResult = { readonly caseId: string; readonly mappingId: string };

/** A row of its own each time: what was mapped before stays as history. */
export function recordMapping(run: RunCommand, input: RecordMappingInput): Promise<MappingResult> {
  const { requestId, caseId: target, strengths, needs } = input;
  return run({ operation: 'recordMapping', act: 'WRITE_PIECE', requestId, target, input }, async (scope) => {
    const { viewer, at, pieces, caseId } = scope;
    if (!('roleTermId' in viewer)) throw new DomainError('FORBIDDEN', 'capacityMayNot');
    if (strengths == null && needs == null) throw new DomainError('BAD_USER_INPUT', 'mappingWithoutText');
    const piece = newPiece(scope, requireAgency(viewer), input.area, requireSubjects(scope, input.subjectIds));
    const tidy = (text: string | null | undefined): string | null => (text == null ? null : requireText(text));
    const texts = { strengths: tidy(strengths), needs: tidy(needs) };
    await pieces.add(MAPPING, piece, { ...texts, authorId: viewer.roleTermId, mappedOn: localDate(at) });
    scope.changed({ kind: 'PIECE_CHANGED', ids: [piece.id] });
    return { caseId, mappingId: piece.id };
  });
}
