import type { ApolloServerPlugin, GraphQLRequestContext, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import { Kind } from 'graphql';
import type { OperationDefinitionNode } from 'graphql';
import type { Pool } from 'pg';
import { openReadScope } from '../access/read-scope.js';
import type { ReadScopeDeps } from '../access/read-scope.js';
import { DomainError } from '../core/errors.js';
import type { RequestContext } from './context.js';
import { toGraphQLError } from './errors.js';

export interface ReadPluginDeps extends ReadScopeDeps {
  readonly pool: Pool;
  readonly introspection: boolean;
  readonly onFault: (error: unknown) => void;
}

/**
 * Gives every operation its read scope, and lets no response leave before its access record is committed. One fault
 * inside the operation withholds all of it: half an answer could be one that nothing recorded.
 */
export function readPlugin(deps: ReadPluginDeps): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        async didResolveOperation({ contextValue, operation }) {
          if (deps.introspection && asksForSchemaOnly(operation)) return;
          const { credentials } = contextValue;
          const scope = credentials === null ? null : await openReadScope(deps.pool, credentials, deps);
          if (scope === null) throw toGraphQLError(new DomainError('UNAUTHENTICATED', 'unauthenticated'), contextValue.language);
          contextValue.scope = scope;
        },
        async willSendResponse(request) {
          await conclude(request, deps);
        },
        async unexpectedErrorProcessingRequest({ requestContext }) {
          await (requestContext as GraphQLRequestContext<RequestContext>).contextValue.scope?.abandon();
        },
      }),
  };
}

async function conclude(request: GraphQLRequestContextWillSendResponse<RequestContext>, deps: ReadPluginDeps): Promise<void> {
  const { scope, answered, language } = request.contextValue;
  const { body } = request.response;
  if (scope === undefined || body.kind !== 'single') return;
  const result = body.singleResult;
  try {
    if (result.errors?.some(({ extensions }) => extensions?.['code'] === 'INTERNAL') === true) {
      await scope.abandon();
      delete result.data;
      return;
    }
    const withheld = answered.explain(deps.policies);
    await scope.finish(deps.newId());
    if (result.data !== undefined && result.data !== null) result.extensions = { ...result.extensions, withheld };
  } catch (error) {
    deps.onFault(error);
    await scope.abandon();
    body.singleResult = { errors: [toGraphQLError(error, language).toJSON()] };
  }
}

function asksForSchemaOnly({ selectionSet }: OperationDefinitionNode): boolean {
  return selectionSet.selections.every((selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith('__'));
}

