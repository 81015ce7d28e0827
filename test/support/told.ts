import { asOwner } from '../storage/viewing.js';
import type { TestDatabase } from './database.js';

/** Until everything that was committed has come into the inboxes; the sequencer gives a change its place a moment after its commit. */
export async function allTold({ login }: TestDatabase, takeTurn: () => Promise<void>): Promise<void> {
  for (let waiting = 1; waiting > 0;) {
    await takeTurn();
    waiting = await asOwner(login, async (client) => {
      const { rows } = await client.query<{ waiting: number }>(
        `select count(*)::int as waiting from sig.outbox o, sig.notifier n
          where o.kind <> 'NOTIFICATION' and (o.position is null or o.position > n.last_position)`,
      );
      return rows[0]!.waiting;
    });
  }
}
