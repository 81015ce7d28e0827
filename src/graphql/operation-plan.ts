import {
  getArgumentValues,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  OperationTypeNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { DocumentNode, GraphQLField, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Kinds } from '../access/kinds.js';
import type { Needs } from '../access/load.js';
import { requireId } from '../core/ids.js';
import type { CaseId } from '../core/ids.js';
import type { Needed } from './field-policy.js';

/** Root fields that answer from every case that the viewer knows. */
const OVER_OWN_CASES: ReadonlySet<string> = new Set(['cases', 'meetings', 'myWeek']);

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * What operations need of the cases that they show: read from the document before anything is loaded, once for each
 * document.
 */
export class OperationPlans {
  readonly #known = new WeakMap<DocumentNode, Needs>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly kinds: Kinds,
  ) {}

  /** Of every field in the document, skipped or not: too much is loaded rather than too little. */
  needsOf(document: DocumentNode): Needs {
    const known = this.#known.get(document) ?? this.#walk(document);
    this.#known.set(document, known);
    return known;
  }

  /**
   * The cases that an operation names by id, and so can be loaded as it opens. What is no id is refused where it is
   * asked for.
   */
  casesOf(operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): readonly CaseId[] {
    const root = this.schema.getQueryType()?.getFields()['case'];
    if (operation.operation !== OperationTypeNode.QUERY || root === undefined) return [];
    return operation.selectionSet.selections.flatMap((node) => {
      if (node.kind !== Kind.FIELD || node.name.value !== root.name) return [];
      const { id } = getArgumentValues(root, node, { ...variables });
      return typeof id === 'string' && UUID.test(id) ? [requireId<'Case'>(id)] : [];
    });
  }

  /** Whether an operation lists the viewer's own cases, which can then be asked for as it opens. */
  listsOwnCases({ operation, selectionSet }: OperationDefinitionNode): boolean {
    return (
      operation === OperationTypeNode.QUERY &&
      selectionSet.selections.some((node) => node.kind === Kind.FIELD && OVER_OWN_CASES.has(node.name.value))
    );
  }

  #walk(document: DocumentNode): Needs {
    const types = new TypeInfo(this.schema);
    const all = new Set<Needed>();
    const enter = (field: GraphQLField<unknown, unknown>): void => {
      for (const needed of (field.extensions['loads'] ?? []) as readonly Needed[]) all.add(needed);
      for (const typename of this.#typesBehind(field)) {
        for (const { kind } of this.kinds.ofType(typename)) all.add(kind);
      }
    };
    const visitor = {
      Field(): void {
        const field = types.getFieldDef();
        if (field) enter(field);
      },
    };
    visit(document, visitWithTypeInfo(types, visitor));
    return needing(...all);
  }

  /** The types that a field leads to; a connection leads to what it lists, if only to count it. */
  #typesBehind({ type }: GraphQLField<unknown, unknown>): readonly string[] {
    const named = getNamedType(type);
    if (isAbstractType(named)) return this.schema.getPossibleTypes(named).map(({ name }) => name);
    return isObjectType(named) ? [named.name, named.name.replace(/Connection$/, '')] : [];
  }
}

/** All of these together; also for whoever reads without a document. */
export function needing(...all: readonly Needed[]): Needs {
  const kinds = all.flatMap((needed) => ('number' in needed ? [needed.number] : []));
  const versions = all.flatMap((needed) => ('versionsOf' in needed ? [needed.versionsOf.number] : []));
  const queries = all.flatMap((needed) => ('text' in needed ? [[needed.name, needed] as const] : []));
  return { kinds: new Set(kinds), versions: new Set(versions), queries: new Map(queries) };
}
