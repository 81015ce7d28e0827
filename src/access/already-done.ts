import type { CommandResult } from './idempotency.js';

/** Thrown by a work that finds its change made before: nothing of it is left, and what it answers is what there is. */
export class AlreadyDone extends Error {
  constructor(readonly result: CommandResult) {
    super('The change was made before');
  }
}
