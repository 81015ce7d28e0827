import { ApolloServer } from '@apollo/server';
import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { faultOf } from '../telemetry/log.js';
import { answerText } from './answer-text.js';
import { presentError, statusOf } from '../graphql/errors.js';
import { checkLimits, LIMITS } from '../graphql/limits.js';
import type { Operation } from '../graphql/limits.js';
import { requestInfo } from '../graphql/request-info.js';

export interface ApolloOptions<Context extends BaseContext> {
  readonly schema: GraphQLSchema;
  /** Introspection, and names of the schema in messages. */
  readonly development: boolean;
  readonly log: Logger;
  readonly plugins?: readonly ApolloServerPlugin<Context>[];
  readonly fieldResolver?: GraphQLFieldResolver<unknown, Context>;
  /**
   * Called once per operation that is valid and inside the limits, before it is executed; a throw is the answer.
   * Plugins' own `didResolveOperation` run at the same time as the limits are checked, so what must not be begun in
   * vain begins here.
   */
  readonly beforeExecution?: (context: Context, operation: Operation) => Promise<void>;
}

/**
 * The executor behind `/graphql`: it never reaches out by itself, whatever the environment holds, and batches nothing.
 */
export function createApollo<Context extends BaseContext>(options: ApolloOptions<Context>): ApolloServer<Context> {
  const { development, log } = options;
  return new ApolloServer<Context>({
    schema: options.schema,
    nodeEnv: development ? 'development' : 'production',
    introspection: development,
    hideSchemaDetailsFromClientErrors: !development,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    logger: redactedLogger(log),
    parseOptions: { maxTokens: LIMITS.tokens },
    validationOptions: { maxErrors: 5 },
    stringifyResult: answerText,
    ...(options.fieldResolver && { fieldResolver: options.fieldResolver }),
    formatError: (formatted, error) => {
      const request = requestInfo.getStore();
      const presented = presentError(formatted, error, {
        language: request?.language ?? 'sv',
        requestId: request?.id ?? '',
        suggestions: development,
        onInternal: (cause) =>
          log.error({ requestId: request?.id, ...faultOf(cause, development) }, 'operation failed'),
      });
      request?.codes.push(String(presented.extensions?.['code']));
      return presented;
    },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      limitsPlugin(options),
      ...(options.plugins ?? []),
    ],
  });
}

/** Limits before execution; the HTTP status of an answer after it. */
function limitsPlugin<Context extends BaseContext>(options: ApolloOptions<Context>): ApolloServerPlugin<Context> {
  const { beforeExecution, development, log } = options;
  return {
    unexpectedErrorProcessingRequest: async ({ error }) => {
      log.error({ requestId: requestInfo.getStore()?.id, ...faultOf(error, development) }, 'request failed');
    },
    requestDidStart: async () => ({
      didResolveOperation: async ({ schema, document, operation, request, contextValue }) => {
        const info = requestInfo.getStore();
        if (info) info.operation = operation?.operation ?? null;
        if (operation === undefined) return;
        if (operation.operation === OperationTypeNode.SUBSCRIPTION) throw subscriptionOverHttpError();
        const checked = { schema, document, operation, variables: request.variables ?? {} };
        checkLimits(checked);
        await beforeExecution?.(contextValue, checked);
      },
      willSendResponse: async ({ response: { body, http } }) => {
        if (body.kind !== 'single') return;
        const { data, errors } = body.singleResult;
        const code = errors?.[0]?.extensions?.['code'];
        const signInFirst = errors?.some((error) => error.extensions?.['code'] === 'UNAUTHENTICATED');
        if (signInFirst) http.status = statusOf('UNAUTHENTICATED');
        else if (data === undefined && code !== undefined && (http.status ?? 500) === 500) http.status = statusOf(code);
      },
    }),
  };
}

/** The executor would run a subscription's first step as if it were a query. */
function subscriptionOverHttpError(): GraphQLError {
  return new GraphQLError('Subscriptions are served over WebSocket (graphql-transport-ws) at the same address.', {
    extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
  });
}

/** Apollo's own remarks may quote a request; only that there was one is kept. */
function redactedLogger(log: Logger): { debug(): void; info(): void; warn(message?: string): void; error(): void } {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: () => log.warn({ requestId: requestInfo.getStore()?.id }, 'the GraphQL executor warned'),
    error: () => log.error({ requestId: requestInfo.getStore()?.id }, 'the GraphQL executor failed'),
  };
}
