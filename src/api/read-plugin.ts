import { HeaderMap } from '@apollo/server';
import type { ApolloServerPlugin, GraphQLResponse } from '@apollo/server';
import { Kind, OperationTypeNode } from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  GraphQLFormattedError,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import type { ScopeFactory } from '../access/scope-factory.js';
import { DomainError } from '../core/errors.js';
import type { RequestContext } from '../graphql/context.js';
import { presentError, refusal, statusOf } from '../graphql/errors.js';
import { requestInfo } from '../graphql/request-info.js';
import type { OperationPlans } from '../graphql/operation-plan.js';
import type { QueryPlans } from './planned-query.js';
import { budgetSpent, tellStanding } from './rate-limit.js';
import type { ViewerBudgets } from './viewer-budgets.js';
import type { ViewerTurns } from './viewer-turns.js';
import type { Explanations } from '../graphql/withheld.js';

export interface ReadPluginDeps {
  readonly scopes: ScopeFactory;
  readonly explanations: Explanations;
  readonly plans: OperationPlans;
  readonly queries: QueryPlans;
  readonly turns: ViewerTurns;
  /** Of streams: whoever comes back with many waits for their own. */
  readonly openings: ViewerTurns;
  readonly budgets: ViewerBudgets;
  readonly newId: () => string;
  /** A secret that follows from a text and a key. */
  readonly tokenFor: (text: string) => string;
  /** Whether the schema may be asked for without a token. */
  readonly development: boolean;
}

/** An operation that is valid and inside the limits. */
export interface OpenedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Gives a query its read scope. A mutation gets the means to open one behind each of its commands instead: what was
 * read before a change says nothing about it.
 *
 * @throws GraphQLError UNAUTHENTICATED without a token that holds, BAD_USER_INPUT where one of several capacities is to
 * be picked first, LIMIT_EXCEEDED for a viewer who has asked for too much.
 */
export async function openScope(
  context: RequestContext,
  { document, operation, variables }: OpenedOperation,
  deps: ReadPluginDeps,
): Promise<void> {
  if (deps.development && asksForSchemaOnly(operation)) return;
  const { credentials, toPick } = context;
  if (toPick !== null) {
    if (asksForCapacitiesOnly(operation)) return;
    throw refusal(toPick);
  }
  if (credentials !== null) await takeTurn(context, credentials.subjectId, deps);
  context.needs = deps.plans.needsOf(document);
  const caseIds = deps.plans.casesOf(operation, variables);
  const listsOwnCases = deps.plans.listsOwnCases(operation);
  const first = caseIds.length === 0 && !listsOwnCases ? null : { caseIds, needs: context.needs, listsOwnCases };
  const scope = credentials === null ? null : await deps.scopes.openScope(credentials, first);
  if (scope === null) throw refusal(new DomainError('UNAUTHENTICATED', 'tokenRefused'));
  if (operation.operation !== OperationTypeNode.MUTATION || credentials === null) {
    context.scope = scope;
    return;
  }
  context.work.lift();
  await scope.abandon();
  context.changes = {
    ...deps.scopes.changing(credentials),
    openScope: (load) => deps.scopes.openScope(credentials, load),
    newId: deps.newId,
    subjectId: credentials.subjectId,
    tokenFor: (requestId) => deps.tokenFor(`${credentials.subjectId} ${credentials.capacity} ${requestId}`),
  };
}

/**
 * Lets no response leave before its access record is committed. One fault inside the operation withholds all of it:
 * half an answer could be one that nothing recorded.
 */
export function readPlugin(deps: ReadPluginDeps): ApolloServerPlugin<RequestContext> {
  return {
    async unexpectedErrorProcessingRequest({ requestContext }) {
      requestContext.contextValue.leave?.();
      await requestContext.contextValue.scope?.abandon();
    },
    requestDidStart: () =>
      Promise.resolve({
        async responseForOperation({ document, operation, request, contextValue: context }) {
          const planned = deps.queries.of(document, operation);
          if (planned === null || context.scope === undefined) return null;
          const data = await planned(context, request.variables ?? {});
          if (data !== null)
            return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data } } };
          // The executor begins anew, and so does what it shows; what was too much stays so.
          context.scope.log.clear();
          context.withheldReport.clear();
          return context.work.refusal === null ? null : tooMuch();
        },
        async willSendResponse({ contextValue, response: { body, http } }) {
          const { scope, withheldReport: answered, work, credentials } = contextValue;
          if (credentials !== null && contextValue.leave !== undefined) {
            contextValue.leave();
            deps.budgets.charge(credentials.subjectId, work.spent);
            tellStanding(http.headers, deps.budgets.standing(credentials.subjectId));
          }
          if (scope === undefined || body.kind !== 'single') return;
          if (work.refusal !== null) {
            await scope.abandon();
            http.status = statusOf(work.refusal.code);
            body.singleResult = { errors: [presented(work.refusal)] };
            return;
          }
          const result = body.singleResult;
          if (result.errors?.some(({ extensions }) => extensions?.['code'] === 'INTERNAL') === true) {
            await scope.abandon();
            body.singleResult = { errors: result.errors };
            return;
          }
          // The executor lists errors as they happen; which of two look-ups was faster must tell nothing (P11).
          if (result.errors !== undefined) result.errors = [...result.errors].sort(inDocumentOrder);
          const withheld = answered.explain(deps.explanations);
          await scope.finish(deps.newId());
          if (result.data !== undefined && result.data !== null) result.extensions = { ...result.extensions, withheld };
        },
      }),
  };
}

/** Waits until fewer of the viewer's own operations run. */
async function takeTurn(context: RequestContext, viewerId: string, { turns, budgets }: ReadPluginDeps): Promise<void> {
  const standing = budgets.standing(viewerId);
  if (standing.left === 0) throw budgetSpent(standing);
  try {
    context.leave = await turns.enter(viewerId);
  } catch (error) {
    throw error instanceof DomainError ? refusal(error) : error;
  }
}

/** Stands for the answer until it is refused, before it leaves. */
function tooMuch(): GraphQLResponse {
  return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data: null } } };
}

function presented(error: DomainError): GraphQLFormattedError {
  const request = requestInfo.getStore();
  request?.codes.push(error.code);
  const { language = 'sv', id: requestId = '' } = request ?? {};
  const refused = refusal(error);
  return presentError(refused.toJSON(), refused, {
    language,
    requestId,
    suggestions: false,
    onInternal: () => undefined,
  });
}

function asksForSchemaOnly({ selectionSet }: OperationDefinitionNode): boolean {
  return selectionSet.selections.every(
    (selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith('__'),
  );
}

/** `{ viewer { capacities { … } } }`, which is of no capacity. In fragments it would be looked for in vain. */
function asksForCapacitiesOnly({ operation, selectionSet }: OperationDefinitionNode): boolean {
  const isEach = ({ selections }: SelectionSetNode, name: string, of: (field: FieldNode) => boolean): boolean =>
    selections.every((one) => one.kind === Kind.FIELD && (isTypename(one) || (one.name.value === name && of(one))));
  return (
    operation === OperationTypeNode.QUERY &&
    isEach(selectionSet, 'viewer', ({ selectionSet: inner }) =>
      inner === undefined ? false : isEach(inner, 'capacities', () => true),
    )
  );
}

function isTypename({ name }: FieldNode): boolean {
  return name.value === '__typename';
}

function inDocumentOrder(one: GraphQLFormattedError, other: GraphQLFormattedError): number {
  const [a, b] = [one.locations?.[0], other.locations?.[0]];
  return (
    (a?.line ?? 0) - (b?.line ?? 0) ||
    (a?.column ?? 0) - (b?.column ?? 0) ||
    JSON.stringify(one.path).localeCompare(JSON.stringify(other.path))
  );
}
