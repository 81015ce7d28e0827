import { Field, ID, ObjectType } from 'type-graphql';
import type { Capacity } from '../../core/viewer.js';
import { CapacityEnum } from '../../graphql/enums.js';
import { Open } from '../../graphql/field-policy.js';
import { AgencyType, MunicipalityType } from '../agency/agency.type.js';

@Open()
@ObjectType('Viewer', { description: 'Who the token says is asking.', simpleResolvers: true })
export class ViewerType {
  @Field(() => ID, { description: 'The role of a professional, or the person in the case for the family.' })
  id!: string;

  @Field({ description: 'Name.' })
  name!: string;

  @Field(() => AgencyType, { nullable: true, description: 'The agency of the role; none for the family.' })
  agency!: AgencyType | null;

  @Field(() => MunicipalityType, { description: 'The municipality; another one is never visible.' })
  municipality!: MunicipalityType;

  @Field(() => CapacityEnum, { description: 'The one capacity of the token.' })
  capacity!: Capacity;
}
