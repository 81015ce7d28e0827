import { Field, ID, ObjectType } from 'type-graphql';
import type { Duty } from '../../core/duty.js';
import { DutyEnum } from '../../graphql/enums.js';
import { Open } from '../../graphql/field-policy.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { ProfessionalType } from '../agency/agency.type.js';

@Open()
@ObjectType('AgencyAssignment', {
  description: 'A place that an agency fills in a case. It tells the number of the case, and not whom it is about.',
  simpleResolvers: true,
})
export class AgencyAssignmentType {
  @Field(() => ID, { description: 'Identifier of the assignment; `endAssignment` takes it.' })
  id!: string;

  @Field({ description: 'The number of the case.' })
  caseNumber!: string;

  @Field(() => ProfessionalType, { nullable: true, description: 'Who takes part.' })
  professional!: ProfessionalType | null;

  @Field(() => DutyEnum, { nullable: true, description: 'What for.' })
  duty!: Duty | null;

  @Field(() => DateTimeScalar, { description: 'From when.' })
  from!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when; open if none.' })
  until!: number | null;
}
