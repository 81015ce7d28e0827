import type { PreparedQuery } from '../../access/prepared-query.js';

export const RECORDED_FACTS: PreparedQuery = {
  name: 'recorded_facts',
  text: 'select sig.recorded_facts($1) as recorded',
};
