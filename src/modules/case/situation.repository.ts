import { pieceSection } from '../../access/section.js';

export const SITUATIONS = pieceSection('SITUATION', 'situation', 'p.content_sealed as "content"');
