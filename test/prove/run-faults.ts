import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { ROOT } from '../architecture/source-files.js';
import { startTestCluster } from '../support/cluster.js';
import { createWorldStore } from '../support/stored-worlds.js';
import { CORE_FAULTS } from './core-faults.js';
import { DATABASE_FAULTS } from './database-faults.js';
import { huntDatabaseFault } from './hunt-database.js';
import { WORLDS_PER_FAULT } from './hunt.js';
import type { Caught } from './hunt.js';
import type { Progress } from './progress.js';

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
