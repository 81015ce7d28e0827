import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { ROOT } from '../architecture/source-files.js';
import { LONG_RUNS } from '../support/long-runs/run.js';
import type { Caught } from './hunt.js';
import { WORLDS_PER_FAULT } from './hunt.js';
import { mutantsSoFar } from './mutants.js';
import { duration, Progress } from './progress.js';
import { huntByJudge, huntInActs, huntInCore, huntInDatabase } from './run-faults.js';
import { proveStreams } from './run-long-runs.js';
import { runProperties } from './run-properties.js';
import { proveProduct } from './run-product.js';
import { proveRecord } from './run-record.js';

// npm run prove -- [--worlds 20000] [--seed 1] [--only <name>] [--faults] [--write]: the properties of `npm test` at length, from
// one seed, then the seeded faults. `--only streams`, or the name of one long run ("every change once" is that of 1,000,000). Ends with a summary, and fails on any counterexample and any fault that survives.
const { values } = parseArgs({
  options: {
    worlds: { type: 'string', default: '20000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    only: { type: 'string' },
    faults: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const worlds = Number(values.worlds);
const seed = Number(values.seed);
if (!Number.isInteger(worlds) || worlds < 1 || !Number.isInteger(seed)) {
  throw new Error('--worlds and --seed take a whole number: npm run prove -- --worlds 20000 --seed 1');
}

/** `--worlds` counts the three-way agreement, of which `npm test` runs 300; the others grow in proportion. */
const TIMES = worlds / 1_500;
const PROPERTIES: readonly (readonly [name: string, file: string, times: number])[] = [
  ['three-way', 'test/properties/three-way.test.ts', worlds / 300],
  ['core and model', 'test/properties/core-model.test.ts', TIMES],
  ['laws of the core', 'test/properties/core-laws.test.ts', TIMES],
  ['record complete', 'test/properties/record-complete.test.ts', TIMES * 2],
  ['view equivalence', 'test/properties/view-equivalence.test.ts', TIMES * 4],
  ['acts', 'test/properties/acts.test.ts', TIMES * 4],
  ['sequences', 'test/properties/sequences.test.ts', TIMES],
  ['tamperings', 'test/record/tampering.test.ts', 1_000 / 120],
  ['steering report', 'test/properties/steering-attack.test.ts', 100],
];

const HUNTS = [
  ['faults of core', huntInCore],
  ['faults of policies', huntInDatabase],
  ['faults of acts', huntInActs],
] as const;
const PARTS = [...PROPERTIES, ...HUNTS].map(([name]): string => name);
PARTS.push('streams', 'verified record', 'judge at commit', 'product', ...LONG_RUNS);
if (values.only !== undefined && !PARTS.includes(values.only)) {
  throw new Error(`--only takes one of: ${PARTS.join(', ')}`);
}

const lines: string[] = [];
let failed = false;
const say = (line: string): void => {
  lines.push(line);
  process.stdout.write(`${line}\n`);
};
const started = performance.now();
process.stdout.write(`seed ${seed}\n`);

for (const [name, file, times] of values.faults ? [] : PROPERTIES) {
  if (values.only !== undefined && values.only !== name) continue;
  const progress = new Progress(name, process.stderr);
  const { passed, rounds, output } = await runProperties(file, { times, seed }, progress);
  say(
    `| ${name} | ${rounds} rounds | ${passed ? 'no counterexample' : '**COUNTEREXAMPLE**'} | ${duration(progress.end())} |`,
  );
  if (!passed) process.stdout.write(`${output.slice(-100_000)}\n`);
  failed ||= !passed;
}

const run = LONG_RUNS.find((name) => name === values.only) ?? null;
if (!values.faults && (run !== null || (values.only ?? 'streams') === 'streams'))
  failed = !(await proveStreams(worlds / 20_000, run, say)) || failed;

if (!values.faults && (values.only ?? 'verified record') === 'verified record') {
  const progress = new Progress('verified record', process.stderr);
  failed = !(await proveRecord(Math.min(1_000_000, worlds * 50), progress, say)) || failed;
  progress.end();
}

if ((values.only ?? 'product') === 'product') failed = !(await proveProduct(say)) || failed;

if ((values.only ?? 'judge at commit') === 'judge at commit') {
  const progress = new Progress('judge at commit', process.stderr);
  const judged = await huntByJudge(seed, progress);
  const admitting = judged.filter(({ wrong, admitted }) => wrong === 0 || admitted > 0);
  const wrong = judged.reduce((sum, one) => sum + one.wrong, 0);
  const refused = `${judged.length - admitting.length} of ${judged.length} faulty cores refused`;
  say(`| judge at commit | ${wrong} wrong projections | ${refused} | ${duration(progress.end())} |`);
  for (const one of admitting) process.stdout.write(`ADMITTED: ${JSON.stringify(one)}\n`);
  failed ||= admitting.length > 0;
}

for (const [name, hunt] of HUNTS) {
  if (values.only !== undefined && values.only !== name) continue;
  const progress = new Progress(name, process.stderr);
  const all: Caught[] = await hunt(seed, progress);
  const survived = all.filter(({ worlds: after }) => after === null);
  const [latest] = [...all].sort((a, b) => (b.worlds ?? 0) - (a.worlds ?? 0));
  const last = `the latest, “${latest?.name ?? ''}”, in world ${latest?.worlds ?? 0}`;
  const caught = `${all.length - survived.length} of ${all.length} caught within ${WORLDS_PER_FAULT} worlds (${last})`;
  say(`| ${name} | ${all.length} seeded | ${caught} | ${duration(progress.end())} |`);
  for (const fault of survived) process.stdout.write(`SURVIVED: ${fault.name}\n`);
  failed ||= survived.length > 0;
}

for (const line of mutantsSoFar()) say(line);
const took = duration((performance.now() - started) / 1000);
process.stdout.write(`${failed ? 'FAILED' : 'proved'} in ${took}, seed ${seed}\n`);

if (values.write) {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT }).toString().trim();
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`;
  const head = [
    '# The last proof',
    '',
    'Written by `npm run prove -- --write`; what the lines mean stands in `test/prove/prove.ts`.',
    '',
    `${new Date().toISOString().slice(0, 10)} at commit ${commit}, \`--worlds ${worlds} --seed ${seed}\`, ${failed ? '**FAILED**' : 'no counterexample'}, in ${took}, on ${machine}.`,
    ...['', '| what | how much | outcome | time |', '|---|---|---|---|'],
  ];
  writeFileSync(new URL('RESULT.md', import.meta.url), `${[...head, ...lines].join('\n')}\n`);
}
process.exitCode = failed ? 1 : 0;
