import type { Term } from '../steering-term.js';
import { areaTable } from './area-table.js';
import { FLOW, shownFlow } from './flow.js';
import { personTables } from './person-tables.js';
import type { ReportTable } from './report-table.js';
import type { TermFacts } from './term-facts.js';
import { workTables } from './work-tables.js';

/** What is told of a term, once and for all. */
export interface SteeringReport {
  readonly term: Term;
  readonly tables: readonly ReportTable[];
}

/**
 * The report of a term. It is safe by how it is built, not by what is blotted out afterwards:
 *
 * - A young person is counted in one term as having begun and in one as having ended, never as being there: nothing is
 *   told of those who are in the middle, so that no two terms can be compared.
 * - Those who began and those who ended are split by one thing at a time, and by the same one never both. A split is told
 *   whole or not at all, so that no hidden part follows from the others.
 * - What is not told looks the same whether it is none or few.
 *
 * Source: OSL 24:8 (what a statistic may tell of somebody); the whole of it is attacked in `test/properties/steering-attack.test.ts`.
 *
 * @param earlier every report of this municipality that was published before, of whatever terms
 */
export function steeringReport(facts: TermFacts, earlier: readonly SteeringReport[]): SteeringReport {
  const flow = shownFlow(
    facts,
    earlier.map(({ tables }) => tables.find(({ name }) => name === FLOW)),
  );
  const { shown } = flow;
  const tables = [flow.table, areaTable(facts, shown), ...personTables(facts, shown), ...workTables(facts)];
  return { term: facts.term, tables };
}
