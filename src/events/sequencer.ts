import type { PoolClient } from 'pg';

/** One among all processes of the database holds it; any number, the same for all. */
const LOCK = 5_347_107;
const BATCH = 1_000;
/** How long a client may be away and still resume without loss. */
const KEPT = '30 days';
/** Turns between two rounds of forgetting. */
const FORGET_EVERY = 3_600;

/**
 * Gives committed changes their places. One at a time among all processes, by a lock that lives as long as its connection:
 * when its holder dies, the next who asks has it. Two at once would still be right, only slower (see the migration).
 */
export class Sequencer {
  readonly #client: PoolClient;
  #leads = false;
  #turns = 0;

  constructor(client: PoolClient) {
    this.#client = client;
  }

  get leads(): boolean {
    return this.#leads;
  }

  /** Whether any change got its place. */
  async number(): Promise<boolean> {
    if (!this.#leads) {
      const { rows } = await this.#client.query<{ leads: boolean }>('select pg_try_advisory_lock($1) as leads', [LOCK]);
      this.#leads = rows[0]?.leads === true;
    }
    if (!this.#leads) return false;
    if (this.#turns++ % FORGET_EVERY === 0) await this.#client.query('select sig.forget_changes($1)', [KEPT]);
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
