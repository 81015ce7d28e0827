import type * as Watched from '../support/acts/acts.js';
import { HIDDEN_ACTS } from '../support/acts/hidden-acts.js';
import { ALL_ROWS } from '../support/mutations/all-rows.js';
import { randomOf } from '../support/random-document.js';
import type { ActsFault } from './acts-faults.js';
import { withFault } from './core-fault-hooks.js';
import type { Caught } from './hunt.js';

const WATCHED = 4;
/** Of the acts by which it can be felt. */
const MOST_ACTS = 40;

/** How many acts it takes until somebody feels what is closed to them, on a server with this fault in it. */
export async function huntActsFault(fault: ActsFault, seed: number): Promise<Caught> {
  const { Acts } = (await import(`../support/acts/acts.js${withFault(fault)}`)) as typeof Watched;
  const acts = await Acts.begin();
  try {
    const rows = [...HIDDEN_ACTS, ...ALL_ROWS].filter(({ field }) => fault.felt.includes(field));
    for (let made = 1; made <= MOST_ACTS; made += 1) {
      const { felt } = await acts.see(rows[made % rows.length]!, randomOf(seed + made), WATCHED, false);
      if (felt.length > 0) return { name: fault.name, worlds: made };
    }
    return { name: fault.name, worlds: null };
  } finally {
    await acts.end();
  }
}
