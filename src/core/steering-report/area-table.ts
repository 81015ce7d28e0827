import type { ShownFlow } from './flow.js';
import { populationOf } from './flow.js';
import type { ReportRow, ReportTable } from './report-table.js';
import { SMALLEST_SHOWN } from './smallest.js';
import type { TermFacts } from './term-facts.js';

/**
 * Those who began, by the focus areas of the municipality: whole or nothing, as every split. Whoever's identity is
 * protected is of no area. Who ended is not told by area, and no effect: an area has few.
 */
export function areaTable(facts: TermFacts, { BEGAN }: ShownFlow): ReportTable {
  const began = populationOf('BEGAN', facts);
  const inAreas = facts.areas.map(({ id, name }) => ({
    text: name,
    count: began.filter(({ areaId }) => areaId === id).length,
  }));
  const elsewhere = began.length - inAreas.reduce((sum, { count }) => sum + count, 0);
  const counts = [...inAreas.map(({ count }) => count), elsewhere];
  const isTold = BEGAN !== null && counts.every((count) => count >= SMALLEST_SHOWN);
  const told = (count: number): number | null => (isTold ? count : null);
  const rows: ReportRow[] = inAreas.map(({ text, count }) => ({
    ...{ party: null, text },
    cells: [{ of: 'IN_AREA', count: told(count) }],
  }));
  const rest: ReportRow = { party: null, text: null, cells: [{ of: 'ELSEWHERE_OR_UNKNOWN', count: told(elsewhere) }] };
  return { name: 'AREA', unit: 'YOUNG_PERSONS', isPublic: true, rows: facts.areas.length === 0 ? [] : [...rows, rest] };
}
