import type { CaseFacts } from '../core/case-facts.js';
import { openings } from '../core/openings.js';
import type { Period } from '../core/period.js';
import type { Statement } from './section.js';

const WANTED = `jsonb_to_recordset($2::jsonb) as w(recipient_id uuid, holder_id uuid, category text, subject_id uuid,
  valid tstzrange, data tstzmultirange, statements int[])`;
const SAME = `(o.recipient_id, o.holder_id, o.category, o.subject_id, o.valid, o.data, o.statements)
  = (w.recipient_id, w.holder_id, w.category, w.subject_id, w.valid, w.data, w.statements)`;

/** Two statements: within one, a row could not give way to another one with its key. */
const REMOVE: Statement = {
  name: 'openings_remove',
  text: `with w as materialized (select * from ${WANTED})
    delete from sig.opening o where o.case_id = $1 and not exists (select from w where ${SAME})`,
};
const ADD: Statement = {
  name: 'openings_add',
  text: `insert into sig.opening (case_id, recipient_id, holder_id, category, subject_id, valid, data, statements)
    select $1, w.* from ${WANTED}
    where not exists (select from sig.opening o where o.case_id = $1 and ${SAME})`,
};

/**
 * What row-level security reads, brought in line with the facts: only rows that differ are touched, so that what a
 * command leaves as it was is neither written nor checked again.
 */
export function projectionOf(facts: CaseFacts): readonly { statement: Statement; values: unknown[] }[] {
  const rows = openings(facts).map(({ recipientId, holderId, category, subjectId, from, until, data, statements }) => ({
    recipient_id: recipientId,
    holder_id: holderId,
    category,
    subject_id: subjectId,
    valid: range({ from, until }),
    data: `{${data.map(range).join(',')}}`,
    statements,
  }));
  const values = [facts.caseId, JSON.stringify(rows)];
  return [REMOVE, ADD].map((statement) => ({ statement, values }));
}

function range({ from, until }: Period): string {
  const limit = (instant: number | null): string => (instant === null ? '' : new Date(instant).toISOString());
  return `[${limit(from)},${limit(until)})`;
}
