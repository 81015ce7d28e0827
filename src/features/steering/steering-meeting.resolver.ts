import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Shown } from '../../access/shown.js';
import type { Steer } from '../../access/steering-target.js';
import { DomainError } from '../../core/errors.js';
import { PageArgs } from '../../graphql/connection.js';
import { change, scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open, Rule } from '../../graphql/field-policy.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { MunicipalityType } from '../agency/agency.type.js';
import {
  CancelSteeringMeetingInput,
  RecordSteeringMeetingInput,
  RescheduleSteeringMeetingInput,
  ScheduleSteeringMeetingInput,
} from './steering-meeting-input.type.js';
import {
  cancelSteeringMeeting,
  recordSteeringMeeting,
  rescheduleSteeringMeeting,
  scheduleSteeringMeeting,
} from './steering-meeting.commands.js';
import type { SteeringMeetingResult } from './steering-meeting.commands.js';
import { SteeringMeetingConnectionType, SteeringMeetingType, SteeringTermType } from './steering-meeting.type.js';
import { minutesOf, steeringMeeting, steeringMeetings, thisTerm } from './steering-meeting.view.js';

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

  @Mutation(() => SteeringMeetingType, {
    nullable: true,
    description: 'Plans a meeting of the steering group; for the coordinator. It is about no single case.',
  })
  scheduleSteeringMeeting(
    @Arg('input', () => ScheduleSteeringMeetingInput) input: ScheduleSteeringMeetingInput,
    @Ctx() context: RequestContext,
  ): Promise<SteeringMeetingType | null> {
    return changed(context, (steer) => scheduleSteeringMeeting(steer, input), null);
  }

  @Mutation(() => SteeringMeetingType, {
    nullable: true,
    description:
      'Moves a planned meeting of the steering group; for the coordinator. If somebody else was faster: CONFLICT, with the meeting as it is in `extensions.current`.',
  })
  rescheduleSteeringMeeting(
    @Arg('input', () => RescheduleSteeringMeetingInput) input: RescheduleSteeringMeetingInput,
    @Ctx() context: RequestContext,
  ): Promise<SteeringMeetingType | null> {
    return changed(context, (steer) => rescheduleSteeringMeeting(steer, input), input.steeringMeetingId);
  }

  @Mutation(() => SteeringMeetingType, {
    nullable: true,
    description: 'Cancels a planned meeting of the steering group; for the coordinator.',
  })
  cancelSteeringMeeting(
    @Arg('input', () => CancelSteeringMeetingInput) input: CancelSteeringMeetingInput,
    @Ctx() context: RequestContext,
  ): Promise<SteeringMeetingType | null> {
    return changed(context, (steer) => cancelSteeringMeeting(steer, input), input.steeringMeetingId);
  }

  @Mutation(() => SteeringMeetingType, {
    nullable: true,
    description:
      'Records that a meeting of the steering group was held, who came, and the minutes; for the coordinator. If somebody else was faster: CONFLICT, with the meeting as it is in `extensions.current`.',
  })
  recordSteeringMeeting(
    @Arg('input', () => RecordSteeringMeetingInput) input: RecordSteeringMeetingInput,
    @Ctx() context: RequestContext,
  ): Promise<SteeringMeetingType | null> {
    return changed(
      context,
      (steer) => recordSteeringMeeting(steer, input, context.steeringMinutes),
      input.steeringMeetingId,
    );
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

/** One mutation field: the command, then the meeting read afresh. @param racing the meeting, where there is one already. */
async function changed(
  context: RequestContext,
  command: (steer: Steer) => Promise<SteeringMeetingResult>,
  racing: string | null,
): Promise<SteeringMeetingType | null> {
  try {
    const { result, scope } = await change(context, (_run, _administer, steer) => command(steer));
    return await steeringMeeting(scope, result.meetingId);
  } catch (error) {
    const lost = error instanceof DomainError && error.reason === 'versionPassed';
    throw lost && racing !== null ? await withCurrent(context, error, racing) : error;
  }
}

/** What whoever lost a race is told. The meeting is about no case, so that none is loaded and nothing is recorded. */
async function withCurrent(context: RequestContext, lost: DomainError, id: string): Promise<DomainError> {
  const scope = (await context.changes?.openScope(null)) ?? null;
  if (scope === null) return new DomainError('UNAUTHENTICATED', 'tokenRefused');
  context.scope = scope;
  const meeting = await steeringMeeting(scope, id);
  if (meeting === null) return new DomainError('NOT_FOUND', 'nodeNotFound');
  const { version, status } = meeting;
  // What is carried by an error passes no scalar.
  const [startsAt, endsAt] = [meeting.startsAt, meeting.endsAt].map((time) => DateTimeScalar.serialize(time));
  return new DomainError(lost.code, lost.reason, lost.params, { id: meeting.id, version, status, startsAt, endsAt });
}
