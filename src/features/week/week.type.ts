import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import type { InformationCategory } from '../../core/information-category.js';
import { InformationCategoryEnum } from '../../graphql/enums.js';
import { Open } from '../../graphql/field-policy.js';
import { CursorScalar, DateTimeScalar } from '../../graphql/scalars.js';
import { CaseType } from '../case/case.type.js';
import { MeetingType } from '../meeting/meeting.type.js';
import { ActionType } from '../plan/plan.type.js';

@ArgsType()
export class MyWeekArgs {
  @Field(() => Int, { defaultValue: 7, description: 'How many days ahead, 1 to 92.' })
  days!: number;

  @Field(() => CursorScalar, {
    nullable: true,
    description: '`MyWeek.cursor` of the last time that the viewer looked: `changed` tells of what came since.',
  })
  since?: string | null;
}

@Open()
@ObjectType('MyAction', { description: 'An action, and of which case.', simpleResolvers: true })
export class MyActionType {
  @Field(() => CaseType, { description: 'The case.' })
  case!: object;

  @Field(() => ActionType, { nullable: true, description: 'The action.' })
  action!: object | null;

  @Field({ description: 'Whether its due date has passed.' })
  overdue!: boolean;
}

@Open()
@ObjectType('MyMeeting', { description: 'A meeting, and of which case.', simpleResolvers: true })
export class MyMeetingType {
  @Field(() => CaseType, { description: 'The case.' })
  case!: object;

  @Field(() => MeetingType, { nullable: true, description: 'The meeting.' })
  meeting!: object | null;
}

@Open()
@ObjectType('EndingConsent', { description: 'What a consent carries and soon will not.', simpleResolvers: true })
export class EndingConsentType {
  @Field(() => CaseType, { description: 'The case.' })
  case!: object;

  @Field(() => DateTimeScalar, { description: 'When it ends, unless it is renewed.' })
  at!: number;

  @Field(() => Int, { description: 'How many categories close, each from one agency to another.' })
  cells!: number;
}

@Open()
@ObjectType('ChangedCase', { description: 'A case in which something was written.', simpleResolvers: true })
export class ChangedCaseType {
  @Field(() => CaseType, { description: 'The case.' })
  case!: object;

  @Field(() => DateTimeScalar, { description: 'When the last of it was written.' })
  at!: number;

  @Field(() => [InformationCategoryEnum], { description: 'About what.' })
  categories!: InformationCategory[];
}

@Open()
@ObjectType('MyWeek', {
  description:
    'What a person has to do over all of their cases, as far as they may see it; each list in the order of time.',
  simpleResolvers: true,
})
export class MyWeekType {
  @Field(() => DateTimeScalar, { description: 'The instant of this view.' })
  at!: number;

  @Field(() => CursorScalar, { description: 'Give it as `since` the next time.' })
  cursor!: string;
}
