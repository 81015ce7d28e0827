import { stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';

/**
 * Holds a data folder for this process; returns how to let it go. An abstract unix socket named by the folder's own
 * identity: the kernel gives it to one process at a time and takes it back at any death, so no lock can be stale.
 * @throws Error in one sentence when another live process holds the folder.
 */
export async function holdFolder(folder: string): Promise<() => Promise<void>> {
  const { dev, ino } = await stat(folder, { bigint: true });
  const lock = createServer((socket) => socket.destroy());
  lock.listen(`\0sig-graph-${dev}-${ino}`);
  try {
    await once(lock, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Error(
      `Another server already uses the data folder ${folder}: stop it first, or choose another DATA_DIR.`,
    );
  }
  lock.unref();
  return async () => {
    const closed = once(lock, 'close');
    lock.close();
    await closed;
  };
}
