import type pg from 'pg';

/** What one request sent to the database. */
export interface Flights {
  /** Beside begin and commit. */
  readonly statements: number;
  /** How often something was sent on a connection that waited for nothing. */
  readonly flights: number;
}

const BEGIN_OR_COMMIT = /^\s*(begin|commit)\b/i;

/** Counts the statements of this process that read, while it listens. */
export class HeardStatements {
  #listens = false;
  #statements = 0;
  #flights = 0;
  readonly #pending = new WeakMap<pg.Client, number>();

  /** @param clients the class of the driver that the process uses */
  constructor(clients: typeof pg.Client) {
    const { query } = clients.prototype;
    const count = (client: pg.Client, given: unknown): void => {
      const text = typeof given === 'string' ? given : (given as { readonly text?: string }).text;
      if (!BEGIN_OR_COMMIT.test(text ?? '')) this.#statements += 1;
      if ((this.#pending.get(client) ?? 0) === 0) this.#flights += 1;
    };
    const settle = (client: pg.Client, by: number): void =>
      void this.#pending.set(client, (this.#pending.get(client) ?? 0) + by);
    const listens = (): boolean => this.#listens;
    clients.prototype.query = function (this: pg.Client, ...given: unknown[]) {
      const sent = (query as (...all: unknown[]) => unknown).apply(this, given);
      if (!listens() || this.user !== 'sig_reader' || !(sent instanceof Promise)) return sent;
      count(this, given[0]);
      settle(this, 1);
      const settled = (): void => settle(this, -1);
      void sent.then(settled, settled);
      return sent;
    } as typeof query;
  }

  listen(): void {
    this.#listens = true;
    this.#statements = 0;
    this.#flights = 0;
  }

  heard(): Flights {
    this.#listens = false;
    return { statements: this.#statements, flights: this.#flights };
  }
}
