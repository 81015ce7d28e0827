import { pieceSection } from '../../access/section.js';

export const NOTES = pieceSection(
  'NOTE',
  'note',
  'p.text_sealed as "text", p.author_id as "authorId", p.written_at as "writtenAt"',
);
