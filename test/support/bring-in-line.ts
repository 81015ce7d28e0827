import type pg from 'pg';
import { projectionOf } from '../../src/access/opening-projection.js';
import type { CaseFacts } from '../../src/core/case-facts.js';
import type { DatabaseAddress } from '../../src/storage/connection.js';
import { asOwner } from '../storage/viewing.js';

/**
 * Brings the openings of a case in line with its facts, as every command does that changes them. Whoever writes facts by
 * hand calls it in the same transaction: the database's judge refuses openings that do not follow from them.
 */
export async function bringInLine(client: pg.ClientBase, caseId: string): Promise<void> {
  const { rows } = await client.query<{ facts: CaseFacts; at: number }>(
    'select sig.facts_of($1) as facts, sig.ms(sig.now())::float as at',
    [caseId],
  );
  for (const { facts, at } of rows) {
    for (const { statement, values } of projectionOf(facts, at)) await client.query(statement.text, [...values]);
  }
}

/** Writes facts of a case as the owner of the database, and its openings after them. */
export function writeFacts(
  login: DatabaseAddress,
  caseId: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<void> {
  return asOwner(login, async (client) => {
    await client.query('begin');
    await client.query(sql, [...values]);
    await bringInLine(client, caseId);
    await client.query('commit');
  });
}
