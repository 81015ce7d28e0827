import { readFile, readdir, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds that a fast shutdown may take before the processes are killed; the next start then recovers. */
const SHUTDOWN_LIMIT = 20_000;
const POLL = 20;

/**
 * Ends every process that works in `folder` (a cluster, or one in the making) and returns when none is left: the
 * postmaster by a fast shutdown, what remains by force, which loses no committed write. Then removes the pid file.
 * The pid in `postmaster.pid` alone is not trusted: after a reboot or in a container it may belong to somebody else.
 * The working folder tells, for every PostgreSQL process stands in its cluster.
 */
export async function endProcesses(folder: string): Promise<void> {
  const postmaster = Number((await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0]);
  const limit = AbortSignal.timeout(SHUTDOWN_LIMIT);
  let asked = false;
  for (let live = await processesIn(folder); live.length > 0; live = await processesIn(folder)) {
    if (!live.includes(postmaster) || limit.aborted) live.forEach((pid) => signal(pid, 'SIGKILL'));
    else if (!asked) signal(postmaster, 'SIGINT');
    asked = true;
    await pause(POLL);
  }
  await rm(join(folder, 'postmaster.pid'), { force: true });
}

async function processesIn(folder: string): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const places = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => undefined)));
  return pids.filter((_, index) => places[index] === folder).map(Number);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended between the look and the signal.
  }
}
