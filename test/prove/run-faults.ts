import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { ROOT } from '../architecture/source-files.js';
import { startTestCluster } from '../support/cluster.js';
import { createWorldStore } from '../support/stored-worlds.js';
import { ACTS_FAULTS } from './acts-faults.js';
import { CORE_FAULTS, FORMULA_FAULTS } from './core-faults.js';
import { DATABASE_FAULTS } from './database-faults.js';
import type { Judged } from './hunt-judge.js';
import { huntDatabaseFault } from './hunt-database.js';
import { WORLDS_PER_FAULT } from './hunt.js';
import type { Caught } from './hunt.js';
import type { Progress } from './progress.js';

/** By the property of acts, each fault in a process of its own. */
export function huntInActs(seed: number, progress: Progress): Promise<Caught[]> {
  progress.expect(ACTS_FAULTS.length);
  return withCluster(async () => {
    const caught: Caught[] = [];
    for (const { name } of ACTS_FAULTS)
      caught.push(...(await hunted<Caught>('hunt-acts-command.ts', [seed, name], progress)));
    return caught;
  });
}

export async function huntInCore(seed: number, progress: Progress): Promise<Caught[]> {
  progress.expect(CORE_FAULTS.length);
  return hunted<Caught>('hunt-core-command.ts', [seed], progress);
}

/** What the judge at commit makes of the openings of every faulty core. */
export function huntByJudge(seed: number, progress: Progress): Promise<Judged[]> {
  progress.expect(FORMULA_FAULTS.length);
  return withCluster(() => hunted<Judged>('hunt-judge-command.ts', [seed, 500, 10], progress));
}

/** A PostgreSQL that the processes of a hunt find by the environment. */
async function withCluster<Found>(hunt: () => Promise<Found[]>): Promise<Found[]> {
  const cluster = await startTestCluster();
  process.env['SIG_TEST_CLUSTER'] = JSON.stringify(cluster.info);
  try {
    return await hunt();
  } finally {
    await cluster.stop();
    delete process.env['SIG_TEST_CLUSTER'];
  }
}

/** One line of JSON for each fault, from a process of its own. */
async function hunted<Found>(
  command: string,
  args: readonly (number | string)[],
  progress: Progress,
): Promise<Found[]> {
  const hooks = ['--import', './test/support/typescript-hooks.mjs'];
  const child = spawn(process.execPath, [...hooks, `test/prove/${command}`, ...args.map(String)], {
    ...{ cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
  });
  const found: Found[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    found.push(JSON.parse(line) as Found);
    progress.add(1);
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`${command} broke off`);
  return found;
}

export async function huntInDatabase(seed: number, progress: Progress): Promise<Caught[]> {
  progress.expect(DATABASE_FAULTS.length);
  const cluster = await startTestCluster();
  process.env['SIG_TEST_CLUSTER'] = JSON.stringify(cluster.info);
  try {
    const store = await createWorldStore();
    const caught: Caught[] = [];
    for (const fault of DATABASE_FAULTS) {
      caught.push(await huntDatabaseFault(store, fault, WORLDS_PER_FAULT, seed));
      progress.add(1);
    }
    await store.close();
    return caught;
  } finally {
    await cluster.stop();
    delete process.env['SIG_TEST_CLUSTER'];
  }
}
