import type { Credentials, ReadScope } from '../access/read-scope.js';
import type { CursorCodec } from './cursor.js';
import type { WithheldRoots } from './withheld.js';

/** What one HTTP request or one event brings to the executor. `scope` is there once the operation is known to be valid. */
export interface RequestContext {
  readonly credentials: Credentials | null;
  readonly cursors: CursorCodec;
  /** The cases that each root field answered for, gathered for `extensions.withheld`. */
  readonly answered: WithheldRoots;
  scope?: ReadScope;
}

/** @throws Error when a resolver runs outside an operation: a fault of the server, never of the caller. */
export function scopeOf(context: RequestContext): ReadScope {
  if (context.scope === undefined) throw new Error('No read scope is open for this operation');
  return context.scope;
}
