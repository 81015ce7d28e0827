import { createWorldStore } from '../support/stored-worlds.js';
import { FORMULA_FAULTS } from './core-faults.js';
import { huntWithJudge } from './hunt-judge.js';

// node … hunt-judge-command.ts <seed> <worlds> <wrong ones> [<name of a fault> …]: one line of JSON for each fault. A process of
// its own, because it changes how modules are loaded; the database server is the one that SIG_TEST_CLUSTER names.
const [seed = '1', worlds = '500', wrongOnes = '20', ...names] = process.argv.slice(2);
const limits = { worlds: Number(worlds), wrongOnes: Number(wrongOnes), seed: Number(seed) };
const store = await createWorldStore();
for (const fault of FORMULA_FAULTS.filter(({ name }) => names.length === 0 || names.includes(name))) {
  process.stdout.write(`${JSON.stringify(await huntWithJudge(store, fault, limits))}\n`);
}
await store.close();
