import { ACTS_FAULTS } from './acts-faults.js';
import { huntActsFault } from './hunt-acts.js';

// node … hunt-acts-command.ts <seed> <name of a fault>: one line of JSON. A process for each fault: a whole server is loaded
// anew with it, and what its classes declare can be declared once.
const [seed = '1', name] = process.argv.slice(2);
const fault = ACTS_FAULTS.find((one) => one.name === name);
if (fault === undefined) throw new Error(`No fault is called ${name}`);
process.stdout.write(`${JSON.stringify(await huntActsFault(fault, Number(seed)))}\n`);
