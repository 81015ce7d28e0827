import { Field, ID, ObjectType } from 'type-graphql';
import type { AssignmentRequestState, Duty } from '../../core/duty.js';
import { AssignmentRequestStateEnum, DutyEnum } from '../../graphql/enums.js';
import { Open } from '../../graphql/field-policy.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { ProfessionalType } from '../agency/agency.type.js';

@Open()
@ObjectType('AssignmentRequest', {
  description: 'Somebody is asked to take part in a case. It tells the number of the case, and not whom it is about.',
  simpleResolvers: true,
})
export class AssignmentRequestType {
  @Field(() => ID, { description: 'Identifier of the request.' })
  id!: string;

  @Field({ description: 'The number of the case.' })
  caseNumber!: string;

  @Field(() => ProfessionalType, { nullable: true, description: 'Who is asked.' })
  professional!: ProfessionalType | null;

  @Field(() => DutyEnum, { description: 'What for.' })
  duty!: Duty;

  @Field(() => DateTimeScalar, { description: 'From when at the earliest.' })
  from!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when; open if none.' })
  until!: number | null;

  @Field(() => ProfessionalType, { nullable: true, description: 'Who asks.' })
  requestedBy!: ProfessionalType | null;

  @Field(() => DateTimeScalar, { description: 'When it was asked.' })
  requestedAt!: number;

  @Field(() => AssignmentRequestStateEnum, { description: 'Whether it has its answer.' })
  state!: AssignmentRequestState;
}
