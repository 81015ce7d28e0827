import type { StoredCaseStatus } from '../../../src/core/case-facts.js';
import type { Capacity } from '../../../src/core/viewer.js';
import type { MutationWorld, Who } from './mutation-world.js';

/**
 * One mutation of the schema, as somebody who may would send it. A mutation without a row fails
 * test/scenarios/who-may-change.test.ts, which asks the same questions of every row.
 *
 * To add one: put a row into the rows of your noun (a new file beside consent-rows.ts, listed in all-rows.ts), with what
 * is asked and whatever has to be there first.
 */
export interface MutationRow {
  readonly field: string;
  readonly by: Who;
  /** A capacity that may never do it; `null` where every capacity may. */
  readonly forbiddenTo: Capacity | null;
  /** The stored statuses in which it is refused; empty where it is possible in every one, also in a closed case. */
  readonly refusedIn: readonly StoredCaseStatus[];
  /**
   * The arguments, without the request id, of a change that can be made now. Called anew for every question: it makes
   * first, by other mutations or as the owner of the database, whatever the change needs, so that rows need no order.
   */
  readonly change: (world: MutationWorld) => object | Promise<object>;
  /**
   * The case that it is about, if not Alva's: `OWN` for one that `change` begins each time, `null` when it is about none,
   * so that no status is looked at.
   */
  readonly of?: 'Elias' | 'OWN' | null;
  /** What it is refused with once the young person has taken every consent back; possible then as well if left out. */
  readonly withoutConsent?: string;
  /** What a stranger of another municipality hears; `null` where nothing in the arguments names a municipality. */
  readonly elsewhere?: 'NOT_FOUND' | 'FORBIDDEN' | null;
  /** For a change that is about no case: the table in which it leaves exactly one row. */
  readonly writes?: string;
  /** `SAME` where the same change once more, under another request id, changes nothing and is no refusal. */
  readonly again?: 'SAME';
}
