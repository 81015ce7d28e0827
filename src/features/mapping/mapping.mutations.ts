import { newPiece, requireSubjects } from '../../access/command-piece.js';
import { localDate } from '../../core/calendar.js';
import { DomainError } from '../../core/errors.js';
import { requireText } from '../../core/free-text.js';
import { requireAgency } from '../../core/rules/own-agency-writes.js';
import { caseMutation } from '../../graphql/case-mutation.js';
import { RecordMappingInput } from './mapping-input.type.js';
import { MAPPING } from './mapping.piece.js';
import { NeedsMappingType } from './mapping.type.js';
import { mappingById } from './mapping.queries.js';

/** A row of its own each time: what was mapped before stays as history. */
export const RecordMapping = caseMutation({
  name: 'recordMapping',
  description: "Maps the needs in one area of life, for the viewer's own agency; earlier mappings stay as history.",
  input: RecordMappingInput,
  type: NeedsMappingType,
  typename: 'NeedsMapping',
  act: 'WRITE_PIECE',
  target: ({ caseId }) => caseId,
  async work(scope, { area, strengths, needs, subjectIds }) {
    const { viewer, at, pieces, caseId } = scope;
    if (!('roleTermId' in viewer)) throw new DomainError('FORBIDDEN', 'capacityMayNot');
    if (strengths == null && needs == null) throw new DomainError('BAD_USER_INPUT', 'mappingWithoutText');
    const piece = newPiece(scope, requireAgency(viewer), area, requireSubjects(scope, subjectIds));
    const tidy = (text: string | null | undefined): string | null => (text == null ? null : requireText(text));
    const texts = { strengths: tidy(strengths), needs: tidy(needs) };
    await pieces.add(MAPPING, piece, { ...texts, authorId: viewer.roleTermId, mappedOn: localDate(at) });
    scope.changed({ kind: 'PIECE_CHANGED', ids: [piece.id] });
    return { caseId, mappingId: piece.id };
  },
  answer: (loaded, { mappingId }) => mappingById(loaded, mappingId),
});
