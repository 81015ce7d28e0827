import type { Notification, Pool, PoolClient } from 'pg';

/** Bytes that PostgreSQL carries with a notice. */
const LONGEST = 7_900;

export interface BroadcastOptions {
  /** One connection is kept. */
  readonly pool: Pool;
  /** An SQL name. */
  readonly channel: string;
  readonly onMessage: (payload: string) => void;
  readonly onFault: (error: unknown) => void;
}

/**
 * Says things to all processes on one database, this one among them. Nothing is kept: who is not listening misses it, so
 * it is for what may be missed.
 */
export class Broadcast {
  #listening: Promise<PoolClient> | null = null;
  #stopped = false;

  constructor(private readonly options: BroadcastOptions) {}

  /** Listens, anew where the connection was lost, and says it. Never fails. */
  async say(payload: string | null): Promise<void> {
    const { pool, channel, onFault } = this.options;
    if (this.#stopped) return;
    try {
      await (this.#listening ??= this.#listen());
      if (payload !== null && payload.length <= LONGEST)
        await pool.query('select pg_notify($1, $2)', [channel, payload]);
    } catch (error) {
      this.#listening = null;
      onFault(error);
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    const client = await this.#listening?.catch(() => null);
    client?.release(true);
  }

  async #listen(): Promise<PoolClient> {
    const client = await this.options.pool.connect();
    const lost = (): void => {
      if (this.#listening === null || this.#stopped) return;
      this.#listening = null;
      client.release(true);
    };
    client.on('notification', ({ payload }: Notification) => this.options.onMessage(payload ?? ''));
    client.on('error', lost).on('end', lost);
    await client.query(`listen ${this.options.channel}`);
    return client;
  }
}
