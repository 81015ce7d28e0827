import type { PoolClient } from 'pg';

/** One among all processes of the database holds it; any number, the same for all. */
const LOCK = 5_347_107;
const BATCH = 1_000;

/**
 * Gives committed changes their places. One at a time among all processes, by a lock that lives as long as its
 * connection: when its holder dies, the next who asks has it. Two at once would still be right, only slower (see
 * `sig.number_changes`).
 */
export class Sequencer {
  readonly #client: PoolClient;
  #leads = false;

  constructor(client: PoolClient) {
    this.#client = client;
  }

  get isLeader(): boolean {
    return this.#leads;
  }

  /**
   * Ends the connection of a holder who hangs, or whose machine is gone without a word to the database, so that the
   * next who asks has the lock. Judged in the same statement: who holds it and does its work is left alone.
   *
   * @param tooLong milliseconds that a committed change may wait for its place
   */
  async evictLeader(tooLong: number): Promise<void> {
    if (this.#leads) return;
    await this.#client.query(
      `select pg_terminate_backend(l.pid) from pg_locks l
        join pg_database d on d.oid = l.database and d.datname = current_database()
        where l.locktype = 'advisory' and l.granted and l.classid = 0 and l.objid = $1 and l.pid <> pg_backend_pid()
          and exists (select from sig.waiting_changes() w where w.oldest_ms > $2)`,
      [LOCK, tooLong],
    );
  }

  /** Whether any change got its place. */
  async number(): Promise<boolean> {
    if (!this.#leads) {
      const { rows } = await this.#client.query<{ leads: boolean }>('select pg_try_advisory_lock($1) as leads', [LOCK]);
      this.#leads = rows[0]?.leads === true;
    }
    if (!this.#leads) return false;
    let any = false;
    for (let numbered = BATCH; numbered === BATCH; any ||= numbered > 0) {
      const { rows } = await this.#client.query<{ numbered: number }>('select sig.number_changes($1) as numbered', [
        BATCH,
      ]);
      numbered = rows[0]?.numbered ?? 0;
    }
    return any;
  }
}
