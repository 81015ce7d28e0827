import type { LocalDate } from '../core/case-facts.js';
import type { Instant } from '../core/period.js';
import type { Pools } from '../storage/pools.js';
import { heldCapacities } from './held-capacities.js';
import type { CapacitiesOf } from './held-capacities.js';
import { publicReport } from './public-report.js';
import type { PublicReport } from './public-report.js';
import { resolveFeedToken } from './resolve-feed-token.js';
import { viewerFunctions } from './viewer-functions.js';
import type { CallViewerFunction } from './viewer-functions.js';
import { openReadScope } from './open-read-scope.js';
import type { Credentials } from './known-viewer.js';
import type { FirstLoad, ReadScope, ReadScopeDeps } from './read-scope.js';
import { runCommand } from './run-command.js';
import { endedSince, signOut } from './sign-outs.js';
import type { EndedSince } from './sign-outs.js';
import type { CommandDeps, RunCommand } from './run-command.js';

/** The ways in which one person changes something; each runs in a transaction of its own. */
export interface Changing {
  readonly runCommand: RunCommand;
  readonly own: CallViewerFunction;
}

/**
 * The one place that hands out access to what is stored: nobody outside holds a connection, so nobody reads without a
 * snapshot, a decision and a record, nor writes without a lock. The import rules hold everybody to it.
 */
export interface ScopeFactory {
  /** `null` when the role term or the family member that the token names does not hold (any more). */
  openScope(who: Credentials, first?: FirstLoad | null): Promise<ReadScope | null>;
  changing(who: Credentials): Changing;
  readonly capacitiesOf: CapacitiesOf;
  /** Ends sessions, by their hashes. @param through when the signal was issued */
  signOut(sessions: readonly string[], through: Instant): Promise<void>;
  endedSince(since: Instant): Promise<EndedSince>;
  /** Whose calendar feed a token is of, by its hash. */
  resolveFeedToken(hash: Buffer): Promise<Credentials | null>;
  /** What the citizens may read of a term: without anybody's scope, since it is made for everybody. */
  publicReport(code: string, termFrom: LocalDate): Promise<PublicReport | null>;
}

export interface ScopeFactoryDeps extends ReadScopeDeps {
  readonly commands: Omit<CommandDeps, 'pool'>;
}

export function createScopeFactory(
  { reader, writer }: Pick<Pools, 'reader' | 'writer'>,
  deps: ScopeFactoryDeps,
): ScopeFactory {
  const commands: CommandDeps = { ...deps.commands, pool: writer };
  return {
    openScope: (who, first = null) => openReadScope(reader, who, deps, first),
    changing: (who) => ({
      runCommand: (target, request, work) => runCommand(commands, who, target, request, work),
      own: viewerFunctions(writer, who),
    }),
    capacitiesOf: heldCapacities(reader),
    signOut: (sessions, through) => signOut(writer, sessions, through),
    endedSince: (since) => endedSince(reader, since),
    publicReport: (code, termFrom) => publicReport(reader, code, termFrom),
    resolveFeedToken: (hash) => resolveFeedToken(reader, hash),
  };
}
