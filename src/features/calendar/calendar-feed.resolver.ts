import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Shown } from '../../access/shown.js';
import { changeOwn } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { ViewerType } from '../viewer/viewer.type.js';
import { viewerOf } from '../viewer/viewer.view.js';
import { createCalendarFeed, revokeCalendarFeed } from './calendar-feed.commands.js';
import { CalendarFeedInput, CalendarFeedType } from './calendar-feed.type.js';

@Resolver()
export class CalendarFeedResolver {
  @Mutation(() => CalendarFeedType, {
    nullable: true,
    description: "Makes the viewer's calendar feed, in the place of an earlier one.",
  })
  async createCalendarFeed(
    @Arg('input', () => CalendarFeedInput) input: CalendarFeedInput,
    @Ctx() context: RequestContext,
  ): Promise<CalendarFeedType> {
    const { result } = await changeOwn(context, (own, secrets) => createCalendarFeed(own, input, secrets));
    return result;
  }

  @Mutation(() => ViewerType, { nullable: true, description: "Revokes the viewer's calendar feed at once." })
  async revokeCalendarFeed(
    @Arg('input', () => CalendarFeedInput) _input: CalendarFeedInput,
    @Ctx() context: RequestContext,
  ): Promise<Shown> {
    const { scope } = await changeOwn(context, (own) => revokeCalendarFeed(own));
    return viewerOf(scope);
  }
}
