import type { GraphQLFieldResolver } from 'graphql';
import { Shown } from '../access/shown.js';
import type { AccessLog } from '../access/access-log.js';
import type { RequestContext } from './context.js';

/**
 * The executor's default resolver: reads the shown object, which logs what showing this field discloses. What the
 * executor never asks for, or finds empty, is not shown and so not recorded (P10).
 */
export const loggingResolver: GraphQLFieldResolver<unknown, RequestContext> = (source, _args, context, info) => {
  const log = context.scope?.log;
  const value =
    source instanceof Shown
      ? source.read(info.fieldName, requireLog(log))
      : (source as Record<string, unknown>)[info.fieldName];
  context.work.read(value);
  return withPresence(value, log);
};

/**
 * Wraps a resolver with code of its own: reaching a piece through it shows that the piece is there, whatever is asked
 * of it.
 */
export function withAccessLogging(
  resolve: GraphQLFieldResolver<unknown, RequestContext>,
): GraphQLFieldResolver<unknown, RequestContext> {
  return (source, args, context, info) => {
    context.work.spend(1);
    const value: unknown = resolve(source, args, context, info);
    if (value instanceof Promise) return value.then((settled: unknown) => withPresence(settled, context.scope?.log));
    return withPresence(value, context.scope?.log);
  };
}

function withPresence(value: unknown, log: AccessLog | undefined): unknown {
  if (value instanceof Shown) requireLog(log).addAll(value.entries);
  else if (Array.isArray(value)) {
    for (const one of value as unknown[]) if (one instanceof Shown) requireLog(log).addAll(one.entries);
  }
  return value;
}

/** @throws Error where something would be shown that no operation records: a fault of the server. */
function requireLog(log: AccessLog | undefined): AccessLog {
  if (log === undefined) throw new Error('Something is shown outside a read');
  return log;
}
