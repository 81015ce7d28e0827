import {
  getArgumentValues,
  getVariableValues,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  Kind,
  OperationTypeNode,
  visit,
} from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLFieldResolver,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLResolveInfo,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import type { RequestContext } from '../graphql/context.js';

type Resolve = GraphQLFieldResolver<unknown, RequestContext>;
type Variables = Readonly<Record<string, unknown>>;

/** One execution. */
interface Run {
  readonly context: RequestContext;
  readonly variables: Variables;
  /** Fields that are waited for; each puts its value in its place. */
  readonly waiting: Promise<void>[];
}

type Complete = (value: unknown, run: Run) => unknown;

interface PlannedField {
  readonly key: string;
  readonly resolve: Resolve;
  readonly argsOf: (variables: Variables) => Record<string, unknown>;
  readonly infoOf: (variables: Variables) => GraphQLResolveInfo;
  readonly complete: Complete;
}

/** Asked of a query as the executor would ask it. @returns its data, or `null` where the executor must */
export type PlannedQuery = (context: RequestContext, variables: Variables) => Promise<Record<string, unknown> | null>;

/**
 * Queries whose walk was worked out once. The executor asks again for every object of a list which fields are selected,
 * of what type and with which arguments; a plan has the same resolvers called in the same order, with nothing between
 * them. What it leaves to the executor: directives, introspection, and every query in which anything fails, since how
 * errors move up is the executor's to say.
 */
export class QueryPlans {
  readonly #known = new WeakMap<OperationDefinitionNode, PlannedQuery | null>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fieldResolver: Resolve,
  ) {}

  /** @returns `null` for an operation that only the executor can run */
  of(document: DocumentNode, operation: OperationDefinitionNode): PlannedQuery | null {
    const known = this.#known.get(operation);
    if (known !== undefined) return known;
    const isPlain = operation.operation === OperationTypeNode.QUERY && !hasDirective(document);
    const planned = isPlain ? new Planner(this.schema, this.fieldResolver, document, operation).plan() : null;
    this.#known.set(operation, planned);
    return planned;
  }
}

class Planner {
  readonly #fragments: Record<string, FragmentDefinitionNode> = {};

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fieldResolver: Resolve,
    document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
  ) {
    for (const node of document.definitions)
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.#fragments[node.name.value] = node;
  }

  plan(): PlannedQuery | null {
    const { schema, operation } = this;
    const root = schema.getQueryType();
    if (!root) return null;
    const fields = this.#fieldsOf(root, collectFields(schema, this.#fragments, {}, root, operation.selectionSet), true);
    if (fields === null) return null;
    return async (context, given) => {
      const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
      if (coerced === undefined) return null;
      const run: Run = { context, variables: coerced, waiting: [] };
      try {
        const data = completeObject(fields, undefined, run);
        return (await allCame(run)) ? data : null;
      } catch {
        await allCame(run);
        return null;
      }
    };
  }

  /** `null` when one of them is the executor's own. */
  #fieldsOf(
    type: GraphQLObjectType,
    collected: ReadonlyMap<string, readonly FieldNode[]>,
    isRoot = false,
  ): readonly PlannedField[] | null {
    const planned = [...collected].map(([key, nodes]) => this.#field(type, key, nodes, isRoot));
    return planned.every((field) => field !== null) ? planned : null;
  }

  #field(type: GraphQLObjectType, key: string, nodes: readonly FieldNode[], isRoot: boolean): PlannedField | null {
    const [node] = nodes;
    const name = node?.name.value ?? '';
    // As a key of an ordinary object it would be lost.
    if (key === '__proto__') return null;
    if (name === '__typename') return typenameField(key, type.name);
    const field = type.getFields()[name];
    const complete = field && this.#complete(field.type, nodes);
    if (node === undefined || !complete) return null;
    const argsOf = hasVariable(node)
      ? (variables: Variables) => getArgumentValues(field, node, variables)
      : always(getArgumentValues(field, node));
    const resolve = (field.resolve as Resolve | undefined) ?? this.fieldResolver;
    return { key, resolve, argsOf, infoOf: this.#infoOf(type, field, key, nodes, isRoot), complete };
  }

  /** Fields below the root are told their name alone: `direct-resolvers` gives the rest to none of them. */
  #infoOf(
    parentType: GraphQLObjectType,
    { name: fieldName, type: returnType }: GraphQLField<unknown, unknown>,
    key: string,
    fieldNodes: readonly FieldNode[],
    isRoot: boolean,
  ): PlannedField['infoOf'] {
    if (!isRoot) return always({ fieldName } as GraphQLResolveInfo);
    const { schema, operation } = this;
    const path = { prev: undefined, key, typename: parentType.name };
    const fixed = { fieldName, fieldNodes, returnType, parentType, path, schema, operation, rootValue: undefined };
    return (variables) => ({ ...fixed, fragments: this.#fragments, variableValues: { ...variables } });
  }

  #complete(type: GraphQLOutputType, nodes: readonly FieldNode[]): Complete | null {
    if (isNonNullType(type)) {
      const inner = this.#complete(type.ofType, nodes);
      return inner && ((value, run) => required(inner(value, run)));
    }
    const whole = this.#completeWhole(type, nodes);
    return whole && ((value, run) => (value === null || value === undefined ? null : whole(failing(value), run)));
  }

  #completeWhole(type: GraphQLOutputType, nodes: readonly FieldNode[]): Complete | null {
    if (isListType(type)) {
      const item = this.#complete(type.ofType, nodes);
      return item && ((value, run) => listOf(value).map((one) => item(notLater(one), run)));
    }
    if (isLeafType(type)) return (value) => required(type.serialize(value));
    const possible = isAbstractType(type) ? this.schema.getPossibleTypes(type) : [type as GraphQLObjectType];
    const byName = new Map(possible.map((one) => [one.name, this.#fieldsOf(one, this.#subfields(one, nodes))]));
    if ([...byName.values()].includes(null)) return null;
    const [only] = byName.values();
    if (!isAbstractType(type)) return only ? (value, run) => completeObject(only, value, run) : null;
    return (value, run) => {
      const fields = byName.get((value as { readonly __typename: string }).__typename);
      return completeObject(required(fields), value, run);
    };
  }

  #subfields(type: GraphQLObjectType, nodes: readonly FieldNode[]): ReadonlyMap<string, readonly FieldNode[]> {
    return collectSubfields(this.schema, this.#fragments, {}, type, nodes);
  }
}

/** Whoever came may have asked for more. @returns whether none failed, when nothing is waited for any more */
async function allCame({ waiting }: Run): Promise<boolean> {
  let failed = false;
  while (waiting.length > 0) {
    const settled = await Promise.allSettled(waiting.splice(0));
    failed ||= settled.some(({ status }) => status === 'rejected');
  }
  return !failed;
}

function completeObject(fields: readonly PlannedField[], source: unknown, run: Run): Record<string, unknown> {
  const { context, variables } = run;
  const data: Record<string, unknown> = {};
  for (const { key, resolve, argsOf, infoOf, complete } of fields) {
    const value: unknown = resolve(source, argsOf(variables), context, infoOf(variables));
    if (value instanceof Promise) {
      // Keeps its place among the fields.
      data[key] = undefined;
      const coming = value.then((settled: unknown) => void (data[key] = complete(settled, run)));
      // It is looked at when those before it have come; should it fail until then, nobody else hears of it.
      coming.catch(() => undefined);
      run.waiting.push(coming);
    } else {
      data[key] = complete(value, run);
    }
  }
  return data;
}

function typenameField(key: string, typename: string): PlannedField {
  const info = { fieldName: '__typename' } as GraphQLResolveInfo;
  return { key, resolve: () => typename, argsOf: always({}), infoOf: always(info), complete: (value) => value };
}

const always =
  <Value>(value: Value) =>
  (): Value =>
    value;

function required<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('What cannot be null is null');
  return value;
}

function failing(value: unknown): unknown {
  if (value instanceof Error) throw value;
  return value;
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error('A list is no array');
  return value as readonly unknown[];
}

function notLater(value: unknown): unknown {
  if (value instanceof Promise) throw new Error('One of a list is waited for');
  return value;
}

function hasDirective(document: DocumentNode): boolean {
  let found = false;
  visit(document, { Directive: () => void (found = true) });
  return found;
}

function hasVariable({ arguments: given = [] }: FieldNode): boolean {
  let found = false;
  for (const one of given) visit(one, { Variable: () => void (found = true) });
  return found;
}
