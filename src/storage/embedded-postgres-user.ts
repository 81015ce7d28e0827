import { access, constants, readFile, stat } from 'node:fs/promises';

/** The operating system user that runs PostgreSQL; `undefined` is the user of this process. */
export type RunAs = { readonly uid: number; readonly gid: number } | undefined;

/** Preferred first: `postgres` owns nothing but databases, `nobody` may be shared with other services. */
const UNPRIVILEGED = ['postgres', 'nobody'];

/**
 * PostgreSQL refuses to run as root. A server started as root runs it as the owner of the cluster, or before there is
 * one as an unprivileged user of the machine.
 * @throws Error in one sentence when there is no such user, or when the cluster belongs to somebody else.
 */
export async function runAs(cluster: string): Promise<RunAs> {
  const own = process.geteuid?.() ?? 0;
  const owner = await stat(cluster).catch(() => undefined);
  if (own !== 0) {
    if (owner && owner.uid !== own) {
      throw new Error(
        `The database in ${cluster} belongs to user id ${owner.uid} and this server runs as user id ${own}: ` +
          'start it as that user, or choose another DATA_DIR.',
      );
    }
    return undefined;
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  if (owner) throw new Error(`The database in ${cluster} belongs to root, which PostgreSQL refuses: change its owner.`);
  return unprivilegedUser();
}

async function unprivilegedUser(): Promise<NonNullable<RunAs>> {
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const name of UNPRIVILEGED) {
    const found = users.find((user) => user[0] === name);
    if (found) return { uid: Number(found[2]), gid: Number(found[3]) };
  }
  throw new Error(
    `PostgreSQL never runs as root, and this machine has no user ${UNPRIVILEGED.join(' or ')}: ` +
      'start the server as an ordinary user, or set DATABASE_URL.',
  );
}

/** Whether `user` can come to `folder`: every folder on the way lets it pass (mode bits; as root only). */
export async function reaches(user: RunAs, folder: string): Promise<boolean> {
  if (!user)
    return access(folder, constants.X_OK).then(
      () => true,
      () => false,
    );
  for (let at = folder; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const { uid, gid, mode } = await stat(at || '/');
    const needed = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & needed) === 0) return false;
    if (at === '' || at === '/') return true;
  }
}
