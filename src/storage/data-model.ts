import type { Options } from '@mikro-orm/postgresql';
import type { RegisteredKind } from './kind-register.js';

/**
 * What a server stores. The nouns declare it, and whoever composes the server hands it down: storage knows none of
 * them.
 */
export interface DataModel {
  readonly entities: Readonly<NonNullable<Options['entities']>>;
  /** Every kind of piece. */
  readonly kinds: readonly RegisteredKind[];
}
