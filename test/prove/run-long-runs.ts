import { inProportion, longRuns } from '../support/long-runs/run.js';
import { duration, Progress } from './progress.js';

/**
 * The long runs of streams (P9, P13), or one of them.
 *
 * @param share of the full numbers, 1,000,000 changes among them
 * @returns whether all held
 */
export function proveStreams(share: number, only: string | null, say: (line: string) => void): Promise<boolean> {
  let progress: Progress | null = null;
  const follow = (name: string, total: number): Progress => {
    progress = new Progress(name, process.stderr);
    progress.expect(total);
    return progress;
  };
  return longRuns(inProportion(share), only, follow, ({ name, amount, held, found }) => {
    say(`| ${name} | ${amount} | ${held ? 'held' : '**FAILED**'} | ${duration(progress?.end() ?? 0)} |`);
    process.stdout.write(`${JSON.stringify(found)}\n`);
  });
}
