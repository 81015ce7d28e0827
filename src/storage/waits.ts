/** How long a server waits for its database on the connections of one pool, in milliseconds. */
export interface Waits {
  /** Until there is a connection: a new one, or one of the pool that becomes free. */
  readonly connection: number;
  /**
   * Until a statement is answered. Then the connection is thrown away: nothing else tells of a line that died silently.
   */
  readonly answer: number;
  /**
   * Until the database itself gives a statement up. Shorter than `answer`, so that a slow statement costs no
   * connection.
   */
  readonly statement: number;
  /** Until the database gives up waiting for somebody else's lock. */
  readonly lock: number;
  /** Until the database ends a connection that begins a transaction and says no more: its locks keep others waiting. */
  readonly idleInTransaction: number;
  /** Until the database ends a connection that says nothing, and the advisory locks with it; 0 is never. */
  readonly idleSession: number;
  /** Until the pool lets go of a connection that nobody needs. Shorter than `idleSession`. */
  readonly unused: number;
}

export interface DatabaseWaits {
  readonly reader: Waits;
  readonly writer: Waits;
  /** Of what is told to subscribers: they hear nothing for no longer than 15 seconds, whatever of this fails. */
  readonly telling: Waits;
  readonly jobs: Waits;
  /**
   * How long a process may not know what changed before it sends its subscribers away, to come back where it is known.
   */
  readonly silence: number;
}

/** Who holds no advisory lock may stay for as long as it likes. */
const UNLOCKED = { idleSession: 0, unused: 10_000 };

export const WAITS: DatabaseWaits = {
  reader: {
    ...{ connection: 10_000, answer: 8_000, statement: 7_000, lock: 5_000 },
    ...{ idleInTransaction: 10_000, ...UNLOCKED },
  },
  // A change of local rules goes through all cases of a municipality in one transaction; who waits for one of them is told
  // to ask again.
  writer: {
    ...{ connection: 10_000, answer: 14_000, statement: 13_000, lock: 3_000 },
    ...{ idleInTransaction: 10_000, ...UNLOCKED },
  },
  // Asked every second: a holder of the numbering who says nothing for five is gone, or as good as that.
  telling: {
    ...{ connection: 4_000, answer: 4_000, statement: 3_000, lock: 3_000 },
    ...{ idleInTransaction: 3_000, idleSession: 5_000, unused: 3_000 },
  },
  // The notifier keeps its lock while a mail server takes its time.
  jobs: {
    ...{ connection: 10_000, answer: 31_000, statement: 30_000, lock: 5_000 },
    ...{ idleInTransaction: 10_000, idleSession: 12_000, unused: 6_000 },
  },
  silence: 10_000,
};

/**
 * How long a whole transaction may take before the database ends its connection, where it can (PostgreSQL 17 or newer).
 */
export const TRANSACTION_WITHIN = { sig_reader: 30_000, sig_writer: 120_000, sig_jobs: 120_000 };

/** Probes of the system on a line where nothing is said: both sides find out within some 15 seconds. */
export const KEEP_ALIVE = { keepAlive: true, keepAliveInitialDelayMillis: 5_000 };

/** Of whoever migrates or reads everything: nobody else waits for it, and a large table takes its time. */
export const OWNER_CONNECTION = { ...KEEP_ALIVE, connectionTimeoutMillis: 10_000, query_timeout: 600_000 };

/** What the database is told at the start of a connection; its probes matter over TCP only. */
export function settingsOf({ statement, lock, idleInTransaction, idleSession }: Waits): string {
  const settings = {
    statement_timeout: statement,
    lock_timeout: lock,
    idle_in_transaction_session_timeout: idleInTransaction,
    idle_session_timeout: idleSession,
    tcp_keepalives_idle: 5,
    tcp_keepalives_interval: 2,
    tcp_keepalives_count: 5,
  };
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
}
