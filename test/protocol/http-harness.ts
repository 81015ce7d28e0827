import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import type { ApolloServer } from '@apollo/server';
import { buildSchema } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { DomainError } from '../../src/core/errors.js';
import { createApollo } from '../../src/api/apollo.js';
import type { ApolloOptions } from '../../src/api/apollo.js';
import { startHttpServer } from '../../src/http/http-server.js';
import type { HttpServer, HttpServerOptions } from '../../src/http/http-server.js';
import type { Outcome } from '../../src/telemetry/metrics.js';
import { createLog } from '../../src/telemetry/log.js';

export interface TestContext {
  user: string | null;
}

export interface Harness extends HttpServer {
  readonly apollo: ApolloServer<TestContext>;
  readonly outcomes: Outcome[];
  logged(): string;
  /** POSTs one operation. */
  ask(body: object, headers?: Record<string, string>): Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: {
    data?: unknown;
    errors?: { message: string; path?: unknown[]; locations?: unknown; extensions: Record<string, unknown> }[];
  };
}

const SDL = `
  enum Colour { RED GREEN }
  input Thing { name: String!, colour: Colour }
  type Page { edges: [Edge!]! }
  type Edge { node: Item! }
  type Item { name: String! inner: Item pages(first: Int = 20): Page! }
  type Query {
    hello: String
    echo(text: String!, thing: Thing, colour: Colour): String
    whoami: String!
    items(first: Int = 20, after: String): Page!
    item: Item
    refused: String
    broken: String
    wrongEnum: Colour
    slow: String
    count(of: [Int!]): Int
  }
  type Mutation { touch: String }
  type Subscription { ticks: String }
`;

/** A schema with one field for every way to end. */
export function testSchema(fields: Record<string, (args: never, context: TestContext) => unknown> = {}): GraphQLSchema {
  const schema = buildSchema(SDL);
  const all = {
    hello: () => 'hej',
    echo: ({ text }: { text: string }) => text,
    whoami: (_: never, { user }: TestContext) => {
      if (user === null) throw new DomainError('UNAUTHENTICATED', 'tokenRefused');
      return user;
    },
    items: () => ({ edges: [] }),
    item: () => null,
    refused: () => {
      throw new DomainError('NOT_FOUND', 'caseNotFound');
    },
    broken: () => {
      throw new Error('the secret is hemligt-4711');
    },
    wrongEnum: () => 'hemligt-4711',
    count: ({ of }: { of: number[] }) => of.length,
    touch: () => 'touched',
    ticks: () => 'tick',
    ...fields,
  };
  for (const root of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      const resolve = all[field.name as keyof typeof all] as (args: unknown, context: unknown) => unknown;
      field.resolve = (_, args, context) => resolve(args, context);
    }
  }
  return schema;
}

type Options = Partial<HttpServerOptions<TestContext>> & Partial<ApolloOptions<TestContext>>;

export async function startHarness(options: Options = {}): Promise<Harness> {
  const lines: string[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
  const log = createLog('trace', sink);
  const outcomes: Outcome[] = [];
  const development = options.development ?? true;
  const apollo = createApollo<TestContext>({ schema: testSchema(), log, development, ...options });
  await apollo.start();
  const http = await startHttpServer<TestContext>({
    host: '127.0.0.1',
    port: 0,
    apollo,
    routes: [],
    log,
    development,
    newId: randomUUID,
    createContext: async ({ authorization }) => {
      if (authorization !== undefined && !authorization.startsWith('Bearer good')) {
        throw new DomainError('UNAUTHENTICATED', 'tokenRefused');
      }
      return { user: authorization === undefined ? null : 'Alva' };
    },
    onOutcome: (outcome) => outcomes.push(outcome),
    ...options,
  });
  const ask = async (body: object, headers: Record<string, string> = {}): Promise<Answer> => {
    const response = await fetch(`${http.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: JSON.parse(text) as Answer['body'] };
  };
  const stop = async (graceMs?: number): Promise<void> => {
    await http.stop(graceMs);
    await apollo.stop();
  };
  return { ...http, stop, apollo, outcomes, logged: () => lines.join(''), ask };
}
