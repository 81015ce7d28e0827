import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { nextEvent } from '../support/event.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A server started as a person would start it, with its whole output. */
export interface ServerProcess {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  /** Standard output and error so far. */
  said(): string;
  /** Fulfilled with code and signal when the process has ended and its output is complete. */
  readonly ended: Promise<[number | null, NodeJS.Signals | null]>;
  /** The address of the ready line; rejected with all that was said when the process ends before. */
  readonly url: Promise<string>;
}

/** Starts in a session of its own, so that a test may signal the whole group, as a terminal does. */
export function startProcess(command: readonly string[], environment: Record<string, string>): ServerProcess {
  const [program = '', ...args] = command;
  const { NODE_ENV: _jest, DATABASE_URL: _other, SIG_TEST_CLUSTER: _tests, ...inherited } = process.env;
  const env = { ...inherited, PORT: '0', ...environment };
  const child = spawn(program, args, { cwd: root, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const ended = nextEvent<[number | null, NodeJS.Signals | null]>(child, 'close', { limit: 120_000 });
  const url = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text: Buffer) => {
        output += text.toString();
        const ready = /^sig-graph is ready at (\S+)$/m.exec(output);
        if (ready?.[1]) resolve(ready[1]);
      });
    }
    void ended.then(() => {
      reject(new Error(`It ended before it was ready:\n${output}`));
    }, reject);
  });
  url.catch(() => undefined);
  return { child, said: () => output, ended, url };
}

/** What still lives of the servers on a data folder: npm, shell, Node.js and PostgreSQL, by environment or command line. */
export async function processesOf(dataDir: string): Promise<{ pid: number; command: string }[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  const read = async (pid: string) => {
    const [command, environment] = await Promise.all(
      ['cmdline', 'environ'].map((name) => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '')),
    );
    const ours = environment?.includes(`DATA_DIR=${dataDir}\0`) || command?.includes(`\0${dataDir}/`);
    return ours ? [{ pid: Number(pid), command: (command ?? '').replaceAll('\0', ' ').trim() }] : [];
  };
  return (await Promise.all(pids.map(read))).flat();
}
