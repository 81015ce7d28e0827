import { randomUUID } from 'node:crypto';
import { nodeVersionFault } from './node-version.js';

/** Milliseconds from the first signal until the process ends, whatever still hangs. */
const STOP_LIMIT = 15_000;
/** Ctrl-C reaches the server twice under npm, from the terminal and from npm: the echo is not a second wish. */
const DUPLICATE_SIGNAL_MS = 1_000;

const fault = nodeVersionFault(process.versions.node);
if (fault === undefined) void serve();
else fail(fault);

/** Everything else is imported here, after the check: an old Node.js could not even read it. */
async function serve(): Promise<void> {
  const signalled = signal();
  try {
    const [{ readConfig }, { startApp }] = await Promise.all([import('./config.js'), import('./app.js')]);
    const config = readConfig(process.env);
    const app = await startApp(config, { systemTime: Date.now, newId: randomUUID, onDatabaseEnded });
    if (!signalled.already()) {
      console.log(`sig-graph is ready at ${app.url}`);
      if (config.development) console.log('Open it in a browser: personas and example operations are waiting there.');
    }
    await signalled.first;
    await app.stop();
    process.exit(0);
  } catch (error) {
    fail(`sig-graph ${signalled.already() ? 'did not stop cleanly' : 'could not start'}: ${reason(error)}`);
    if (/debug|trace/.test(process.env['LOG_LEVEL'] ?? '')) console.error(error);
    process.exit();
  }
}

/**
 * The embedded database is this process's own: whoever watches it starts both again, and what was committed is there.
 */
function onDatabaseEnded(why: string): void {
  process.exit(fail(`sig-graph ends: ${why}`));
}

/** The first SIGTERM or SIGINT asks for a drain, a later one ends the process at once. */
function signal(): { first: Promise<void>; already(): boolean } {
  let at: number | undefined;
  const first = new Promise<void>((resolve) => {
    for (const name of ['SIGTERM', 'SIGINT'] as const) {
      process.on(name, () => {
        if (at !== undefined && performance.now() - at > DUPLICATE_SIGNAL_MS) process.exit(1);
        if (at !== undefined) return;
        at = performance.now();
        setTimeout(() => process.exit(fail(`sig-graph did not stop within ${STOP_LIMIT} ms`)), STOP_LIMIT).unref();
        resolve();
      });
    }
  });
  return { first, already: () => at !== undefined };
}

function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'EADDRINUSE' ? `${message}. Choose another PORT, or 0 for any free one.` : message;
}

function fail(sentence: string): number {
  console.error(sentence);
  return (process.exitCode = 1);
}
