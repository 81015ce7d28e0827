import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { ROOT } from '../architecture/source-files.js';
import type { Asked } from '../properties/at-length.js';
import type { Progress } from './progress.js';

/** What one file of properties came to. */
export interface Outcome {
  readonly passed: boolean;
  /** Rounds that were run. */
  readonly rounds: number;
  /** What jest said, the counterexample with its seed among it. */
  readonly output: string;
}

/** Runs the very file that `npm test` runs, with more rounds. */
export async function runProperties(
  file: string,
  asked: Omit<Asked, 'progressTo'>,
  progress: Progress,
): Promise<Outcome> {
  const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
  const child = spawn(process.execPath, [...jest, '--runInBand', '--testTimeout', '86400000', `${file}$`], {
    cwd: ROOT,
    env: { ...process.env, PROVE: JSON.stringify({ ...asked, progressTo: 3 } satisfies Asked) },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  let output = '';
  let rounds = 0;
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  createInterface({ input: child.stdio[3] as Readable }).on('line', (line) => {
    if (line.startsWith('+')) {
      progress.expect(Number(line));
      return;
    }
    rounds += Number(line);
    progress.add(Number(line));
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { passed: code === 0, rounds, output };
}
