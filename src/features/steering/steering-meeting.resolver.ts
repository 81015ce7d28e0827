import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Shown } from '../../access/shown.js';
import { PageArgs } from '../../graphql/connection.js';
import { scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open, Rule } from '../../graphql/field-policy.js';
import { MunicipalityType } from '../agency/agency.type.js';
import { SteeringMeetingConnectionType, SteeringMeetingType, SteeringTermType } from './steering-meeting.type.js';
import { minutesOf, steeringMeetings, thisTerm } from './steering-meeting.queries.js';

@Resolver(() => MunicipalityType)
export class SteeringMeetingResolver {
  @Rule('steeringMeetings')
  @FieldResolver(() => SteeringMeetingConnectionType, {
    nullable: true,
    description:
      "The steering group's meetings, the latest first; for its members, coordinators and administrators, null for others.",
  })
  steeringMeetings(@Args() args: PageArgs, @Ctx() context: RequestContext): Promise<Shown | null> {
    return steeringMeetings(scopeOf(context), context.cursors, args);
  }

  @Rule('steeringMeetings')
  @FieldResolver(() => SteeringTermType, {
    nullable: true,
    description:
      'This term: how often the steering group is to meet and how far it has come; null where the local rules say nothing, and for whoever its meetings are not open to.',
  })
  steeringTerm(@Ctx() context: RequestContext): Promise<SteeringTermType | null> {
    return thisTerm(scopeOf(context));
  }
}

@Resolver(() => SteeringMeetingType)
export class SteeringMinutesResolver {
  @Open()
  @FieldResolver(() => String, {
    nullable: true,
    description: 'What the coordinator wrote down; none until it was held.',
  })
  minutes(@Root() meeting: SteeringMeetingType, @Ctx() { steeringMinutes }: RequestContext): string | null {
    return minutesOf(meeting, steeringMinutes);
  }
}
