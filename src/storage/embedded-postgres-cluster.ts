import { execFile } from 'node:child_process';
import { chmod, chown, lstat, mkdir, mkdtemp, readlink, realpath, rename, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { CLEAN_ENVIRONMENT, lastLine } from './embedded-postgres-binaries.js';
import { endProcesses } from './embedded-postgres-processes.js';
import type { RunAs } from './embedded-postgres-user.js';
import { reaches, runAs } from './embedded-postgres-user.js';

const run = promisify(execFile);

/** For a server that root runs out of a folder closed to everybody else. */
const ELSEWHERE = '/var/lib/sig-graph';

/** Where a cluster lies and who runs it. `home` also holds its log and, where needed, a copy of the binaries. */
export interface Cluster {
  readonly folder: string;
  readonly home: string;
  readonly user: RunAs;
}

/**
 * Finds the place of the cluster: `<dataDir>/postgres`. When the user that must run PostgreSQL cannot come there, the
 * cluster lies in a folder of its own and `<dataDir>/postgres` links to it, so removing the data folder forgets it.
 */
export async function placeOf(dataDir: string): Promise<Cluster> {
  const known = join(dataDir, 'postgres');
  const moved = await readlink(known).catch(() => undefined);
  const folder = moved ?? known;
  const user = await runAs(folder);
  if (moved !== undefined || (await reaches(user, dataDir))) return { folder, home: dirname(folder), user };
  if (await exists(known)) {
    throw new Error(`The user id ${user?.uid} that runs PostgreSQL cannot come to ${known}: let it pass ${dataDir}.`);
  }
  const home = await folderElsewhere(dataDir);
  await symlink(join(home, 'postgres'), known);
  return { folder: join(home, 'postgres'), home, user };
}

async function folderElsewhere(dataDir: string): Promise<string> {
  try {
    await mkdir(ELSEWHERE, { recursive: true });
    const home = await mkdtemp(join(ELSEWHERE, 'data-'));
    // Whatever the umask says, the user that runs PostgreSQL must come through.
    for (const folder of [ELSEWHERE, home]) await chmod(folder, 0o755);
    return await realpath(home);
  } catch (error) {
    throw new Error(
      `PostgreSQL never runs as root, an ordinary user cannot come to ${dataDir}, and ${ELSEWHERE} cannot be made ` +
        `(${(error as Error).message}): choose another DATA_DIR, or set DATABASE_URL.`,
    );
  }
}

/**
 * Makes the cluster unless it exists. Renamed into place when whole, so a start that was killed begins anew.
 * UTF-8 with PostgreSQL's built-in C.UTF-8 locale: the same order on every machine, whatever its C library knows.
 */
export async function makeCluster({ folder, user }: Cluster, bin: string): Promise<void> {
  if (await exists(folder)) return;
  const partial = `${folder}.partial`;
  await endProcesses(partial);
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { mode: 0o700 });
  if (user) await chown(partial, user.uid, user.gid);
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const trust = ['--auth-local=trust', '--auth-host=reject'];
  try {
    const args = ['-D', partial, '--username=postgres', '--no-instructions', ...locale, ...trust];
    await run(join(bin, 'initdb'), args, { ...user, cwd: partial, env: CLEAN_ENVIRONMENT });
  } catch (error) {
    const reason = lastLine((error as { stderr?: string }).stderr) ?? (error as Error).message;
    throw new Error(`The database cannot be made in ${folder}: ${reason}`);
  }
  await rename(partial, folder);
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
