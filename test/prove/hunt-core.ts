import fc from 'fast-check';
import type * as Properties from '../properties/core-as-model.js';
import { withFault } from './core-fault-hooks.js';
import type { CoreFault } from './core-faults.js';
import type { Caught } from './hunt.js';

/** How many worlds it takes until a property of the core notices the fault; the quick one looks first. */
export async function huntCoreFault(fault: CoreFault, worlds: number, seed: number): Promise<Caught> {
  const properties = (await import(`../properties/core-as-model.js${withFault(fault)}`)) as typeof Properties;
  for (const property of [
    properties.decisionAsModelNow(),
    properties.openingsAsModel(),
  ] as fc.IRawProperty<unknown>[]) {
    const { failed, numRuns } = fc.check(property as fc.IProperty<unknown>, {
      numRuns: worlds,
      seed,
      endOnFailure: true,
    });
    if (failed) return { name: fault.name, worlds: numRuns };
  }
  return { name: fault.name, worlds: null };
}
