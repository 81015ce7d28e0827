import pg from 'pg';

/** A statement as it went to the database. */
export interface Heard {
  readonly name?: string;
  readonly text: string;
  readonly values?: readonly unknown[];
}

/** Overhears every statement of this process, connection by connection, while it listens. */
export class HeardStatements {
  #byClient: Map<pg.Client, Heard[]> | null = null;

  constructor() {
    const { query } = pg.Client.prototype;
    const hear = (client: pg.Client, statement: string | Heard): void => {
      const heard = typeof statement === 'string' ? { text: statement } : statement;
      if (this.#byClient === null) return;
      const { name, text, values } = heard;
      const before = this.#byClient.get(client) ?? [];
      this.#byClient.set(client, [...before, { text, ...(name && { name }), ...(values && { values }) }]);
    };
    pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
      hear(this, given[0] as string | Heard);
      return (query as (...all: unknown[]) => unknown).apply(this, given);
    } as typeof query;
  }

  listen(): void {
    this.#byClient = new Map();
  }

  /** Of the one operation that was read and recorded since it began to listen. */
  heard(): readonly Heard[] {
    const operations = [...(this.#byClient ?? new Map<pg.Client, Heard[]>()).values()].filter((statements) =>
      statements.some(({ name }) => name === 'record_access'),
    );
    this.#byClient = null;
    if (operations.length !== 1) throw new Error(`Heard ${operations.length} recorded operations instead of one`);
    return operations[0] ?? [];
  }
}
