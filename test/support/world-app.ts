import { readFile } from 'node:fs/promises';
import { buildSchema } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import type { Viewer } from '../../src/core/viewer.js';
import { createDevelopmentTokens } from '../../src/http/token.js';
import { loadKeys } from '../../src/crypto/keys.js';
import { startTestApp } from './app.js';
import type { TestApp } from './app.js';
import { createWorldStore } from './stored-worlds.js';
import type { WorldStore } from './stored-worlds.js';

const LIFETIME = 12 * 60 * 60 * 1000;

/** A server over a database that holds one random world after the other. */
export interface WorldApp extends WorldStore {
  readonly app: TestApp;
  readonly schema: GraphQLSchema;
  tokenOf(viewer: Viewer, subjectId: string): Promise<string>;
}

export async function startWorldApp(options: Parameters<typeof startTestApp>[0] = {}): Promise<WorldApp> {
  const store = await createWorldStore();
  const kept = { ...store.database, drop: () => Promise.resolve() };
  const app = await startTestApp({
    sealing: () => () => undefined,
    ...options,
    database: kept,
    config: { demo: false, ...options.config },
  });
  const { issueToken } = await createDevelopmentTokens((await loadKeys(store.database.dataDir)).tokens);
  const now = Date.parse('2020-01-01');
  const tokens = new Map<string, Promise<string>>();
  return {
    ...store,
    app,
    schema: buildSchema(await readFile(new URL('../../schema.graphql', import.meta.url), 'utf8')),
    tokenOf({ capacity }, subjectId) {
      const token = tokens.get(subjectId) ?? issueToken({ subjectId, capacity }, now, LIFETIME);
      tokens.set(subjectId, token);
      return token;
    },
    async close() {
      await app.stop();
      await store.close();
    },
  };
}
