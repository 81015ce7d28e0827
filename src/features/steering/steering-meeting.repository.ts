import type { PreparedQuery } from '../../access/prepared-query.js';

/** Those of the viewer's municipality, of which there are a few a year. */
export const STEERING_MEETINGS: PreparedQuery = {
  name: 'steering_meetings',
  text: `select m.id, m.starts_at as "startsAt", m.ends_at as "endsAt", m.status, m.version,
      m.recorded_at as "recordedAt", m.attended_ids as "attendedIds",
      m.absent_ids as "absentIds", m.minutes_sealed as "minutesSealed"
    from sig.steering_meeting m where m.municipality_id = sig.municipality()`,
};
