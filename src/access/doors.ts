import type { Pools } from '../database/pools.js';
import { administrationRunner } from './administration-runner.js';
import type { Administer } from './administration-runner.js';
import { commandRunner } from './command-runner.js';
import type { CommandDeps, RunCommand } from './command-runner.js';
import { feedOwner } from './feed-owner.js';
import { ownMatters } from './own-matters.js';
import type { RunOwn } from './own-matters.js';
import { openReadScope } from './read-scope.js';
import type { Credentials, ReadScope, ReadScopeDeps } from './read-scope.js';
import { steeringRunner } from './steering-runner.js';
import type { Steer } from './steering-runner.js';

/** The ways in which one person changes something; each runs in a transaction of its own. */
export interface Changing {
  readonly run: RunCommand;
  readonly administer: Administer;
  readonly steer: Steer;
  readonly own: RunOwn;
}

/**
 * The one place that hands out access to what is stored: nobody outside holds a connection, so nobody reads without a
 * snapshot, a decision and a record, nor writes without a lock. The import rules hold everybody to it.
 */
export interface Doors {
  /** `null` when the role term or the family member that the token names does not hold (any more). */
  openScope(who: Credentials): Promise<ReadScope | null>;
  changing(who: Credentials): Changing;
  /** Whose calendar feed a token is of, by its hash. */
  feedOwner(hash: Buffer): Promise<Credentials | null>;
}

export interface DoorsDeps extends ReadScopeDeps {
  readonly commands: Omit<CommandDeps, 'pool'>;
}

export function openDoors({ reader, writer }: Pick<Pools, 'reader' | 'writer'>, deps: DoorsDeps): Doors {
  const commands: CommandDeps = { ...deps.commands, pool: writer };
  return {
    openScope: (who) => openReadScope(reader, who, deps),
    changing: (who) => ({
      run: commandRunner(commands, who),
      administer: administrationRunner(commands, who),
      steer: steeringRunner(commands, who),
      own: ownMatters(writer, who),
    }),
    feedOwner: (hash) => feedOwner(reader, hash),
  };
}
