import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { Report } from './main.js';

const RESULTS = new URL('RESULTS.md', import.meta.url);

/** A table of Markdown under the name of the bench, with the machine and the day. */
export function tableOf(name: string, report: Report, today: string): string {
  const columns = Math.max(...report.map((row) => row.length));
  const rows = report.map((row) => Array.from({ length: columns }, (_, at) => row[at] ?? ''));
  const widths = Array.from({ length: columns }, (_, at) => Math.max(3, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  // Pairs of a name and a figure have no head.
  const [head = [], ...body] = columns === 2 ? [['', ''], ...rows] : rows;
  const rule = widths.map((width) => '-'.repeat(width));
  const [cpu] = cpus();
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD']).toString().trim();
  const machine = `${today}, ${cpus().length} × ${cpu?.model.trim() ?? ''}, Node ${process.version}, commit ${commit}.`;
  return [`## ${name}`, '', machine, '', ...[head, rule, ...body].map(line), ''].join('\n');
}

/** Puts a table in the place of the one of the same name. */
export function keep(name: string, table: string): void {
  const sections = readFileSync(RESULTS, 'utf8').split(/\n(?=## )/);
  const at = sections.findIndex((section) => section.startsWith(`## ${name}\n`));
  if (at < 0) sections.push(table);
  else sections[at] = table;
  writeFileSync(RESULTS, `${sections.map((section) => section.trimEnd()).join('\n\n')}\n`);
}

/** @param share 0.5 for the median */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The median, with the least and the most. */
export function spread(values: readonly number[], digits: number): string {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return `${quantile(values, 0.5).toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`;
}

export const milliseconds = (value: number): string => `${value.toFixed(1)} ms`;
