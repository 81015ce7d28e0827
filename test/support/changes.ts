import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { ChangeKind } from '../../src/access/change.js';
import type { TestDatabase } from './database.js';

export interface Changing {
  readonly client: pg.Client;
  /** Commits what `write` does in one transaction that holds the case, as a command does, with the changes to be told of. */
  change(
    caseId: string,
    changes: Partial<Record<ChangeKind, readonly string[]>>,
    write?: (client: pg.Client) => Promise<unknown>,
  ): Promise<void>;
  end(): Promise<void>;
}

/** Writes as the owner, past all commands, and rings as another process would. */
export async function changing({ login }: TestDatabase): Promise<Changing> {
  const client = new pg.Client(login);
  await client.connect();
  await client.query('set role sig_owner; set search_path = sig');
  return {
    client,
    async change(caseId, changes, write) {
      await client.query('begin');
      const { rows } = await client.query<{ seq: string }>(
        'update sig.case_file set seq = seq + 1 where id = $1 returning seq',
        [caseId],
      );
      await write?.(client);
      for (const [kind, ids] of Object.entries(changes)) {
        await client.query(
          'insert into sig.outbox (id, case_id, case_seq, kind, ids, recorded_at) values ($1, $2, $3, $4, $5, sig.now())',
          [randomUUID(), caseId, rows[0]?.seq, kind, JSON.stringify(ids)],
        );
      }
      await client.query('commit');
      await client.query(`notify sig_changes, 'committed'`);
    },
    end: () => client.end(),
  };
}

/** Takes back all that a signer consented to, as the command would write it. */
export function withdrawal(caseId: string, signerId: string): (client: pg.Client) => Promise<unknown> {
  return async (client) => {
    await client.query('delete from sig.opening where case_id = $1', [caseId]);
    await client.query(
      `insert into sig.consent_statement (id, case_id, sequence, subject_id, signer_id, decision, applies_from, recorded_at)
        select gen_random_uuid(), $1, max(s.sequence) + 1, y.id, $2, 'WITHDRAWN', sig.now(), sig.now()
        from sig.consent_statement s, sig.person y
        where s.case_id = $1 and y.case_id = $1 and y.kind = 'YOUNG_PERSON' group by y.id`,
      [caseId, signerId],
    );
    await client.query('update sig.case_file set facts_at = sig.now() where id = $1', [caseId]);
  };
}
