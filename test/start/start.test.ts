import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../support/event.js';
import type { ServerProcess } from './server-process.js';
import { processesOf, startProcess } from './server-process.js';

/** The whole server, compiled and started, perhaps for the first time, on a machine that runs other tests. */
const LONG = 120_000;

const NPM_START = ['npm', 'start', '--silent'];
const OLD_NODE = "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })";

let dataDir: string;
const running: ServerProcess[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sig-start-'));
  await chmod(dataDir, 0o755);
});

afterEach(async () => {
  for (const server of running.splice(0)) {
    if (server.child.exitCode === null && server.child.signalCode === null) signalGroup(server, 'SIGKILL');
    await server.ended;
  }
  await until('nothing is left of the server', async () => (await processesOf(dataDir)).length === 0);
}, LONG);

afterAll(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

function start(environment: Record<string, string> = {}, command = NPM_START): ServerProcess {
  const server = startProcess(command, { DATA_DIR: dataDir, ...environment });
  running.push(server);
  return server;
}

function signalGroup({ child }: ServerProcess, signal: NodeJS.Signals): void {
  process.kill(-(child.pid ?? 0), signal);
}

async function isReady(server: ServerProcess): Promise<boolean> {
  return (await fetch(`${await server.url}/health/ready`)).ok;
}

async function serverPid(): Promise<number> {
  const found = (await processesOf(dataDir)).find(({ command }) => command.startsWith('node dist/main.js'));
  if (!found) throw new Error('No process of the server itself');
  return found.pid;
}

test(
  'npm start makes everything, tells the address, and SIGTERM to npm leaves no process',
  async () => {
    const server = start();
    expect(await isReady(server)).toBe(true);
    expect((await processesOf(dataDir)).some(({ command }) => command.includes('/postgres '))).toBe(true);
    server.child.kill('SIGTERM');
    expect(await server.ended).toEqual([0, null]);
    expect(await processesOf(dataDir)).toEqual([]);
  },
  LONG,
);

test(
  'a stop after many connections says nothing but that it was ready',
  async () => {
    const server = start({ LOG_LEVEL: 'warn' });
    const url = await server.url;
    const [persona] = (await (await fetch(`${url}/dev/personas`)).json()) as { token: string }[];
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${persona?.token}` };
    const body = JSON.stringify({ query: '{ cases(first: 5) { totalCount } }' });
    await Promise.all(Array.from({ length: 30 }, () => fetch(`${url}/graphql`, { method: 'POST', headers, body })));
    server.child.kill('SIGTERM');
    expect(await server.ended).toEqual([0, null]);
    expect(
      server
        .said()
        .split('\n')
        .filter((line) => line.startsWith('{')),
    ).toEqual([]);
  },
  LONG,
);

test(
  'kill -9 of the embedded database ends the server with one sentence, and the next start is ready',
  async () => {
    const server = start({ LOG_LEVEL: 'warn' });
    expect(await isReady(server)).toBe(true);
    const postgres = Number((await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);
    process.kill(postgres, 'SIGKILL');
    expect(await server.ended).toEqual([1, null]);
    expect(server.said()).toMatch(/^sig-graph ends: The database ended by itself; its last words are in .*$/m);
    expect(
      server
        .said()
        .split('\n')
        .filter((line) => line.startsWith('{')).length,
    ).toBeLessThan(10);
    const next = start();
    expect(await isReady(next)).toBe(true);
  },
  LONG,
);

test(
  'after kill -9 of the server the next start is ready',
  async () => {
    const killed = start();
    expect(await isReady(killed)).toBe(true);
    process.kill(await serverPid(), 'SIGKILL');
    await killed.ended;
    const next = start();
    expect(await isReady(next)).toBe(true);
  },
  LONG,
);

test(
  'Ctrl-C, which reaches the server from the terminal and from npm, drains once and ends with 0',
  async () => {
    const server = start();
    const url = await server.url;
    signalGroup(server, 'SIGINT');
    expect(await server.ended).toEqual([0, null]);
    await until('nothing is left', async () => (await processesOf(dataDir)).length === 0);
    await expect(fetch(url)).rejects.toThrow();
  },
  LONG,
);

test(
  'a second server on the same data folder ends with one sentence, and the first goes on',
  async () => {
    const first = start();
    expect(await isReady(first)).toBe(true);
    const second = start();
    expect(await second.ended).toEqual([1, null]);
    expect(second.said()).toBe(
      `sig-graph could not start: Another server already uses the data folder ${dataDir}: ` +
        'stop it first, or choose another DATA_DIR.\n',
    );
    expect(await isReady(first)).toBe(true);
  },
  LONG,
);

test(
  'a port in use ends the start with one sentence and stops the database again',
  async () => {
    const first = start();
    const { port } = new URL(await first.url);
    const folder = join(dataDir, 'other');
    const second = start({ DATA_DIR: folder, PORT: port, DEMO: 'off' });
    expect(await second.ended).toEqual([1, null]);
    expect(second.said()).toContain(
      `sig-graph could not start: listen EADDRINUSE: address already in use 127.0.0.1:${port}. ` +
        'Choose another PORT, or 0 for any free one.\n',
    );
    expect(await processesOf(folder)).toEqual([]);
  },
  LONG,
);

test(
  'a wrong configuration ends the start with all its faults and no stack',
  async () => {
    const server = start({ PORT: 'high', LOG_LEVEL: 'loud' });
    expect(await server.ended).toEqual([1, null]);
    expect(server.said()).toBe(
      [
        'sig-graph could not start: The configuration has 2 faults:',
        '  PORT must be a number from 0 to 65535',
        '  LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent',
        '',
      ].join('\n'),
    );
  },
  LONG,
);

test(
  'an old Node.js is refused in one sentence',
  async () => {
    const preload = `data:text/javascript,${encodeURIComponent(OLD_NODE)}`;
    const server = start({}, ['sh', '-c', 'node .config/build.mjs && exec node --import "$0" dist/main.js', preload]);
    expect(await server.ended).toEqual([1, null]);
    expect(server.said()).toMatch(
      /^sig-graph needs Node\.js 22\.17 or newer, and this is 20\.20\.2: start it with .*\n$/,
    );
  },
  LONG,
);
