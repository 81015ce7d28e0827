import { randomUUID } from 'node:crypto';
import { createDevelopmentTokens } from '../src/http/token.js';
import type { Capacity } from '../src/core/viewer.js';
import { loadKeys } from '../src/crypto/keys.js';
import type { Changing } from '../test/support/changes.js';
import { rowsOf } from '../test/support/piece-rows.js';

/** A case with those who follow it. */
export interface FollowedCase {
  readonly caseId: string;
  /** What changes in it. */
  readonly planId: string;
  readonly tokens: readonly string[];
}

const HOUR = 3_600_000;

/** As many cases with a plan as there are, up to `cases`: each with its own subscribers, of `groups` agencies. */
export async function cast(
  { client }: Changing,
  dataDir: string,
  wanted: { readonly cases: number; readonly groups: number; readonly perCase: number },
): Promise<FollowedCase[]> {
  const { issueToken } = await createDevelopmentTokens((await loadKeys(dataDir)).tokens);
  const { rows: found } = await client.query<{ caseId: string; planId: string; at: Date; terms: string[] }>(
    `select c.id as "caseId", p.id as "planId",
        sig.now() as at,
        array(select distinct on (t.agency_id) m.role_term_id from sig.assignment m join sig.role_term t on t.id = m.role_term_id
          where m.case_id = c.id and m.valid_from <= sig.now() and coalesce(m.valid_until > sig.now(), true)
            and (t.id = c.coordinator_id or exists (select from sig.opening o where o.case_id = c.id and t.agency_id = any(o.recipient_ids)
              and 'PLAN' = any(o.categories) and o.valid @> sig.now()))
          order by t.agency_id) as terms
      from sig.case_file c join ${rowsOf('PLAN')} p on p.case_id = c.id and not p.held_back
      where c.status not in ('CLOSED', 'DECLINED')
      order by c.id limit $1`,
    [wanted.cases],
  );
  const followed: FollowedCase[] = [];
  for (const { caseId, planId, at, terms } of found) {
    const tokens: string[] = [];
    for (let number = 0; number < wanted.perCase; number++) {
      const like = terms[number % Math.min(wanted.groups, terms.length)];
      const id = randomUUID();
      const { rows } = await client.query<{ capacity: Capacity }>(
        `with term as (insert into sig.role_term select (jsonb_populate_record(t, jsonb_build_object('id', $2::uuid))).*
            from sig.role_term t where t.id = $1 returning capacity),
          assigned as (insert into sig.assignment (id, case_id, role_term_id, valid_from, recorded_at)
            values (gen_random_uuid(), $3, $2, sig.now() - interval '1 day', sig.now()))
          select capacity from term`,
        [like, id, caseId],
      );
      tokens.push(
        await issueToken({ subjectId: id, capacity: rows[0]?.capacity ?? 'PROFESSIONAL' }, at.getTime(), HOUR),
      );
    }
    followed.push({ caseId, planId, tokens });
  }
  return followed;
}
