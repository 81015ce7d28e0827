import type { CaseFacts, PackVersion } from './case-facts.js';
import { caseStatus } from './case-status.js';
import type { AgencyId } from './ids.js';
import type { InformationCategory } from './information-category.js';
import type { Instant } from './period.js';
import { sharing } from './sharing.js';
import { SMALLEST_SHOWN } from './steering-report/smallest.js';

/** How many running cases would open or close one cell. */
export interface CellCount {
  readonly fromId: AgencyId;
  readonly toId: AgencyId;
  readonly category: InformationCategory;
  readonly cases: number;
}

/** What other rules would change, in numbers alone. */
export interface RulesPreview {
  readonly runningCases: number;
  readonly casesThatChange: number;
  /** Running now under the present rules, and without the consent that carries them under the new ones. */
  readonly casesThatPause: number;
  readonly opens: readonly CellCount[];
  readonly closes: readonly CellCount[];
}

/**
 * The running cases under the rules as they would be, compared with the rules as they are, both at the instant from
 * which the new ones apply. Cells by the ids of their agencies and their category.
 *
 * Counted exactly; what whoever makes rules is told of it, `toldPreview` says.
 *
 * @throws MissingFactError when a case lacks a birth date.
 */
export function rulesPreview(cases: readonly CaseFacts[], next: PackVersion): RulesPreview {
  const running = cases.filter(({ status }) => status === 'ACTIVE');
  const [opens, closes] = [new Map<string, CellCount>(), new Map<string, CellCount>()];
  let [casesThatChange, casesThatPause] = [0, 0];
  for (const facts of running) {
    const changed = { ...facts, packs: [...facts.packs, next] };
    const differing = differences(facts, changed, next.validFrom);
    if (differing.length > 0) casesThatChange += 1;
    if (pauses(facts, changed, next.validFrom)) casesThatPause += 1;
    for (const { open, ...cell } of differing) {
      const counted = open ? opens : closes;
      const key = Object.values(cell).join();
      counted.set(key, { ...cell, cases: 1 + (counted.get(key)?.cases ?? 0) });
    }
  }
  const inOrder = (counts: ReadonlyMap<string, CellCount>): CellCount[] =>
    [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
  return {
    runningCases: running.length,
    casesThatChange,
    casesThatPause,
    opens: inOrder(opens),
    closes: inOrder(closes),
  };
}

/** As it is told: `null` for fewer than ten, none among them. */
export interface ToldPreview extends Pick<RulesPreview, 'opens' | 'closes'> {
  readonly runningCases: number | null;
  readonly casesThatChange: number | null;
  readonly casesThatPause: number | null;
}

/**
 * A preview as whoever makes rules is told it, who may ask as often as they like: nothing of fewer than ten cases, and
 * whole tens of more, since two drafts that differ by one year of age would tell by their difference who is of that age.
 *
 * Source: design, section 3, "Capacities" (an administrator sees no case, ever); the same rule as the steering report's.
 */
export function toldPreview(preview: RulesPreview): ToldPreview {
  const cells = (all: readonly CellCount[]): CellCount[] =>
    all.flatMap((cell) => {
      const cases = inTens(cell.cases);
      return cases === null ? [] : [{ ...cell, cases }];
    });
  return {
    runningCases: inTens(preview.runningCases),
    casesThatChange: inTens(preview.casesThatChange),
    casesThatPause: inTens(preview.casesThatPause),
    opens: cells(preview.opens),
    closes: cells(preview.closes),
  };
}

function inTens(count: number): number | null {
  return count < SMALLEST_SHOWN ? null : count - (count % SMALLEST_SHOWN);
}

function differences(
  facts: CaseFacts,
  changed: CaseFacts,
  at: Instant,
): readonly (Omit<CellCount, 'cases'> & { readonly open: boolean })[] {
  const now = sharing(facts, at);
  return sharing(changed, at).flatMap(({ fromId, toId, category, open }, index) =>
    open === now[index]?.open ? [] : { fromId, toId, category, open },
  );
}

function pauses(facts: CaseFacts, changed: CaseFacts, at: Instant): boolean {
  return caseStatus(facts, at) !== 'PAUSED' && caseStatus(changed, at) === 'PAUSED';
}
