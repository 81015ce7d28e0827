import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { testConfig } from './app.js';
import type { TestDatabase } from './database.js';
import { nextEvent, nextLine } from './event.js';

const hooks = fileURLToPath(new URL('typescript-hooks.mjs', import.meta.url));
const server = fileURLToPath(new URL('../properties/fixtures/server.ts', import.meta.url));
/** Two of them compile the whole server at once. */
const LIMIT = 60_000;

/** A server in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  stop(): Promise<void>;
}

/** @param ahead milliseconds by which its clock is ahead of this process's */
export async function startServerProcess(database: TestDatabase, ahead: number): Promise<ServerProcess> {
  const config = JSON.stringify({ ...testConfig(database), ahead });
  const child = spawn(process.execPath, ['--import', hooks, server, config], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [, url = ''] = await nextLine(child.stdout, /^ready (\S+)$/, LIMIT);
  return {
    url,
    async stop() {
      const ended = nextEvent(child, 'close');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
