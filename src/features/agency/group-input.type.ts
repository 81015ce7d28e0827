import { Field, ID, InputType } from 'type-graphql';
import type { GroupFunction } from '../../core/group-place.js';
import { GroupFunctionEnum } from '../../graphql/enums.js';
import { DateTimeScalar } from '../../graphql/scalars.js';

const REQUEST_ID = 'Chosen by the client; sent again, it gives the same answer and changes nothing more.';

@InputType('AddGroupMemberInput', { description: 'Somebody gets a place in the operative or the steering group.' })
export class AddGroupMemberInput {
  @Field(() => ID, { description: REQUEST_ID })
  requestId!: string;

  @Field(() => ID, { description: 'The group, as `Municipality.groups` gives it.' })
  groupId!: string;

  @Field(() => ID, { description: 'Who, as `Professional.id` gives it: one role at one agency.' })
  professionalId!: string;

  @Field(() => GroupFunctionEnum, { description: 'What as.' })
  function!: GroupFunction;

  @Field(() => DateTimeScalar, { nullable: true, description: 'From when, never in the past; at once if left out.' })
  from?: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when; open if none.' })
  until?: number | null;
}

@InputType('EndGroupMemberInput', { description: "Somebody's place in a group ends now." })
export class EndGroupMemberInput {
  @Field(() => ID, { description: REQUEST_ID })
  requestId!: string;

  @Field(() => ID, { description: 'The place, as `GroupMember.id` gives it.' })
  memberId!: string;
}
