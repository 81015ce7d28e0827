import type { PreparedQuery } from '../../access/prepared-query.js';

/**
 * Newest first, from behind a place in that order. Reads of what the reader's own agency holds are left out, and reads
 * by the family itself: what remains is what went from one agency to another. What was read in the copy of a disclosure
 * is there for the disclosures that are named. What a calendar program fetches every hour is there once a day, as long
 * as it shows the same: the record itself has every fetch. A cell is left out for whoever ($6) all that was shown of it
 * is kept from (core/rules/access-log-visibility). This statement alone leaves such cells out: a row policy hides rows, and one
 * row of the record, which is chained and never changes, holds all cells of one read. What policies hold is the
 * disclosures.
 */
export const ACCESS_RECORDS: PreparedQuery = {
  name: 'access_records',
  text: `select r.id, r.at, r.agency_id as "agencyId", t.profession, r.capacity, shared.entries,
      r.entries @? '$[*].byFeed' as "byFeed"
    from sig.access_record r
    left join sig.role_term t on t.id = r.viewer_id
    cross join lateral (
      select jsonb_agg(e order by n) as entries from jsonb_array_elements(r.entries) with ordinality as listed (e, n)
      where e -> 'basis' ->> 'kind' <> 'OWN_AGENCY'
        and (e -> 'basis' ->> 'kind' <> 'DISCLOSURE' or e -> 'basis' ->> 'disclosureId' = any($5::text[]))
        and not coalesce(e -> 'keptFromIds', '[]') ? $6) shared
    where r.case_id = $1 and r.agency_id is not null and shared.entries is not null
      and not (r.entries @? '$[*].byFeed' and exists (select from sig.access_record f
        where f.case_id = r.case_id and f.viewer_id = r.viewer_id and (f.at, f.id) < (r.at, r.id)
          and f.at >= date_trunc('day', r.at, 'Europe/Stockholm') and f.entries @> r.entries and r.entries @> f.entries))
      and ($2::bigint is null or (r.at, r.id) < (to_timestamp($2 / 1000.0)::timestamptz(3), $3::uuid))
    order by r.at desc, r.id desc limit $4`,
};
