import { getNamedType, isAbstractType, isObjectType } from 'graphql';
import type { FieldNode, FragmentDefinitionNode, GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';
import { getArgumentValues } from 'graphql';

/** What a walk over the selection needs; a resolver's `info` has it all. */
export interface SelectionContext {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variableValues: Readonly<Record<string, unknown>>;
}

/** One field of an object as it was asked for: fragments, directives and merged duplicates are already resolved. */
export interface SelectedField {
  readonly responseKey: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
  readonly args: Readonly<Record<string, unknown>>;
}

/** The fields asked of `type` below `nodes`, in the executor's own reading; introspection is left out. */
export function selectedFields(
  context: SelectionContext,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
): SelectedField[] {
  const { schema, fragments, variableValues } = context;
  const collected = collectSubfields(schema, { ...fragments }, { ...variableValues }, type, nodes);
  return [...collected].flatMap(([responseKey, fieldNodes]) => {
    const node = fieldNodes[0];
    const field = node === undefined ? undefined : type.getFields()[node.name.value];
    if (node === undefined || field === undefined) return [];
    return [{ responseKey, field, nodes: fieldNodes, args: getArgumentValues(field, node, variableValues) }];
  });
}

/** The object types that a field may lead to. */
export function possibleTypes(
  schema: GraphQLSchema,
  field: GraphQLField<unknown, unknown>,
): readonly GraphQLObjectType[] {
  const type = getNamedType(field.type);
  if (isObjectType(type)) return [type];
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
}
