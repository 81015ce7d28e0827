import { pieceSection } from '../../access/section.js';

export const OUTCOMES = pieceSection('OUTCOME', 'outcome', 'p.before, p.after', '', 'order by p.category, p.holder_id');
