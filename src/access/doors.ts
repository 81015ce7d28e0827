import type { Pools } from '../storage/pools.js';
import { feedOwner } from './feed-owner.js';
import { ownMatters } from './own-matters.js';
import type { RunOwn } from './own-matters.js';
import { openReadScope } from './open-read-scope.js';
import type { Credentials } from './known-viewer.js';
import type { FirstLoad, ReadScope, ReadScopeDeps } from './read-scope.js';
import { runCommand } from './run-command.js';
import type { CommandDeps, RunCommand } from './run-command.js';

/** The ways in which one person changes something; each runs in a transaction of its own. */
export interface Changing {
  readonly runCommand: RunCommand;
  readonly own: RunOwn;
}

/**
 * The one place that hands out access to what is stored: nobody outside holds a connection, so nobody reads without a
 * snapshot, a decision and a record, nor writes without a lock. The import rules hold everybody to it.
 */
export interface Doors {
  /** `null` when the role term or the family member that the token names does not hold (any more). */
  openScope(who: Credentials, first?: FirstLoad | null): Promise<ReadScope | null>;
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
    openScope: (who, first = null) => openReadScope(reader, who, deps, first),
    changing: (who) => ({
      runCommand: (target, request, work) => runCommand(commands, who, target, request, work),
      own: ownMatters(writer, who),
    }),
    feedOwner: (hash) => feedOwner(reader, hash),
  };
}
