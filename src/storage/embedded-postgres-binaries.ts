import { execFile } from 'node:child_process';
import { chmod, cp, readFile, readdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import type { RunAs } from './embedded-postgres-user.js';

const run = promisify(execFile);

/** A clean environment: a `PGDATA` or `PGOPTIONS` of the caller must not reach the embedded database. */
export const CLEAN_ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC' };

/**
 * The folder with `initdb` and `postgres`, in a place where `user` can run them. Mends the library links that the
 * package's install script makes, for it may not have run; where the package cannot be written or reached, a copy in
 * `home` is used.
 * @throws Error in one sentence when this platform has no binaries or they do not run.
 */
export async function binariesFor(user: RunAs, home: string): Promise<string> {
  const { native, version } = await installed();
  await link(native);
  if ((await complaint(native, user)) === undefined) return join(native, 'bin');
  const copy = join(home, `postgres-binaries-${version}`);
  if ((await complaint(copy, user)) !== undefined) await copyTo(copy, native);
  const fault = await complaint(copy, user);
  if (fault === undefined) return join(copy, 'bin');
  throw new Error(
    `The embedded PostgreSQL does not run on this machine (${fault}): set DATABASE_URL to a PostgreSQL 15 or newer.`,
  );
}

async function installed(): Promise<{ native: string; version: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch {
    throw new Error(
      `${name} is not installed: run npm ci with optional dependencies on a platform that has it, ` +
        'or set DATABASE_URL to a PostgreSQL 15 or newer.',
    );
  }
}

/** Makes the links listed by the package; one that exists, or a folder that is read-only, is no fault here. */
async function link(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const place = join(native, relative('native', target));
    await symlink(basename(source), place).catch(() => undefined);
  }
}

/** Why `user` cannot run the binaries, or `undefined` when it can. */
async function complaint(native: string, user: RunAs): Promise<string | undefined> {
  try {
    await run(join(native, 'bin', 'postgres'), ['--version'], { ...user, cwd: '/', env: CLEAN_ENVIRONMENT });
    return undefined;
  } catch (error) {
    return lastLine((error as { stderr?: string }).stderr) ?? (error as Error).message;
  }
}

/** Renamed into place when whole: a start that was killed half-way leaves no half copy behind. */
async function copyTo(copy: string, native: string): Promise<void> {
  const partial = `${copy}.partial`;
  await rm(copy, { recursive: true, force: true });
  await rm(partial, { recursive: true, force: true });
  await cp(native, partial, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') });
  // Installed under a strict umask, the originals are closed to everybody but root.
  const entries = await readdir(partial, { recursive: true, withFileTypes: true });
  const plain = entries
    .filter((entry) => !entry.isSymbolicLink())
    .map(({ parentPath, name }) => join(parentPath, name));
  await Promise.all([partial, ...plain].map((path) => chmod(path, 0o755)));
  await link(partial);
  await rename(partial, copy);
}

/** The last line that says something: of a PostgreSQL program's output, the fault itself. */
export function lastLine(text: string | undefined): string | undefined {
  return text
    ?.split('\n')
    .findLast((line) => line.trim() !== '')
    ?.trim();
}
