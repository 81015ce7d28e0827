import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { Shown } from '../../access/shown.js';
import { needsOf, scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Loads, Open } from '../../graphql/field-policy.js';
import { ownCases } from '../case/case-list.queries.js';
import { CaseType } from '../case/case.type.js';
import { MAPPING } from '../mapping/mapping.piece.js';
import { INVITATION, MEETING, MEETING_DECISION } from '../meeting/meeting.piece.js';
import { NOTE } from '../note/note.piece.js';
import { ACTION, EVALUATION, GOAL } from '../plan/plan.piece.js';
import { changedSince } from './changed-since.queries.js';
import {
  ChangedCaseType,
  EndingConsentType,
  MyActionType,
  MyMeetingType,
  MyWeekArgs,
  MyWeekType,
} from './week.type.js';
import {
  endingConsents,
  lateActions,
  meetingsAhead,
  ownActions,
  unanswered,
  weekOf,
  withoutMeeting,
} from './week.queries.js';
import type { Week } from './week.queries.js';

@Resolver(() => MyWeekType)
export class WeekResolver {
  @Query(() => MyWeekType, {
    description: 'What the viewer has to do over all of their cases, in one answer.',
  })
  async myWeek(
    @Args() { days, since }: MyWeekArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Week & { readonly cursor: string }> {
    const scope = scopeOf(context);
    const { cursors } = context;
    const place = `${scope.viewer.id} week`;
    const looked = since == null ? null : Number(cursors.open(place, since));
    const cases = await ownCases(scope, needsOf(context));
    context.withheldReport.add(info, 'MyWeek', cases);
    return { ...weekOf(scope, cases, days, looked), cursor: cursors.seal(place, String(scope.at).padStart(16, '0')) };
  }

  @Open()
  @Loads(ACTION)
  @FieldResolver(() => [MyActionType], {
    description: 'What the viewer, or the own agency, is to do, by due date; what has none comes last.',
  })
  actions(@Root() week: Week): Shown[] {
    return ownActions(week);
  }

  @Open()
  @Loads(ACTION)
  @FieldResolver(() => [MyActionType], { description: 'What others are late with, by due date.' })
  late(@Root() week: Week): Shown[] {
    return lateActions(week);
  }

  @Open()
  @Loads(MEETING)
  @FieldResolver(() => [MyMeetingType], { description: 'Planned meetings that begin within the days ahead.' })
  meetings(@Root() week: Week): Shown[] {
    return meetingsAhead(week);
  }

  @Open()
  @Loads(MEETING, INVITATION)
  @FieldResolver(() => [MyMeetingType], {
    description: 'Planned meetings that the viewer is called to and has not answered, however far ahead.',
  })
  unanswered(@Root() week: Week): Shown[] {
    return unanswered(week);
  }

  @Open()
  @Loads(MEETING)
  @FieldResolver(() => [CaseType], {
    description: 'Running cases in which no meeting is planned; for the coordinator, who sees all meetings.',
  })
  withoutMeeting(@Root() week: Week): Shown[] {
    return withoutMeeting(week);
  }

  @Open()
  @FieldResolver(() => [EndingConsentType], {
    description: 'Consents that end within the days ahead; for signers and coordinator.',
  })
  endingConsents(@Root() week: Week, @Ctx() { work }: RequestContext): Shown[] {
    work.spend(week.cases.length * UPCOMING);
    return endingConsents(week);
  }

  @Open()
  @Loads(
    NOTE,
    MAPPING,
    MEETING,
    MEETING_DECISION,
    EVALUATION,
    GOAL,
    ACTION,
    { versionsOf: GOAL },
    { versionsOf: ACTION },
  )
  @FieldResolver(() => [ChangedCaseType], {
    description:
      'Cases in which something that the viewer may see was written since `since`, the newest first; empty without it.',
  })
  changed(@Root() week: Week): Shown[] {
    return changedSince(week);
  }
}

/** Units of work that looking ahead takes in one case. */
const UPCOMING = 300;
