import type { PoolClient } from 'pg';
import type { PreparedQuery } from './prepared-query.js';

/** Of a driver's client: its socket. Not in its types. */
interface WithSocket {
  readonly connection: { readonly stream: { cork(): void; uncork(): void } };
}

/** One connection of the reader role, for the length of one read. */
export class ReaderConnection {
  #ended = false;
  /** Why a statement failed. */
  #fault: Error | undefined;

  constructor(
    private readonly client: PoolClient,
    private readonly onStatement: ((name: string) => void) | undefined,
  ) {}

  get ended(): boolean {
    return this.#ended;
  }

  /**
   * @throws Error once the read is over: a straggler must not reach a connection that somebody else may have by now;
   * and once a statement of it failed, whoever asks again: a read with a fault in it shows nothing.
   */
  async query<Row extends object>({ name, text }: PreparedQuery, values: readonly unknown[]): Promise<Row[]> {
    if (this.#ended) throw new Error('The read is over');
    if (this.#fault !== undefined) throw this.#fault;
    return this.#send<Row>({ name, text }, values);
  }

  /**
   * Sends everything that `send` begins as one packet: one round trip, and one system call instead of one for each
   * statement.
   */
  inOneFlight<Result>(send: () => Result): Result {
    const { stream } = (this.client as unknown as WithSocket).connection;
    stream.cork();
    try {
      return send();
    } finally {
      stream.uncork();
    }
  }

  begin(): Promise<unknown> {
    return this.client.query('begin isolation level repeatable read');
  }

  /** Writes the access record and commits, in one flight. */
  async commit(record: { readonly query: PreparedQuery; readonly values: readonly unknown[] } | null): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    let broken: Error | undefined;
    try {
      const [, { command }] = await this.inOneFlight(() =>
        Promise.all([
          record === null ? Promise.resolve([]) : this.#send(record.query, record.values),
          this.client.query('commit'),
        ] as const),
      );
      // Committing an aborted transaction resolves too; only the command tag tells that nothing was kept.
      if (command !== 'COMMIT') throw new Error(`The read ended with ${command}: its access record was not kept`);
    } catch (error) {
      broken = error as Error;
      throw error;
    } finally {
      this.client.release(broken);
    }
  }

  /** Rolls back: nothing was shown, nothing is recorded. */
  async abandon(): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    await this.client.query('rollback').then(
      () => this.client.release(),
      (error: unknown) => this.client.release(error instanceof Error ? error : true),
    );
  }

  async #send<Row extends object>({ name, text }: PreparedQuery, values: readonly unknown[]): Promise<Row[]> {
    try {
      this.onStatement?.(name);
      const { rows } = await this.client.query<Row>({ name, text, values: [...values] });
      return rows;
    } catch (error) {
      this.#fault = error as Error;
      throw error;
    }
  }
}
