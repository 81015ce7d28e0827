import { randomUUID } from 'node:crypto';
import type { Config } from '../../src/config.js';
import { startApp } from '../../src/app.js';
import type { App } from '../../src/app.js';
import type { RuntimeDependencies } from '../../src/compose/runtime-dependencies.js';
import { createTestDatabase } from './database.js';
import type { TestDatabase } from './database.js';

export interface Persona {
  readonly id: string;
  readonly name: string;
  readonly profession: string | null;
  readonly agency: { readonly id: string; readonly name: string; readonly kind: string } | null;
  readonly municipality: { readonly id: string; readonly name: string };
  readonly capacity: string;
  readonly token: string;
}

export interface Answer<Data> {
  readonly status: number;
  readonly text: string;
  readonly data: Data;
  readonly errors?: readonly {
    message: string;
    path?: (string | number)[];
    extensions: { code: string; reason?: string };
  }[];
  readonly withheld: readonly {
    path: string[];
    reason: string;
    extent: 'ALL' | 'EARLIER' | 'NOW';
    cells: { holder: string; category: string }[];
    caseIds: string[];
  }[];
}

export interface TestApp {
  readonly url: string;
  readonly database: TestDatabase;
  readonly databaseUrl: string;
  readonly personas: readonly Persona[];
  /** The first persona that fits all that is given. */
  persona(wanted: {
    municipality?: string;
    profession?: string;
    capacity?: string;
    kind?: string;
    name?: string;
  }): Persona;
  ask<Data = Record<string, unknown>>(
    token: string | null,
    query: string,
    variables?: object,
    headers?: Record<string, string>,
  ): Promise<Answer<Data>>;
  /** Stops the server and leaves its database. */
  stopServer(): Promise<void>;
  stop(): Promise<void>;
}

/** What a server over this database is told by its surroundings, as long as a test says nothing else. */
export function testConfig(database: TestDatabase): Config & { readonly databaseUrl: string } {
  const { host, database: name, user, password, port } = database.login;
  const secret = password === undefined ? '' : `:${encodeURIComponent(password)}`;
  const databaseUrl = host.startsWith('/')
    ? `postgresql://${user}${secret}@/${name}?host=${encodeURIComponent(host)}`
    : `postgresql://${user}${secret}@${host}:${port ?? 5432}/${name}`;
  return {
    ...{ development: true, port: 0, host: '127.0.0.1', dataDir: database.dataDir, databaseUrl, clockStart: null },
    ...{
      oidc: [],
      allowedOrigins: [],
      webhook: null,
      mail: null,
      logLevel: 'silent',
      demo: true,
      viewerBudget: 1_000_000_000,
      allowedHosts: [],
      linger: 0,
      metricsPort: null,
    },
  };
}

/** The whole server on a database of its own with the demo data, over real HTTP. */
export async function startTestApp(
  options: Partial<RuntimeDependencies> & { config?: Partial<Config>; database?: TestDatabase } = {},
): Promise<TestApp> {
  const { config, database: given, ...surroundings } = options;
  const database = given ?? (await createTestDatabase({ demo: true }));
  const { databaseUrl } = testConfig(database);
  const app: App = await startApp(
    { ...testConfig(database), ...config },
    // Nobody is notified unless a test takes the turns: judging as everybody is work that others would wait for.
    { systemTime: Date.now, newId: randomUUID, notifying: () => () => undefined, ...surroundings },
  );
  const personas = (await (await fetch(`${app.url}/dev/personas`)).json()) as Persona[];
  return {
    url: app.url,
    database,
    databaseUrl,
    stopServer: () => app.stop(),
    personas,
    persona: (wanted) => {
      const found = personas.find(
        ({ municipality, profession, capacity, agency, name: own }) =>
          (wanted.municipality === undefined || municipality.name.startsWith(wanted.municipality)) &&
          (wanted.profession === undefined || profession === wanted.profession) &&
          (wanted.capacity === undefined || capacity === wanted.capacity) &&
          (wanted.kind === undefined || agency?.kind === wanted.kind) &&
          (wanted.name === undefined || own.includes(wanted.name)),
      );
      if (found === undefined) throw new Error(`No persona fits ${JSON.stringify(wanted)}`);
      return found;
    },
    ask: (token, query, variables, headers) => askAt(app.url, token, query, variables, headers),
    async stop() {
      await app.stop();
      await database.drop();
    },
  };
}

/** One operation over HTTP at a server. */
export async function askAt<Data>(
  url: string,
  token: string | null,
  query: string,
  variables: object = {},
  headers: Record<string, string> = {},
): Promise<Answer<Data>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  const body = JSON.parse(text) as {
    data: Data;
    errors?: Answer<Data>['errors'];
    extensions?: { withheld?: Answer<Data>['withheld'] };
  };
  return {
    status: response.status,
    text,
    data: body.data,
    ...(body.errors && { errors: body.errors }),
    withheld: body.extensions?.withheld ?? [],
  };
}
