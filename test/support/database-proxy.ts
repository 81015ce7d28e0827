import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestDatabase } from './database.js';

/** At which statement a connection breaks: before it reaches the database, or with its answer under way. */
export interface Break {
  readonly at: number;
  readonly when: 'BEFORE' | 'AFTER';
}

/** Stands between a server and its database, and breaks a connection at a chosen statement of one role. */
export interface DatabaseProxy {
  /** The same database, reached through here. */
  readonly database: TestDatabase;
  /** Counts from 0 again, and breaks there next; nowhere if `null`. */
  begin(at: Break | null): void;
  /** Statements since then. */
  readonly sent: number;
  stop(): Promise<void>;
}

const SIMPLE_QUERY = 'Q'.charCodeAt(0);
const SYNC = 'S'.charCodeAt(0);
const READY = 'Z'.charCodeAt(0);
const [LENGTH, TYPE] = [4, 1];

/** Cuts a stream into the messages of PostgreSQL's protocol; the first one of a client has no type. */
function messages(onMessage: (type: number, message: Buffer) => void, { typed }: { typed: boolean }) {
  let rest = Buffer.alloc(0);
  let head = typed ? TYPE : 0;
  return (chunk: Buffer): void => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= head + LENGTH && rest.length >= head + rest.readInt32BE(head)) {
      const end = head + rest.readInt32BE(head);
      const type = head === 0 ? 0 : (rest[0] ?? 0);
      const message = rest.subarray(0, end);
      rest = rest.subarray(end);
      head = TYPE;
      onMessage(type, message);
    }
  };
}

export async function startDatabaseProxy(behind: TestDatabase, role: string): Promise<DatabaseProxy> {
  const { host, port = 5432 } = behind.login;
  const folder = await mkdtemp(join(tmpdir(), 'sig-proxy-'));
  const state = { sent: 0, break: null as Break | null };
  const open = new Set<Socket>();

  const server = createServer((client) => {
    const backend = host.startsWith('/') ? connect(join(host, `.s.PGSQL.${port}`)) : connect(port, host);
    const cut = (): void => {
      client.destroy();
      backend.destroy();
    };
    for (const socket of [client, backend]) {
      open.add(socket);
      socket.on('close', () => {
        open.delete(socket);
        cut();
      });
      socket.on('error', cut);
    }
    let isCounted = false;
    let [statements, answers, cutAfter] = [0, -1, Infinity]; // the first "ready" is no answer
    client.on(
      'data',
      messages(
        (type, message) => {
          if (type === 0) isCounted ||= message.includes(`user\0${role}\0`);
          else if (isCounted && (type === SIMPLE_QUERY || type === SYNC)) {
            statements += 1;
            state.sent += 1;
            const breaks = state.sent === state.break?.at;
            if (breaks && state.break?.when === 'BEFORE') {
              cut();
              return;
            }
            if (breaks) cutAfter = statements;
          }
          backend.write(message);
        },
        { typed: false },
      ),
    );
    backend.on(
      'data',
      messages(
        (type, message) => {
          if (type === READY) answers += 1;
          if (answers >= cutAfter) cut();
          else client.write(message);
        },
        { typed: true },
      ),
    );
  });
  await new Promise<void>((resolve) => server.listen(join(folder, '.s.PGSQL.5432'), resolve));
  return {
    database: { ...behind, login: { ...behind.login, host: folder, port: undefined } },
    begin: (at) => void Object.assign(state, { sent: 0, break: at }),
    get sent() {
      return state.sent;
    },
    async stop() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
