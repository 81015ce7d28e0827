import { withFault } from './core-fault-hooks.js';
import { FORMULA_FAULTS } from './core-faults.js';
import type * as Product from './product.js';
import { ONE_GUARDIAN, TWO_GUARDIANS } from './product-events.js';

// node … hunt-product-command.ts [<name of a fault> …]: one line of JSON for each fault of the rule of a cell, with the bound
// that shows it and the shortest history. A process of its own, because it changes how modules are loaded.
const IN_THE_RULE = ['cell-step.ts', 'rules/last-statement.ts', 'rules/data-periods.ts'];
const IN_THE_WAIT = 'rules/time-may-close-never-open.ts';
/** What tells cells apart is not met in one cell, nor what is recorded later than now. */
const BESIDE = ['a no to everything names nothing', 'recorded after the end of the consent'];

const names = process.argv.slice(2);
const faults = FORMULA_FAULTS.filter(
  ({ name, file }) => [...IN_THE_RULE, IN_THE_WAIT].includes(file) && !BESIDE.includes(name),
);
for (const fault of faults.filter(({ name }) => names.length === 0 || names.includes(name))) {
  const { explore } = (await import(`./product.js${withFault(fault)}`)) as typeof Product;
  let found = null;
  for (const bound of [ONE_GUARDIAN, TWO_GUARDIANS]) {
    const { history } = explore(bound);
    if (history === null) continue;
    found = { bound: bound.name, history };
    break;
  }
  process.stdout.write(
    `${JSON.stringify({ name: fault.name, bound: found?.bound ?? null, history: found?.history ?? [] })}\n`,
  );
}
