import { Field, ID, ObjectType } from 'type-graphql';
import type { GroupFunction } from '../../core/group-place.js';
import { GroupFunctionEnum, GroupKindEnum } from '../../graphql/enums.js';
import { Open } from '../../graphql/field-policy.js';
import { DateScalar, DateTimeScalar } from '../../graphql/scalars.js';
import { ProfessionalType } from './agency.type.js';

@Open()
@ObjectType('ContactCard', {
  description: "The coordinator's public contact card: for everybody, case or no case.",
  simpleResolvers: true,
})
export class CoordinatorContactType {
  @Field({ description: 'Name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Direct telephone.' })
  telephone!: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail.' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: "The municipality's switchboard (växel)." })
  switchboard!: string | null;

  @Field(() => String, { nullable: true, description: 'How else to reach the coordinator, in words.' })
  reachedThrough!: string | null;
}

@Open()
@ObjectType('CitizenPromise', {
  description: 'A promise of municipality and police to the citizens (medborgarlöfte).',
  simpleResolvers: true,
})
export class CitizenPromiseType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field({ description: 'What is promised.' })
  text!: string;

  @Field(() => DateScalar, { description: 'First day.' })
  from!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day from which it no longer holds.' })
  until!: string | null;
}

@Open()
@ObjectType('FocusArea', {
  description: 'A part of the municipality (område) that the work turns to first.',
  simpleResolvers: true,
})
export class FocusAreaType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field({ description: 'Its name.' })
  name!: string;

  @Field(() => CitizenPromiseType, { nullable: true, description: 'The promise that it is tied to.' })
  promise!: CitizenPromiseType | null;
}

@Open()
@ObjectType('GroupMember', { description: 'A place in a group for a time.', simpleResolvers: true })
export class GroupMemberType {
  @Field(() => ID, { description: 'Identifier; `endGroupMember` takes it.' })
  id!: string;

  @Field(() => GroupFunctionEnum, { description: 'What as.' })
  function!: GroupFunction;

  @Field(() => ProfessionalType, { nullable: true, description: 'Who.' })
  professional!: ProfessionalType | null;

  @Field(() => DateTimeScalar, { description: 'From when.' })
  from!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when; open if none.' })
  until!: number | null;
}

@Open()
@ObjectType('Group', {
  description: 'The operative group (operativ grupp) or the steering group (styrgrupp) of a municipality.',
  simpleResolvers: true,
})
export class GroupType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => GroupKindEnum, { description: 'Which of the two.' })
  kind!: string;

  @Field({ description: 'Its name.' })
  name!: string;

  @Field(() => [GroupMemberType], { description: 'Its members now, by name.' })
  members!: GroupMemberType[];
}
