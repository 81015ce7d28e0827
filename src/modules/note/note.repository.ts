import { pieceSection } from '../../access/section.js';

export const NOTES = pieceSection(
  'NOTE',
  'note',
  'p.text_sealed as "text", p.author_id as "authorId", p.written_at as "writtenAt", p.corrects_id as "correctsId"',
);

export const OBJECTIONS = pieceSection(
  'OBJECTION',
  'objection',
  'p.note_id as "noteId", p.text_sealed as "text", n.kind as "role", p.made_at as "madeAt"',
  'join sig.person n on n.id = p.by_id',
  'order by p.made_at, p.id',
);
