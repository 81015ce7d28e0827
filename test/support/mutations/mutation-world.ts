import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buildSchema, getNamedType, isInputObjectType, isLeafType, isNonNullType, isObjectType } from 'graphql';
import type { GraphQLField } from 'graphql';
import { asOwner } from '../../storage/viewing.js';
import type { Answer, Persona, TestApp } from '../app.js';
import { caseOf } from '../demo-case.js';
import type { YoungCase } from '../demo-case.js';

const SCHEMA = buildSchema(readFileSync('schema.graphql', 'utf8'), { assumeValidSDL: true });
const FIELDS = SCHEMA.getMutationType()!.getFields();
/** Every mutation that the schema has. */
export const MUTATION_FIELDS = Object.keys(FIELDS);
/** Those that rest on a version that was read. */
export const versionedFields = MUTATION_FIELDS.filter((name) =>
  FIELDS[name]!.args.map(({ type }) => getNamedType(type)).some(
    (input) => isInputObjectType(input) && 'expectedVersion' in input.getFields(),
  ),
);

/** Whom a row acts as: a persona of Uddevalla. */
export type Who = Readonly<Partial<Record<'profession' | 'capacity' | 'name', string>>>;

/** The demo's Uddevalla as the rows change it. */
export interface MutationWorld {
  readonly app: TestApp;
  readonly alva: YoungCase;
  readonly elias: YoungCase;
  persona(who: Who): Persona;
  /** Sends a mutation with a request id, its own unless given; the answer has all plain fields of the result. */
  send(as: string | null, field: string, args: object, requestId?: string): Promise<Answer<Record<string, unknown>>>;
  /** What somebody makes first, and its id. @throws Error when it is refused */
  made(who: Who, field: string, args: object): Promise<string>;
  /** The first value of the first row, as the owner of the database. */
  owner<Value = string>(sql: string, values?: unknown[]): Promise<Value>;
}

export async function mutationWorld(app: TestApp): Promise<MutationWorld> {
  const persona = (who: Who): Persona => app.persona({ municipality: 'Uddevalla', ...who });
  const send: MutationWorld['send'] = (as, field, args, requestId) =>
    app.ask(as, documentOf(FIELDS[field]!), withRequestId(args, requestId ?? randomUUID()));
  return {
    app,
    alva: await caseOf(app, persona({ name: 'Alva' }).token),
    elias: await caseOf(app, persona({ name: 'Elias' }).token),
    persona,
    send,
    async made(who, field, args) {
      const { data, errors } = await send(persona(who).token, field, args);
      const { id } = ([data[field]].flat()[0] ?? {}) as { id?: string };
      if (id === undefined) throw new Error(`${field}: ${JSON.stringify(errors ?? data).slice(0, 300)}`);
      return id;
    },
    owner: <Value>(sql: string, values: unknown[] = []) =>
      asOwner(app.database.login, async (client) => {
        const { rows } = await client.query<Record<string, Value>>(sql, values);
        return Object.values(rows[0] ?? {})[0] as Value;
      }),
  };
}

function withRequestId(args: object, requestId: string): object {
  return 'input' in args ? { ...args, input: { requestId, ...(args.input as object) } } : { requestId, ...args };
}

/** Asks for every plain field of the result, so that two answers that differ in one are not the same. */
function documentOf({ name, args, type }: GraphQLField<unknown, unknown>): string {
  const result = getNamedType(type);
  const plain = isObjectType(result) ? Object.values(result.getFields()) : [];
  const fields = plain
    .filter((field) => isLeafType(getNamedType(field.type)) && !field.args.some((arg) => isNonNullType(arg.type)))
    .map((field) => field.name);
  const selection = isLeafType(result) ? '' : `{ __typename ${fields.join(' ')} }`;
  const variables = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  return `mutation (${variables}) { ${name}(${passed}) ${selection} }`;
}
