import { pieceSection } from '../../access/section.js';

export const OUTCOMES = pieceSection(
  'OUTCOME',
  'outcome',
  'p.before, p.after, p.at_follow_up as "atFollowUp"',
  '',
  'order by p.category, p.holder_id, p.id',
);
