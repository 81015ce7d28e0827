import { Field, ID, ObjectType } from 'type-graphql';
import type { Capacity } from '../../core/viewer.js';
import { CapacityEnum } from '../../graphql/enums.js';
import { Open } from '../../graphql/field-policy.js';
import { AgencyType, MunicipalityType } from '../agency/agency.type.js';

@Open()
@ObjectType('Viewer', { description: 'Who is asking, in one capacity.', simpleResolvers: true })
export class ViewerType {
  @Field(() => ID, { description: 'The role of a professional, or the person in the case for the family.' })
  id!: string;

  @Field({ description: 'Name.' })
  name!: string;

  @Field(() => AgencyType, { nullable: true, description: 'The agency of the role; none for the family.' })
  agency!: AgencyType | null;

  @Field(() => MunicipalityType, { description: 'The municipality; another one is never visible.' })
  municipality!: MunicipalityType;

  @Field(() => CapacityEnum, { description: 'The one capacity in which they act.' })
  capacity!: Capacity;
}

@Open()
@ObjectType('HeldCapacity', {
  description: 'Something that whoever signed in may act as.',
  simpleResolvers: true,
})
export class HeldCapacityType {
  @Field(() => ID, { description: 'What picks it; `viewer.id` once it is picked.' })
  id!: string;

  @Field(() => CapacityEnum, { description: 'The capacity.' })
  capacity!: Capacity;

  @Field(() => String, { nullable: true, description: 'The profession of a role.' })
  profession!: string | null;

  @Field(() => String, { nullable: true, description: 'The name of the agency of a role.' })
  agency!: string | null;

  @Field({ description: 'The name of the municipality.' })
  municipality!: string;

  @Field(() => String, { nullable: true, description: 'The number of the case, for the family.' })
  caseNumber!: string | null;
}
