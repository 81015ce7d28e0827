import type { Statement } from '../../access/section.js';

export const RECORDED_FACTS: Statement = {
  name: 'recorded_facts',
  text: 'select sig.recorded_facts($1) as recorded',
};
