import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ROOT } from '../architecture/source-files.js';
import { explore } from './product.js';
import { ONE_AT_A_TIME } from './product-events.js';
import type { Bound } from './product-events.js';
import { THEOREMS } from './theorems.js';

/** The short form of what `npm run prove -- --only product` explores with more words and two guardians. */
const SHORT: Bound = { ...ONE_AT_A_TIME, words: ['YES', 'NO', 'OVER'] };
const SHORTEST: Bound = { ...ONE_AT_A_TIME, words: ['YES', 'NO'] };

test('the rule of a cell and the formula say the same, after whatever history', () => {
  const { history, states, transitions } = explore(SHORT);
  expect(history).toBeNull();
  expect([states > 500, transitions > 50_000]).toEqual([true, true]);
}, 60_000);

test.each(THEOREMS.map((theorem) => [theorem.name, theorem] as const))(
  'the formula: %s; and not with a planted fault',
  (_, { counterexample, fault }) => {
    expect(counterexample(SHORTEST, null)).toBeNull();
    expect(counterexample(SHORTEST, fault)).toContain('isOpen');
  },
  60_000,
);

test('a fault planted in the rule is caught with a history of what happened', async () => {
  const faults = ['time opens', 'an old yes frees what waits', 'a first no begins no gap', 'one yes for all'];
  const command = ['--import', './test/support/typescript-hooks.mjs', 'test/prove/hunt-product-command.ts'];
  const { stdout } = await promisify(execFile)(process.execPath, [...command, ...faults], { cwd: ROOT });
  const found = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { name: string; bound: string | null; history: string[] });
  expect(found.map(({ name }) => name).sort()).toEqual([...faults].sort());
  expect(found.map(({ bound }) => bound)).toEqual(faults.map(() => 'one guardian'));
  for (const { history } of found) expect(history.join(' ')).toContain('must sign');
}, 60_000);
