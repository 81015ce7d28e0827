import { pieceSection } from '../../access/section.js';

export const MAPPINGS = pieceSection(
  'MAPPING',
  'mapping',
  `p.strengths_sealed as "strengths", p.needs_sealed as "needs", p.author_id as "authorId", p.mapped_on as "mappedOn"`,
);
