import { createHash } from 'node:crypto';
import { chown, lstat, mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunAs } from './embedded-postgres-user.js';

/** The kernel's limit of a unix socket's path, in bytes. */
const PATH_LIMIT = 107;
const SOCKET = '.s.PGSQL.5432';

/**
 * The private folder of a cluster's socket, empty: short, since a data folder's path may be too long for a socket, and
 * 0700, since whoever opens the socket is trusted. The same for every start of the cluster.
 * @throws Error in one sentence when the place is taken by another user.
 */
export async function socketFolder(cluster: string, user: RunAs): Promise<string> {
  const name = `sig-graph-${createHash('sha256').update(cluster).digest('hex').slice(0, 16)}`;
  const own = join(tmpdir(), name);
  // Root's own temporary folder may be closed to the user that runs PostgreSQL.
  const folder = !user && Buffer.byteLength(join(own, SOCKET)) <= PATH_LIMIT ? own : join('/tmp', name);
  const owner = user?.uid ?? process.geteuid?.();
  try {
    await mkdir(folder, { mode: 0o700 });
    if (user) await chown(folder, user.uid, user.gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const found = await lstat(folder);
  if (!found.isDirectory() || found.uid !== owner || (found.mode & 0o077) !== 0) {
    throw new Error(`The database socket needs the private folder ${folder}, which somebody else has made: remove it.`);
  }
  await rm(join(folder, SOCKET), { force: true });
  await rm(join(folder, `${SOCKET}.lock`), { force: true });
  return folder;
}
