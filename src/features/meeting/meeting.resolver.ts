import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { Shown } from '../../access/shown.js';
import { page, PageArgs } from '../../graphql/connection.js';
import { needsOf, scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { caseOf } from '../../access/loaded-case.js';
import { listMeetings } from './meeting-list.queries.js';
import { MEETING } from './meeting.piece.js';
import { MeetingConnectionType, MeetingsArgs } from './meeting.type.js';
import { meeting, timeKey } from './meeting.queries.js';

@Resolver(() => CaseType)
export class MeetingResolver {
  @Query(() => MeetingConnectionType, {
    description: "The meetings of all the viewer's cases that the viewer may see, in time order.",
  })
  async meetings(
    @Args() args: MeetingsArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Shown> {
    const { connection, cases } = await listMeetings(scopeOf(context), context.cursors, args, needsOf(context));
    context.withheldReport.add(info, 'MeetingConnection', cases);
    return connection;
  }

  @Open()
  @FieldResolver(() => MeetingConnectionType, {
    name: 'meetings',
    description: 'Meetings that the viewer may see, in time order.',
  })
  ofCase(@Root() shown: Shown, @Args() args: PageArgs, @Ctx() context: RequestContext): Shown {
    const loaded = caseOf(shown);
    const { connection } = page(
      {
        typename: 'MeetingConnection',
        items: loaded.open(MEETING),
        key: timeKey,
        show: (piece) => meeting(loaded, piece),
      },
      args,
      { codec: context.cursors, context: `${loaded.viewer.id} meetings ${loaded.id}` },
    );
    return connection;
  }
}
