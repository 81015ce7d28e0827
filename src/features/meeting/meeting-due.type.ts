import { Field, ObjectType } from 'type-graphql';
import { Open } from '../../graphql/field-policy.js';
import { DateScalar } from '../../graphql/scalars.js';

@Open()
@ObjectType('MeetingDue', {
  description: 'When the group is to meet next by the cadence of the local rules, from what the viewer sees was held.',
  simpleResolvers: true,
})
export class MeetingDueType {
  @Field(() => DateScalar, { description: 'The first day.' })
  from!: string;

  @Field(() => DateScalar, { description: 'The last day.' })
  through!: string;

  @Field({ description: 'Whether the last day has passed.' })
  overdue!: boolean;
}
