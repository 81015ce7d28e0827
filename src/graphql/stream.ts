import type { GraphQLResolveInfo } from 'graphql';
import type { Frame, Turn } from '../changes/frame.js';
import type { Topic } from '../changes/topic.js';
import { scopeOf } from './context.js';
import type { RequestContext } from './context.js';
import type { StreamArgs } from './stream.type.js';

/** The `subscribe` of a subscription field: its stream, asked for turn by turn by `ws-operation`. */
export function streamOf(
  topic: Topic,
): (data: { args: StreamArgs; context: RequestContext }) => Promise<AsyncIterable<Turn>> {
  return ({ args, context }) => {
    if (context.openStream === undefined) throw new Error('Streams are opened over a socket only');
    return context.openStream(topic, args, scopeOf(context));
  };
}

/** The resolver of a subscription field: what the turn made, with the case that `extensions.withheld` explains. */
export function told({ value, about }: Frame, context: RequestContext, info: GraphQLResolveInfo): Frame['value'] {
  if (about !== null) context.withheldReport.add(info, value.__typename, [about]);
  return value;
}
