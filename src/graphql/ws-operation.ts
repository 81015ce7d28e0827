import { createSourceEventStream, execute, GraphQLError, getOperationAST, parse, validate } from 'graphql';
import type {
  DocumentNode,
  ExecutionArgs,
  GraphQLFormattedError,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import { openReadScope } from '../access/read-scope.js';
import type { Credentials } from '../access/read-scope.js';
import { DomainError } from '../core/errors.js';
import type { Frame, Turn } from '../events/frame.js';
import type { RequestContext } from './context.js';
import { refusal } from './errors.js';
import { readPresented } from './field-resolver.js';
import { checkLimits, LIMITS } from './limits.js';
import type { ReadPluginDeps } from './read-plugin.js';

/** As it goes over the socket. */
export interface FormattedResult {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: Record<string, unknown>;
}

export interface SubscriptionDeps {
  readonly read: ReadPluginDeps;
  readonly newContext: () => RequestContext;
  readonly present: (error: GraphQLError) => GraphQLFormattedError;
  /** Told when a turn could not be taken; the client comes back with its cursor and loses nothing. */
  readonly onFault: (error: unknown) => void;
}

/** @throws GraphQLError with one of GraphQL's own codes */
export function parseOperation(
  query: string,
  operationName?: string | null,
): { document: DocumentNode; operation: OperationDefinitionNode } {
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: LIMITS.tokens });
  } catch (error) {
    throw coded(error as GraphQLError, 'GRAPHQL_PARSE_FAILED');
  }
  const operation = getOperationAST(document, operationName);
  if (!operation) throw coded(new GraphQLError('Unable to identify operation'), 'OPERATION_RESOLUTION_FAILURE');
  return { document, operation };
}

/** Everything that is refused of a subscription before anything is loaded. */
export function faultsOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): readonly GraphQLError[] {
  const invalid = validate(schema, document, undefined, { maxErrors: 5 });
  if (invalid.length > 0) return invalid.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED'));
  try {
    checkLimits({ schema, document, operation, variables });
    return [];
  } catch (error) {
    if (error instanceof DomainError) return [refusal(error)];
    throw error;
  }
}

function coded(error: GraphQLError, code: string): GraphQLError {
  const { message, nodes, source, positions, path, originalError } = error;
  return new GraphQLError(message, {
    nodes,
    source,
    positions,
    path,
    originalError,
    extensions: { ...error.extensions, code },
  });
}

/**
 * A subscription: its stream is opened in one scope, and every turn of it is executed in a scope and a context of its own
 * (graphql-js would hand one context, and so its loaders, to all events).
 */
export async function subscribe(
  args: ExecutionArgs,
  credentials: Credentials,
  deps: SubscriptionDeps,
): Promise<AsyncIterableIterator<FormattedResult> | FormattedResult> {
  const context = deps.newContext();
  try {
    const scope = await openReadScope(deps.read.pool, credentials, deps.read);
    if (scope === null) throw refusal(new DomainError('UNAUTHENTICATED', 'tokenRefused'));
    context.scope = scope;
    const source = await createSourceEventStream({ ...args, contextValue: context });
    if (!(Symbol.asyncIterator in source)) return { errors: (source.errors ?? []).map(deps.present) };
    return new Deliveries(source[Symbol.asyncIterator]() as AsyncIterator<Turn>, args, credentials, deps);
  } catch (error) {
    return {
      errors: [
        deps.present(error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error })),
      ],
    };
  } finally {
    await context.scope?.abandon();
  }
}

/**
 * The frames of a stream. An object that hands `return` on, not a generator: a generator keeps `return` waiting until its
 * pending `next` settles, so a client that leaves while nothing happens would leave its subscription open.
 */
class Deliveries implements AsyncIterableIterator<FormattedResult> {
  constructor(
    private readonly turns: AsyncIterator<Turn>,
    private readonly args: ExecutionArgs,
    private readonly credentials: Credentials,
    private readonly deps: SubscriptionDeps,
  ) {}

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<FormattedResult>> {
    for (;;) {
      try {
        const turn = await this.turns.next();
        if (turn.done === true) return { done: true, value: undefined };
        const result = await this.#deliver(turn.value);
        if (result !== null) return { done: false, value: result };
      } catch (error) {
        this.deps.onFault(error);
        return this.return();
      }
    }
  }

  async return(): Promise<IteratorResult<FormattedResult>> {
    await this.turns.return?.();
    return { done: true, value: undefined };
  }

  async throw(error: unknown): Promise<IteratorResult<FormattedResult>> {
    await this.turns.throw?.(error);
    return { done: true, value: undefined };
  }

  async #deliver(turn: Turn): Promise<FormattedResult | null> {
    const { read, newContext } = this.deps;
    const context = newContext();
    try {
      const frame = await turn(async () => {
        const scope = await openReadScope(read.pool, this.credentials, read);
        if (scope !== null) context.scope = scope;
        return scope;
      });
      return frame === null ? null : await this.#execute(frame, context);
    } finally {
      await context.scope?.abandon();
    }
  }

  /** Nothing leaves before its access record is committed, and nothing of a frame in which anything of ours failed. */
  async #execute(frame: Frame, context: RequestContext): Promise<FormattedResult> {
    const { read, present } = this.deps;
    const { data, errors } = await execute({
      ...this.args,
      rootValue: frame,
      contextValue: context,
      fieldResolver: readPresented as never,
    });
    const presented = errors?.map(present);
    if (presented?.some(({ extensions }) => extensions?.['code'] === 'INTERNAL') === true) return { errors: presented };
    const withheld = context.answered.explain(read.policies);
    await context.scope?.finish(read.newId());
    return { data: data ?? null, ...(presented && { errors: presented }), extensions: { withheld } };
  }
}
