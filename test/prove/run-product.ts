import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ROOT } from '../architecture/source-files.js';
import { explore } from './product.js';
import { ONE_AT_A_TIME, ONE_GUARDIAN, TWO_GUARDIANS } from './product-events.js';
import { duration } from './progress.js';
import { THEOREMS } from './theorems.js';

/** The product of rule and formula, the formula's theorems, and the faults planted in each. @returns whether all held */
export async function proveProduct(say: (line: string) => void): Promise<boolean> {
  const exploration = [ONE_GUARDIAN, TWO_GUARDIANS].map(({ name, ...bound }) => {
    const began = performance.now();
    const { states, transitions, history } = explore({ name, ...bound });
    const outcome = history === null ? 'no difference' : '**DIFFERENCE**';
    say(`| rule and formula, ${name} | ${states} states, ${transitions} transitions | ${outcome} | ${since(began)} |`);
    for (const line of history ?? []) process.stdout.write(`${line}\n`);
    return history === null;
  });

  const began = performance.now();
  const bound = { ...ONE_AT_A_TIME, words: ['YES', 'NO', 'OVER'] as const };
  const proven = THEOREMS.filter(({ name, counterexample, fault }) => {
    const [found, planted] = [counterexample(bound, null), counterexample(bound, fault)];
    if (found !== null || planted === null) process.stdout.write(`${name}: ${found ?? 'holds with its fault too'}\n`);
    return found === null && planted !== null;
  });
  const theorems = `${proven.length} of ${THEOREMS.length} hold, and fail for their planted fault`;
  say(`| theorems of the formula | ${THEOREMS.length} | ${theorems} | ${since(began)} |`);

  const isCaught = await proveFaultsCaught(say);
  return exploration.every(Boolean) && proven.length === THEOREMS.length && isCaught;
}

async function proveFaultsCaught(say: (line: string) => void): Promise<boolean> {
  const began = performance.now();
  const command = ['--import', './test/support/typescript-hooks.mjs', 'test/prove/hunt-product-command.ts'];
  const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: ROOT });
  const faults = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { name: string; bound: string | null; history: string[] });
  for (const { name, bound, history } of faults)
    process.stdout.write([`${name} (${bound ?? 'SURVIVED'})`, ...history.map((line) => `  ${line}`), ''].join('\n'));
  const found = faults.filter(({ bound }) => bound !== null);
  say(`| faults of the rule | ${faults.length} planted | ${found.length} caught with a history | ${since(began)} |`);
  return found.length === faults.length;
}

const since = (began: number): string => duration((performance.now() - began) / 1000);
