import { CORE_FAULTS } from './core-faults.js';
import { huntCoreFault } from './hunt-core.js';
import { WORLDS_PER_FAULT } from './hunt.js';

// node … hunt-core-command.ts <seed> [<name of a fault> …]: one line of JSON for each fault. A process of its own, because it
// changes how modules are loaded.
const [seed = '1', ...names] = process.argv.slice(2);
for (const fault of CORE_FAULTS.filter(({ name }) => names.length === 0 || names.includes(name))) {
  process.stdout.write(`${JSON.stringify(await huntCoreFault(fault, WORLDS_PER_FAULT, Number(seed)))}\n`);
}
