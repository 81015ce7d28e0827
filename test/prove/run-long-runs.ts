import { inProportion, longRuns } from '../support/long-runs/run.js';
import { duration } from './progress.js';

/** The long runs of streams (P9, P13). @param share of the full numbers, 1,000,000 changes among them @returns whether all held */
export function proveStreams(share: number, say: (line: string) => void): Promise<boolean> {
  let since = performance.now();
  return longRuns(inProportion(share), ({ name, amount, held, found }) => {
    const took = duration(Math.round((performance.now() - since) / 1_000));
    since = performance.now();
    say(`| ${name} | ${amount} | ${held ? 'held' : `**FAILED** ${JSON.stringify(found)}`} | ${took} |`);
  });
}
