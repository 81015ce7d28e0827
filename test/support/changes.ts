import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { ChangeKind } from '../../src/events/event.js';
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
