import {
  getArgumentValues,
  getNamedType,
  getVariableValues,
  isCompositeType,
  isUnionType,
  Kind,
  OperationTypeNode,
  typeFromAST,
  visit,
} from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLCompositeType,
  GraphQLField,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import { DomainError } from '../core/errors.js';

/** Room for the standard introspection query and for a case with all its fields; a little more, not much. */
export const LIMITS = {
  /** Bytes of a request's body. */
  body: 100_000,
  /** Lexical tokens of a document; also bounds the time that validating takes, which grows with their square. */
  tokens: 6_000,
  depth: 12,
  aliases: 30,
  rootFields: 10,
  /** Fields of a mutation: each is a transaction of its own. */
  changes: 5,
  directives: 20,
  /** Fields in the answer if every page were full. */
  cost: 250_000,
} as const;

interface Weight {
  readonly depth: number;
  readonly cost: number;
}

export interface Operation {
  readonly schema: GraphQLSchema;
  /** Valid: no cycles of fragments. */
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** @throws DomainError LIMIT_EXCEEDED, naming the limit, before anything is loaded. */
export function checkLimits(operation: Operation): void {
  const counts = countsOf(operation.document);
  refuseAbove('tooManyAliases', counts.aliases, LIMITS.aliases);
  refuseAbove('tooManyDirectives', counts.directives, LIMITS.directives);
  const roots = rootFieldsOf(operation);
  refuseAbove('tooManyRootFields', roots, LIMITS.rootFields);
  if (operation.operation.operation === OperationTypeNode.MUTATION)
    refuseAbove('tooManyChanges', roots, LIMITS.changes);
  const { depth, cost } = weightOf(operation);
  refuseAbove('tooDeep', depth, LIMITS.depth);
  refuseAbove('tooCostly', cost, LIMITS.cost);
}

function refuseAbove(reason: string, found: number, max: number): void {
  if (found > max) throw new DomainError('LIMIT_EXCEEDED', reason, { found, max });
}

const counted = new WeakMap<DocumentNode, { aliases: number; directives: number }>();

/** Once per document: Apollo keeps parsed documents. */
function countsOf(document: DocumentNode): { aliases: number; directives: number } {
  const known = counted.get(document);
  if (known) return known;
  const counts = { aliases: 0, directives: 0 };
  visit(document, {
    Field: (field) => {
      if (field.alias) counts.aliases++;
    },
    Directive: () => {
      counts.directives++;
    },
  });
  counted.set(document, counts);
  return counts;
}

/** However they are wrapped: `{ ... { a b } }` asks for two. A fragment is counted as often as it is spread. */
function rootFieldsOf({ document, operation }: Operation): number {
  const known = new Map<string, number>();
  const count = ({ selections }: SelectionSetNode): number =>
    selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + 1;
      if (selection.kind === Kind.INLINE_FRAGMENT) return sum + count(selection.selectionSet);
      return sum + ofFragment(selection.name.value);
    }, 0);
  const ofFragment = (name: string): number => {
    const fragment = document.definitions.find(
      (one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === name,
    );
    const found = known.get(name) ?? (fragment?.kind === Kind.FRAGMENT_DEFINITION ? count(fragment.selectionSet) : 0);
    known.set(name, found);
    return found;
  };
  return count(operation.selectionSet);
}

/** Of operations that weigh the same whatever their variables. */
const weighedOnce = new WeakMap<OperationDefinitionNode, Weight>();

function weightOf(asked: Operation): Weight {
  const known = weighedOnce.get(asked.operation);
  if (known) return known;
  const weight = weigh(asked);
  if (!hasVariablePage(asked.document)) weighedOnce.set(asked.operation, weight);
  return weight;
}

function hasVariablePage(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Argument: ({ name, value }) => {
      if (name.value === 'first' && value.kind === Kind.VARIABLE) found = true;
    },
  });
  return found;
}

/**
 * Depth and cost of one operation, every fragment weighed once however often it is spread, so that fragments which
 * double at each level cost no time here. `__schema` and `__type` weigh one: graphql-js itself bounds what is below
 * them.
 */
function weigh({ schema, document, operation, variables }: Operation): Weight {
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables).coerced ?? {};
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const weighed = new Map<string, Weight>();

  const weighSet = (set: SelectionSetNode, parent: GraphQLCompositeType): Weight => {
    const parts = set.selections.map((selection): Weight => {
      if (selection.kind === Kind.FIELD) return weighField(selection, parent);
      if (selection.kind === Kind.FRAGMENT_SPREAD) return weighFragment(selection.name.value);
      return weighSet(selection.selectionSet, on(selection.typeCondition?.name.value) ?? parent);
    });
    return {
      depth: Math.max(0, ...parts.map(({ depth }) => depth)),
      cost: parts.reduce((sum, { cost }) => sum + cost, 0),
    };
  };
  const on = (name: string | undefined): GraphQLCompositeType | undefined => {
    const type = name === undefined ? undefined : schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  };
  const weighFragment = (name: string): Weight => {
    const fragment = fragments.get(name);
    const type = fragment && typeFromAST(schema, fragment.typeCondition);
    if (!fragment || !isCompositeType(type)) return { depth: 0, cost: 0 };
    const weight = weighed.get(name) ?? weighSet(fragment.selectionSet, type);
    weighed.set(name, weight);
    return weight;
  };
  const weighField = (node: FieldNode, parent: GraphQLCompositeType): Weight => {
    const field = isUnionType(parent) ? undefined : parent.getFields()[node.name.value];
    const type = field && getNamedType(field.type);
    if (!field || !node.selectionSet || !isCompositeType(type)) return { depth: 1, cost: 1 };
    const inner = weighSet(node.selectionSet, type);
    return { depth: inner.depth + 1, cost: 1 + inner.cost * pageSize(field, node, coerced) };
  };
  const root = schema.getRootType(operation.operation);
  return root ? weighSet(operation.selectionSet, root) : { depth: 0, cost: 0 };
}

/**
 * Lists without pages that are long whoever asks: cells of a holder and a category, and of a recipient beside them. Fewer
 * than there may be, as most cases are smaller: what an answer really takes is counted while it is made.
 */
const LONG_LISTS: ReadonlyMap<string, number> = new Map([
  ['access', 30],
  ['sharing', 120],
  ['labels', 20],
]);

/**
 * The most entries that a connection may answer with: `first`, literal, variable or default. A wrong value is refused
 * later.
 */
function pageSize(field: GraphQLField<unknown, unknown>, node: FieldNode, variables: Record<string, unknown>): number {
  if (!field.args.some(({ name }) => name === 'first')) return LONG_LISTS.get(field.name) ?? 1;
  try {
    const { first } = getArgumentValues(field, node, variables);
    return typeof first === 'number' ? Math.max(1, first) : 1;
  } catch {
    return 1;
  }
}
