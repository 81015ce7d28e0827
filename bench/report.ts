import { cpus } from 'node:os';
import type { Report } from './main.js';

export function print(name: string, report: Report): void {
  const width = Math.max(...report.map(([what]) => what.length));
  const lines = report.map(([what, figure]) => `${what.padEnd(width)}  ${figure}`);
  process.stdout.write(`\n${name} (${cpus().length} cores, node ${process.version})\n${lines.join('\n')}\n`);
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
