import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar } from '../../graphql/scalars.js';

@InputType('RecordSituationInput', {
  description:
    'What the own agency knows. Each category is recorded whole: a field of it that is left out is no longer recorded.',
})
export class RecordSituationInput {
  @Field(() => ID, {
    description: 'Chosen by the client; sent again, it gives the same answer and changes nothing more.',
  })
  requestId!: string;

  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => Int, {
    description:
      '`situation.version` as it was read, 0 where nothing is recorded; if it has changed since, the answer is CONFLICT.',
  })
  expectedVersion!: number;

  @Field(() => Int, { nullable: true, description: 'School: attendance in percent of the scheduled time, 0 to 100.' })
  attendancePercent?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'School: whether grades are passing.' })
  passingGrades?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Student health (elevhälsa): contact with it.' })
  studentHealthContact?: string | null;

  @Field(() => String, { nullable: true, description: 'Police: what worries them.' })
  concern?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Police: the last incident to share in the group.' })
  lastSharedIncidentOn?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Social services: whether an inquiry (utredning) is open.' })
  openInquiry?: boolean | null;

  @Field(() => [String], { nullable: true, description: 'Social services: running measures (insatser).' })
  measures?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Social services: what is known of substance use.' })
  substanceUse?: string | null;

  @Field(() => String, { nullable: true, description: 'Social services: placement (praktik).' })
  placement?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Social services: whether the young person works.' })
  works?: boolean | null;

  @Field(() => [String], { nullable: true, description: 'Leisure: activities that the young person takes part in.' })
  activities?: string[] | null;
}
