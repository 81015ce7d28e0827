import { getNamedType, isNonNullType, isObjectType } from 'graphql';
import type { GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { POLICY_KEYS } from './field-policy.js';
import type { FieldPolicy } from './field-policy.js';

/** Every concrete object type with the one policy of each of its fields. Roots and introspection are not in it. */
export class PolicyTable {
  readonly #types = new Map<string, ReadonlyMap<string, FieldPolicy>>();
  readonly #pieces = new Set<string>();

  /** @throws Error naming every fault at once: the build stops on a field without exactly one policy. */
  constructor(schema: GraphQLSchema) {
    const faults: string[] = [];
    for (const type of objectTypes(schema)) {
      const own = marksOf(type, faults);
      if (own[0]?.kind === 'piece') this.#pieces.add(type.name);
      if (own[0] !== undefined && own[0].kind !== 'piece' && own[0].kind !== 'open')
        faults.push(`${type.name}: only @open and @piece stand on a type`);
      this.#types.set(
        type.name,
        new Map(Object.values(type.getFields()).map((field) => [field.name, policyOf(type, field, own, faults)])),
      );
    }
    for (const type of objectTypes(schema))
      for (const field of Object.values(type.getFields())) this.#checkNullability(type, field, faults);
    if (faults.length > 0) throw new Error(`The schema's field policies are wrong:\n${faults.join('\n')}`);
  }

  fieldsOf(typename: string): ReadonlyMap<string, FieldPolicy> {
    const fields = this.#types.get(typename);
    if (fields === undefined) throw new Error(`No policies for type ${typename}`);
    return fields;
  }

  isPiece(typename: string): boolean {
    return this.#pieces.has(typename);
  }

  /** What can be withheld must be nullable, or withholding it would destroy its parent; lists simply lack the piece. */
  #checkNullability(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, faults: string[]): void {
    const policy = this.fieldsOf(type.name).get(field.name);
    const at = `${type.name}.${field.name}`;
    if ((policy?.kind === 'consent' || policy?.kind === 'rule') && isNonNullType(field.type))
      faults.push(`${at}: can be withheld, so it must be nullable`);
    const isWrapper = type.name.endsWith('Edge') || type.name.endsWith('Connection');
    if (
      isNonNullType(field.type) &&
      field.type.ofType === getNamedType(field.type) &&
      this.isPiece(getNamedType(field.type).name) &&
      !isWrapper
    ) {
      faults.push(`${at}: a non-null field leads to a piece`);
    }
  }
}

function objectTypes(schema: GraphQLSchema): GraphQLObjectType[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__') && !roots.includes(type),
  );
}

function policyOf(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  ofType: readonly FieldPolicy[],
  faults: string[],
): FieldPolicy {
  const own = marksOf(field, faults, `${type.name}.`);
  if (own.length > 1 || ofType.length > 1) faults.push(`${type.name}.${field.name}: more than one policy`);
  const policy = own[0] ?? ofType[0];
  if (policy === undefined) faults.push(`${type.name}.${field.name}: no policy`);
  if (own[0]?.kind === 'piece') faults.push(`${type.name}.${field.name}: @piece stands on types only`);
  return policy ?? { kind: 'open' };
}

/** A mark that a class inherits has extensions but no printed directive: refused, since nobody would see it. */
function marksOf(
  element: GraphQLObjectType | GraphQLField<unknown, unknown>,
  faults: string[],
  prefix = '',
): FieldPolicy[] {
  const marks = POLICY_KEYS.flatMap((key) =>
    element.extensions[key] === undefined ? [] : [element.extensions[key] as FieldPolicy],
  );
  const printed =
    element.astNode?.directives?.filter(({ name }) => ['open', 'piece', 'consent', 'rule'].includes(name.value)) ?? [];
  if (printed.length !== marks.length)
    faults.push(
      `${prefix}${element.name}: its policy is inherited or declared twice; declare it where it applies, once`,
    );
  return marks;
}
