import { Field, ID, InputType } from 'type-graphql';
import { InvitationAnswerEnum } from '../../graphql/enums.js';

const REQUEST_ID = 'Chosen by the client; sent again, it gives the same answer and changes nothing more.';

@InputType('InviteeInput', { description: 'Who is called: exactly one of the two ids.' })
export class InviteeInput {
  @Field(() => ID, { nullable: true, description: 'A professional who is assigned to the case.' })
  professionalId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The young person, a guardian, or another important person of the case.',
  })
  personId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the meeting needs this person; as the local rules say if left out.',
  })
  required?: boolean | null;
}

@InputType('InviteInput', { description: 'Calls people to a planned meeting: all of them, or none.' })
export class InviteInput {
  @Field(() => ID, { description: REQUEST_ID })
  requestId!: string;

  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;

  @Field(() => [InviteeInput], { description: 'Who; at most 50, each once.' })
  invitees!: InviteeInput[];
}

@InputType('WithdrawInvitationInput', { description: 'A call that is taken back.' })
export class WithdrawInvitationInput {
  @Field(() => ID, { description: REQUEST_ID })
  requestId!: string;

  @Field(() => ID, { description: 'The invitation.' })
  invitationId!: string;
}

@InputType('AnswerInvitationInput', { description: 'What somebody who is called answers.' })
export class AnswerInvitationInput {
  @Field(() => ID, { description: REQUEST_ID })
  requestId!: string;

  @Field(() => ID, { description: 'The invitation.' })
  invitationId!: string;

  @Field(() => InvitationAnswerEnum, { description: 'The answer; NONE takes an earlier one back.' })
  answer!: string;
}
