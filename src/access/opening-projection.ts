import type { CaseFacts } from '../core/case-facts.js';
import { openings } from '../core/openings.js';
import type { Instant, Period } from '../core/period.js';
import type { PreparedQuery } from './prepared-query.js';

const WANTED = 'jsonb_populate_recordset(null::sig.opening, $2::jsonb) w';

/** Two statements, so that the second sees what the first left. */
const REMOVE: PreparedQuery = {
  name: 'openings_remove',
  text: `delete from sig.opening o where o.case_id = $1 and not exists (select from ${WANTED} where w = o)`,
};
const ADD: PreparedQuery = {
  name: 'openings_add',
  text: `insert into sig.opening select w.* from ${WANTED}
    where not exists (select from sig.opening o where o.case_id = $1 and o = w)`,
};

/**
 * What row-level security reads, brought in line with the facts at an instant: only rows that differ are touched, so
 * that what a command leaves as it was is neither written nor checked again. What has ended by then goes; until the
 * next change it may still stand there, and opens nothing.
 */
export function projectionOf(
  facts: CaseFacts,
  at: Instant,
): readonly { statement: PreparedQuery; values: unknown[] }[] {
  const values = [facts.caseId, JSON.stringify(openingRows(facts, at))];
  return [REMOVE, ADD].map((statement) => ({ statement, values }));
}

/** The rows of sig.opening, as JSON that PostgreSQL reads. */
export function openingRows(facts: CaseFacts, at: Instant): readonly Readonly<Record<string, unknown>>[] {
  return openings(facts, at).map((opening) => ({
    case_id: facts.caseId,
    subject_id: opening.subjectId,
    holder_ids: opening.holderIds,
    recipient_ids: opening.recipientIds,
    categories: opening.categories,
    valid: range(opening),
    data: `{${opening.data.map(range).join(',')}}`,
    statements: opening.statements,
  }));
}

function range({ from, until }: Period): string {
  const limit = (instant: number | null): string => (instant === null ? '' : new Date(instant).toISOString());
  return `[${limit(from)},${limit(until)})`;
}
