import type { GraphQLFieldResolver } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import type { RequestContext } from '../graphql/context.js';

type Resolve = GraphQLFieldResolver<unknown, RequestContext>;
type Param = NonNullable<ReturnType<typeof getMetadataStorage>['fieldResolvers'][number]['params']>[number];
type Argument = (source: unknown, args: Readonly<Record<string, unknown>>, context: RequestContext) => unknown;

/**
 * The declared field resolvers, by type and field, called without the wrapper that type-graphql puts round them: that
 * makes a promise
 * of every argument and a copy of every parent, which costs more than the fields themselves. None of them is given the
 * executor's `info`: below its root an operation is walked by a plan, which has none (`planned-query`).
 */
export function directResolvers(): ReadonlyMap<string, Resolve> {
  const { fieldResolvers, objectTypes } = getMetadataStorage();
  const instances = new Map<unknown, Record<string, (...args: unknown[]) => unknown>>();
  return new Map(
    fieldResolvers.flatMap(({ kind, getObjectType, target, methodName, schemaName, params = [] }) => {
      if (kind !== 'external') return [];
      const typename = objectTypes.find((type) => type.target === getObjectType?.())?.name;
      const instance = instances.get(target) ?? new (target as new () => Record<string, never>)();
      instances.set(target, instance);
      const take = [...params]
        .sort((a, b) => a.index - b.index)
        .map((param) => taking(param, `${typename}.${schemaName}`));
      const resolve: Resolve = (source, args: Readonly<Record<string, unknown>>, context) =>
        instance[methodName]?.(...take.map((one) => one(source, args, context)));
      return [[`${typename}.${schemaName}`, resolve] as const];
    }),
  );
}

/** @throws Error for a parameter that this does not know, when the schema is built. */
function taking(param: Param, field: string): Argument {
  switch (param.kind) {
    case 'root':
      return (source) => source;
    case 'context':
      return (_source, _args, context) => context;
    case 'args':
      return (_source, args) => args;
    case 'arg':
      return (_source, args) => args[param.name];
    default:
      throw new Error(`${field}: a parameter of the kind ${param.kind} cannot be given`);
  }
}
