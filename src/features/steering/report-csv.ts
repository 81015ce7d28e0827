import type { Language } from '../../texts/message-text.js';
import { reportWords } from './printed-report.js';
import type { PrintedReport } from './printed-report.js';

const COLUMNS = [
  'term_from',
  'term_through',
  'table',
  'table_label',
  'unit',
  'party',
  'text',
  'part',
  'part_label',
  'count',
];

/**
 * A report as CSV (RFC 4180), one line a number; an empty `count` is not told, which is none, few, or what would tell
 * something of others.
 */
export function reportCsv({ from, through, tables }: PrintedReport, language: Language): string {
  const words = reportWords(language);
  const lines = tables.flatMap(({ name, unit, rows }) =>
    rows.flatMap(({ party, text, cells }) =>
      cells.map(({ of, count }) => [
        ...[from, through, name, words.table(name).label, unit],
        ...[party ?? '', text ?? '', of, words.part(of), count === null ? '' : String(count)],
      ]),
    ),
  );
  return [COLUMNS, ...lines].map((line) => `${line.map(field).join(',')}\r\n`).join('');
}

/** A spreadsheet takes what begins with one of these signs for a formula and runs it. */
function field(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
