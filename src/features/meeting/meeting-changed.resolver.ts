import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Resolver, Root, Subscription } from 'type-graphql';
import type { Frame } from '../../changes/frame.js';
import type { RequestContext } from '../../graphql/context.js';
import { Loads } from '../../graphql/field-policy.js';
import { streamOf, told } from '../../graphql/stream.js';
import { StreamArgs } from '../../graphql/stream.type.js';
import { MeetingChangeUnion } from './meeting-changed.type.js';
import { MEETING_CHANGES, MEETING_CHANGES_NEED } from './meeting-changed.queries.js';

@Resolver()
export class MeetingChangedResolver {
  @Loads(...MEETING_CHANGES_NEED)
  @Subscription(() => MeetingChangeUnion, {
    subscribe: streamOf(MEETING_CHANGES) as never,
    description: 'Changes of meetings, each as the viewer may see it at that moment.',
  })
  meetingChanged(
    @Root() frame: Frame,
    @Args() _args: StreamArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Frame['value'] {
    return told(frame, context, info);
  }
}
