import { isIn } from './term-facts.js';
import type { CaseCourse, TermFacts } from './term-facts.js';
import type { ReportTable } from './report-table.js';
import { BESIDE_ONE, SMALLEST_SHOWN } from './smallest.js';

/** The name of the table that the others rest on. */
export const FLOW = 'FLOW';

/** Those of whom a report tells more: each young person is in each of them once in all terms. */
export const POPULATIONS = ['BEGAN', 'ENDED'] as const;
export type Population = (typeof POPULATIONS)[number];

/**
 * Not among them: who was proposed or accepted. Beside those who began, that would tell how many were not, who are
 * few; those who were declined are told instead. Nor who is in the work: from term to term that would tell who came.
 */
export const FLOW_CELLS = ['DECLINED', ...POPULATIONS] as const;
type FlowCell = (typeof FLOW_CELLS)[number];

/** How many young persons are told of, by population; `null` where it is not told. */
export type ShownFlow = Readonly<Record<Population, number | null>>;

/** The cases that began in the term, or that had begun and ended in it. */
export function populationOf(population: Population, { term, cases }: TermFacts): readonly CaseCourse[] {
  return cases.filter(({ beganOn, endedOn }) =>
    population === 'BEGAN' ? isIn(term, beganOn) : beganOn !== null && isIn(term, endedOn),
  );
}

/**
 * The flow of a term. Whoever ended had begun, so that those who ended, added up over the terms, would tell how many
 * must have begun where that is hidden: they are told only while clearly fewer than were told to have begun.
 */
export function shownFlow(
  facts: TermFacts,
  earlier: readonly (ReportTable | undefined)[],
): { readonly table: ReportTable; readonly shown: ShownFlow } {
  const count = (population: Population): number => populationOf(population, facts).length;
  const told = (cell: FlowCell): number =>
    earlier.flatMap((table) => table?.rows ?? []).reduce((sum, { cells }) => sum + (countOf(cells, cell) ?? 0), 0);
  const declined = facts.cases.filter(({ declinedOn }) => isIn(facts.term, declinedOn)).length;
  const began = count('BEGAN') < BESIDE_ONE ? null : count('BEGAN');
  const stay = told('BEGAN') + (began ?? 0) - told('ENDED') - count('ENDED');
  const ended = count('ENDED') < BESIDE_ONE || stay < BESIDE_ONE ? null : count('ENDED');
  const counts = { DECLINED: declined < SMALLEST_SHOWN ? null : declined, BEGAN: began, ENDED: ended };
  const cells = FLOW_CELLS.map((of) => ({ of, count: counts[of] }));
  const rows = [{ party: null, text: null, cells }];
  return { table: { name: FLOW, unit: 'YOUNG_PERSONS', isPublic: true, rows }, shown: counts };
}

function countOf(cells: ReportTable['rows'][number]['cells'], wanted: FlowCell): number | null {
  return cells.find(({ of }) => of === wanted)?.count ?? null;
}
