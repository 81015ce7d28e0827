import type { GraphQLFieldResolver } from 'graphql';
import { disclosuresOf, presenceOf } from '../access/disclosure.js';
import type { RequestContext } from './context.js';

/**
 * The executor's default resolver: reads the presented object, and notes what showing this field discloses. What the
 * executor never asks for, or finds empty, is not shown and so not recorded (P10).
 */
export const readPresented: GraphQLFieldResolver<unknown, RequestContext> = (source, _args, context, info) => {
  const value = (source as Record<string, unknown>)[info.fieldName];
  if (value === null || value === undefined) return value;
  for (const disclosure of disclosuresOf(source as object, info.fieldName)) context.scope?.recorder.add(disclosure);
  return value;
};

/** Wraps a resolver with code of its own: reaching a piece through it shows that the piece is there, whatever is asked of it. */
export function reportPresence(
  resolve: GraphQLFieldResolver<unknown, RequestContext>,
): GraphQLFieldResolver<unknown, RequestContext> {
  return async (source, args, context, info) => {
    const value: unknown = await resolve(source, args, context, info);
    const shown = [value].flat().filter((one): one is object => typeof one === 'object' && one !== null);
    for (const disclosure of presenceOf(shown)) context.scope?.recorder.add(disclosure);
    return value;
  };
}
