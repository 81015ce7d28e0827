import type pg from 'pg';
import { asOwner } from './viewing.js';
import type { World } from './world.js';

/** A row of a table, or what `sql` says. */
export type Written = readonly [table: string, row: object];

export const NOT_COVERED = 'An opening is not covered by the grants it names';
export const MISSING = 'An opening is missing that the ledger gives';
export const FAMILY = 'FAMILY';

export const sql = (text: string, ...values: unknown[]): Written => ['', { text, values }];

/** What tests of the judge at commit write: a form of both signers, numbers 3 and 4, and what it opens. */
export class JudgedOpenings {
  constructor(readonly world: World) {}

  /** Writes all of it in one transaction, in this order, and takes it back if the commit lets it pass. */
  commit(...written: readonly Written[]): Promise<void> {
    return asOwner(this.world.login, async (client) => {
      await client.query('begin');
      for (const [table, row] of written) {
        const { text, values } = table === '' ? (row as pg.QueryConfig) : this.world.insertion(table, { ...row });
        await client.query(text, values);
      }
      // What a commit would check; the rows themselves are not kept.
      await client.query('set constraints all immediate');
      await client.query('rollback');
    });
  }

  /** From social services to the school, about the family. */
  grants(): object[] {
    return [{ fromIds: [this.world.social], toIds: [this.world.school], categories: [FAMILY] }];
  }

  granted(row: object = {}): [Written, Written] {
    const { guardian, youngPerson } = this.world;
    const of = (sequence: number, signer: string): Written => [
      'consent_statement',
      this.world.statement(sequence, signer, { grants: this.grants(), ...row }),
    ];
    return [of(3, guardian), of(4, youngPerson)];
  }

  opening(row: object = {}): Written {
    return ['opening', this.world.opening({ categories: [FAMILY], statements: [3, 4], ...row })];
  }
}
