import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestDatabase } from './database.js';

/** Stands between a server and its database as a network that loses everything without a word: nothing is closed, nothing passes. */
export interface SilentProxy {
  /** The same database, reached through here. */
  readonly database: TestDatabase;
  /** The connections that are open now are silent from now on; `ALL` is those too that are made later. */
  silence(which: 'OPEN' | 'ALL'): void;
  /** New connections pass again. */
  pass(): void;
  stop(): Promise<void>;
}

export async function startSilentProxy(behind: TestDatabase): Promise<SilentProxy> {
  const { host, port = 5432 } = behind.login;
  const folder = await mkdtemp(join(tmpdir(), 'sig-silent-'));
  const open = new Set<{ silent: boolean; readonly sockets: readonly Socket[] }>();
  let all = false;
  const server = createServer((client) => {
    const backend = host.startsWith('/') ? connect(join(host, `.s.PGSQL.${port}`)) : connect(port, host);
    const line = { silent: all, sockets: [client, backend] };
    open.add(line);
    const end = (): void => {
      // The database is not told that the server gave the connection up, nor the other way round.
      if (line.silent) return;
      open.delete(line);
      for (const socket of line.sockets) socket.destroy();
    };
    const pass = (from: Socket, to: Socket): void => {
      from.on('data', (data) => line.silent || to.write(data));
      from.on('error', end).on('close', end);
    };
    pass(client, backend);
    pass(backend, client);
  });
  await new Promise<void>((resolve) => server.listen(join(folder, '.s.PGSQL.5432'), resolve));
  return {
    database: { ...behind, login: { ...behind.login, host: folder, port: undefined } },
    silence(which) {
      all = which === 'ALL';
      for (const line of open) line.silent = true;
    },
    pass: () => void (all = false),
    async stop() {
      for (const { sockets } of open) for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
