import type { Notification, Pool, PoolClient } from 'pg';
import { changesAfter, streamState } from './change-log.js';
import type { Hub } from './hub.js';
import type { Schedule } from './schedule.js';
import { Sequencer } from './sequencer.js';

export interface RelayOptions {
  /** For telling; one connection is kept. */
  readonly pool: Pool;
  readonly hub: Hub;
  readonly schedule: Schedule;
  /** The safety net under the bells, milliseconds. */
  readonly pollEvery: number;
  /** Milliseconds that only ever run on. */
  readonly elapsed: () => number;
  /** Told when the connection breaks; the next poll makes another. */
  readonly onFault: (error: unknown) => void;
}

const CHANNEL = 'sig_changes';
const COMMITTED = 'committed';
const NUMBERED = 'numbered';
const PAGE = 500;

/**
 * Brings committed changes to the hub of this process. Three things ring: a commit of this process at once, a notice
 * of another process, and a slow poll under both. A bell carries nothing; what there is to read stands in the database.
 */
export class Relay {
  readonly #options: RelayOptions;
  #connection: { readonly client: PoolClient; readonly sequencer: Sequencer } | null = null;
  #running: Promise<void> | null = null;
  #again = false;
  #committedHere = false;
  #evictAfter: number | null = null;
  #stopPolling: () => void = () => undefined;
  #askedAt: number | null = null;
  #stopped = false;

  constructor(options: RelayOptions) {
    this.#options = options;
  }

  /** Milliseconds that this process has asked in vain what changed; 0 when it was answered the last time. */
  get silence(): number {
    return this.#askedAt === null ? 0 : this.#options.elapsed() - this.#askedAt;
  }

  /** Begins where the stream stands now: what came before is asked for by whoever resumes. */
  async start(): Promise<void> {
    const { client } = await this.#connected();
    this.#options.hub.startAt((await streamState(client)).lastPosition);
    this.#stopPolling = this.#options.schedule.every(this.#options.pollEvery, () => this.#wake());
    this.#wake();
  }

  /** Something of this process was committed. Waits for nothing and never fails. */
  readonly wake = (): void => {
    this.#committedHere = true;
    this.#wake();
  };

  /** Changes wait too long for their places: whoever should have given them hangs. @param tooLong milliseconds */
  evictLeader(tooLong: number): void {
    this.#evictAfter = tooLong;
    this.#wake();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#stopPolling();
    await this.#running;
    this.#disconnect();
  }

  #wake(): void {
    if (this.#stopped) return;
    this.#again = true;
    this.#running ??= this.#run().finally(() => (this.#running = null));
  }

  async #run(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false;
      this.#askedAt ??= this.#options.elapsed();
      try {
        await this.#turn();
        this.#askedAt = null;
      } catch (error) {
        this.#disconnect();
        this.#options.onFault(error);
      }
    }
  }

  async #turn(): Promise<void> {
    const { client, sequencer } = await this.#connected();
    const committedHere = this.#committedHere;
    this.#committedHere = false;
    const tooLong = this.#evictAfter;
    this.#evictAfter = null;
    if (tooLong !== null) await sequencer.evictLeader(tooLong);
    const numbered = await sequencer.number();
    // Outside every business transaction, and once however many commits there were.
    if (numbered) await client.query(`notify ${CHANNEL}, '${NUMBERED}'`);
    else if (committedHere && !sequencer.isLeader) await client.query(`notify ${CHANNEL}, '${COMMITTED}'`);
    await this.#read(client);
  }

  async #read(client: PoolClient): Promise<void> {
    const { hub } = this.#options;
    for (let full = true; full;) {
      const changes = await changesAfter(client, hub.last, PAGE, null);
      this.#askedAt = this.#options.elapsed();
      hub.publish(changes);
      full = changes.length === PAGE;
    }
  }

  async #connected(): Promise<{ client: PoolClient; sequencer: Sequencer }> {
    if (this.#connection !== null) return this.#connection;
    const client = await this.#options.pool.connect();
    const connection = { client, sequencer: new Sequencer(client) };
    this.#connection = connection;
    client.on('notification', ({ payload, processId }: Notification & { processId?: number }) => {
      const own = processId === (client as PoolClient & { processID?: number }).processID;
      if (!own && (payload === NUMBERED || connection.sequencer.isLeader)) this.#wake();
    });
    // What was committed while nobody listened is asked for at once, on another connection.
    const replace = (): void => {
      if (this.#disconnect(client)) this.#wake();
    };
    client.on('error', replace).on('end', replace);
    await client.query(`listen ${CHANNEL}`);
    return connection;
  }

  /** The lock goes with the connection: whichever process asks next takes the sequencer over. */
  #disconnect(only?: PoolClient): boolean {
    const connection = this.#connection;
    if (connection === null || (only !== undefined && connection.client !== only)) return false;
    this.#connection = null;
    connection.client.release(true);
    return true;
  }
}
