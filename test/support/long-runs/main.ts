import { IN_FULL, longRuns } from './run.js';
import type { LongRuns } from './run.js';

// node --import ./test/support/typescript-hooks.mjs test/support/long-runs/main.ts [--events=…] [--subscribers=…] …
const given = process.argv.slice(2).map((option) => /^--(\w+)=(\d+)$/.exec(option)?.slice(1) ?? []);
const numbers: LongRuns = { ...IN_FULL, ...Object.fromEntries(given.map(([name, value]) => [name, Number(value)])) };
const held = await longRuns(numbers, ({ name, amount, held: isHeld, found }) =>
  process.stdout.write(`${name}, ${amount}: ${isHeld ? 'held' : 'FAILED'} ${JSON.stringify(found)}\n`),
);
process.exitCode = held ? 0 : 1;
