import type { ApolloServer } from '@apollo/server';
import { GraphQLError, Kind, OperationTypeNode, visit } from 'graphql';
import type { DocumentNode, ExecutionArgs, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import type { Logger } from 'pino';
import type { SignedIn } from '../access/known-viewer.js';
import { DomainError } from '../core/errors.js';
import type { ChangeStreams } from '../changes/change-streams.js';
import { faultOf } from '../telemetry/log.js';
import type { RequestContext } from '../graphql/context.js';
import { DeliveryGroups } from './delivery-groups.js';
import { presentError, refusal } from '../graphql/errors.js';
import type { FormattedResult } from './frame-text.js';
import type { Language } from '../texts/message-text.js';
import { faultsOf, operationOf, ParsedDocuments } from '../graphql/parsed-operation.js';
import type { ParsedDocument } from '../graphql/parsed-operation.js';
import type { ReadPluginDeps } from './read-plugin.js';
import { requestInfo } from '../graphql/request-info.js';
import { isShared } from './shared-selection.js';
import { subscribe } from './subscription.js';
import type { FrameSink } from './subscription.js';

export interface OperationsDeps {
  readonly schema: GraphQLSchema;
  /** Started; runs queries and mutations under the same rules as over HTTP. */
  readonly apollo: ApolloServer<RequestContext>;
  readonly read: ReadPluginDeps;
  readonly streams: ChangeStreams;
  /** False while this process does not hear of changes. */
  readonly hears: () => boolean;
  /** Milliseconds that only ever run on. */
  readonly elapsed: () => number;
  readonly newContext: (token: SignedIn) => RequestContext;
  readonly log: Logger;
  readonly development: boolean;
  /** Told when a stream breaks; its client comes back. */
  readonly onFault: (error: unknown) => void;
}

/** What the socket brings to an operation. */
export interface Caller {
  readonly token: SignedIn;
  readonly language: Language;
  /** Closes the connection so that the client comes back and resumes. */
  readonly requestReconnect: (reason: string) => void;
  /** For the frames of this operation. */
  readonly outlet: FrameSink;
}

/** Operations of one socket at a time. */
const MOST_AT_ONCE = 20;

/** One operation, checked and ready; travels to where the protocol's library executes it as the context value. */
export interface Prepared {
  run(args: ExecutionArgs): Promise<AsyncIterableIterator<FormattedResult> | FormattedResult>;
}

/** Operations that come over a socket, and streams however they come. */
export class Operations {
  readonly #documents: ParsedDocuments;
  readonly #groups: DeliveryGroups;
  readonly #isShared = new WeakMap<ParsedDocument, boolean>();

  constructor(private readonly deps: OperationsDeps) {
    this.#documents = new ParsedDocuments(deps.schema);
    this.#groups = new DeliveryGroups(deps.read, deps.elapsed);
  }

  /** The operation, or why it is refused. @param running how many the socket has, this one included */
  prepare(payload: SubscribePayload, caller: Caller, running: number): ExecutionArgs | readonly GraphQLError[] {
    const { schema } = this.deps;
    if (running > MOST_AT_ONCE)
      return [refusal(new DomainError('LIMIT_EXCEEDED', 'tooManySubscriptions', { max: MOST_AT_ONCE }))];
    const variables = payload.variables ?? {};
    try {
      const parsed = this.#documents.parse(payload.query);
      const { document } = parsed;
      const operation = operationOf(document, payload.operationName);
      const isStream = operation.operation === OperationTypeNode.SUBSCRIPTION;
      const faults = faultsOf(schema, parsed, operation, variables);
      if (faults.length > 0) return faults;
      const run: Prepared['run'] = isStream
        ? (args) => this.#stream(args, parsed, payload, caller)
        : () => this.#answer(payload, caller);
      const { operationName } = payload;
      return { schema, document, operationName, variableValues: variables, contextValue: { run } satisfies Prepared };
    } catch (error) {
      if (error instanceof GraphQLError) return [error];
      throw error;
    }
  }

  /** Whether it is a subscription, as far as it can be read. */
  isStream({ query, operationName }: Pick<SubscribePayload, 'query' | 'operationName'>): boolean {
    try {
      const { document } = this.#documents.parse(query);
      return operationOf(document, operationName).operation === OperationTypeNode.SUBSCRIPTION;
    } catch (error) {
      if (error instanceof GraphQLError) return false;
      throw error;
    }
  }

  /** What a client is told of an error; the same texts as over HTTP. */
  present(error: GraphQLError, language: Language): GraphQLFormattedError {
    const { development, log, read } = this.deps;
    const requestId = read.newId();
    return presentError(error.toJSON(), error, {
      language,
      requestId,
      suggestions: development,
      onInternal: (cause) => log.error({ requestId, ...faultOf(cause, development) }, 'operation failed'),
    });
  }

  #stream(
    args: ExecutionArgs,
    parsed: ParsedDocument,
    { query, operationName, variables }: SubscribePayload,
    { token, language, requestReconnect: requestReconnect, outlet }: Caller,
  ): ReturnType<Prepared['run']> {
    const { schema, read, streams, hears, elapsed, newContext, onFault } = this.deps;
    const since = streams.position;
    const later = (): void => requestReconnect('Try again later');
    const session = { since, expiresAt: token.expiresAt, onSlow: later };
    const shared = this.#isShared.get(parsed) ?? isShared(schema, parsed.document);
    this.#isShared.set(parsed, shared);
    return subscribe(args, token, {
      read,
      ...{ hears, elapsed },
      groups: this.#groups,
      newContext: () => ({
        ...newContext(token),
        openStream: (topic, request, scope) => streams.open(topic, request, scope, session),
      }),
      present: (error) => this.present(error, language),
      language,
      shared,
      asked: JSON.stringify([query, operationName ?? null, withoutPlace(parsed.document, variables ?? {})]),
      outlet,
      requestReconnect: later,
      onFault: (error) => {
        onFault(error);
        later();
      },
    });
  }

  async #answer(
    { query, variables, operationName }: SubscribePayload,
    { token, language }: Caller,
  ): Promise<FormattedResult> {
    const { apollo, newContext, read } = this.deps;
    const info = { id: read.newId(), language, operation: null, codes: [] };
    const request = { query, ...(variables && { variables }), ...(operationName && { operationName }) };
    const { body } = await requestInfo.run(info, () =>
      apollo.executeOperation(request, { contextValue: newContext(token) }),
    );
    if (body.kind !== 'single') throw new Error('An answer in parts was not asked for');
    return body.singleResult;
  }
}

/** The variables save the one that tells where to resume, if it tells nothing else. */
function withoutPlace(document: DocumentNode, variables: Readonly<Record<string, unknown>>): object {
  const uses = new Map<string, number>();
  let place: string | null = null;
  visit(document, {
    Argument({ name, value }, _key, _parent, path) {
      const depth = path.filter((part) => part === 'selections').length;
      if (name.value === 'after' && depth === 1 && value.kind === Kind.VARIABLE) place = value.name.value;
    },
    VariableDefinition: () => false,
    Variable: ({ name }) => void uses.set(name.value, (uses.get(name.value) ?? 0) + 1),
  });
  const rest = Object.entries(variables).filter(([name]) => name !== place || uses.get(name) !== 1);
  return Object.fromEntries(rest.sort(([a], [b]) => (a < b ? -1 : 1)));
}
