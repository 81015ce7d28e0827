import type { PreparedQuery } from '../../access/prepared-query.js';

/** Those of the viewer's municipality of which the viewer may read that part, the latest term first. */
export const STEERING_REPORTS: PreparedQuery = {
  name: 'steering_reports',
  text: `select r.id, r.term_from::text as "from", r.term_through::text as "through", r.tables,
      sig.ms(r.recorded_at)::float as "publishedAt"
    from sig.steering_report r where r.municipality_id = sig.municipality() and r.part = $1 order by r.term_from desc`,
};
