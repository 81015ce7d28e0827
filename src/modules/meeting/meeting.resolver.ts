import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { page, PageArgs } from '../../graphql/connection.js';
import { scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { MeetingConnectionType } from './meeting.type.js';
import { meetings } from './meeting.view.js';

@Resolver(() => CaseType)
export class MeetingResolver {
  @Open()
  @FieldResolver(() => MeetingConnectionType, { description: 'Meetings that the viewer may see, in time order.' })
  async meetings(
    @Root() { id }: CaseType,
    @Args() args: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<MeetingConnectionType> {
    const scope = scopeOf(context);
    const all = await meetings(scope, id);
    const cursors = { codec: context.cursors, context: `${scope.viewer.id} meetings ${id}` };
    return page(
      all,
      args,
      { key: (meeting) => `${String(meeting.startsAt).padStart(15, '0')} ${meeting.id}` },
      cursors,
    );
  }
}
