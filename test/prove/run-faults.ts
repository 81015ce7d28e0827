import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { ROOT } from '../architecture/source-files.js';
import { startTestCluster } from '../support/cluster.js';
import { createWorldStore } from '../support/stored-worlds.js';
import { ACTS_FAULTS } from './acts-faults.js';
import { CORE_FAULTS } from './core-faults.js';
import { DATABASE_FAULTS } from './database-faults.js';
import { huntDatabaseFault } from './hunt-database.js';
import { WORLDS_PER_FAULT } from './hunt.js';
import type { Caught } from './hunt.js';
import type { Progress } from './progress.js';

export async function huntInActs(seed: number, progress: Progress): Promise<Caught[]> {
  progress.expect(ACTS_FAULTS.length);
  const cluster = await startTestCluster();
  try {
    const caught: Caught[] = [];
    for (const { name } of ACTS_FAULTS) {
      const env = { ...process.env, SIG_TEST_CLUSTER: JSON.stringify(cluster.info) };
      caught.push(...(await told('test/prove/hunt-acts-command.ts', [String(seed), name], env)));
      progress.add(1);
    }
    return caught;
  } finally {
    await cluster.stop();
  }
}

/** What a hunt in a process of its own tells, one line for each fault. */
async function told(file: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Caught[]> {
  const child = spawn(process.execPath, ['--import', './test/support/typescript-hooks.mjs', file, ...args], {
    ...{ cwd: ROOT, env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const caught: Caught[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => caught.push(JSON.parse(line) as Caught));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`The hunt of ${args.join(' ')} broke off`);
  return caught;
}

export async function huntInCore(seed: number, progress: Progress): Promise<Caught[]> {
  progress.expect(CORE_FAULTS.length);
  const args = ['--import', './test/support/typescript-hooks.mjs', 'test/prove/hunt-core-command.ts', String(seed)];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  const caught: Caught[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    caught.push(JSON.parse(line) as Caught);
    progress.add(1);
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error('The hunt for faults of the core broke off');
  return caught;
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
