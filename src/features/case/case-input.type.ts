import { Field, ID, InputType } from 'type-graphql';

const REQUEST_ID = 'Chosen by the client; sent again, it gives the same answer and changes nothing more.';

@InputType('EndAssignmentInput', { description: "Somebody's place in the group round the case ends now." })
export class EndAssignmentInput {
  @Field(() => ID, { description: REQUEST_ID })
  requestId!: string;

  @Field(() => ID, { description: 'The assignment, as `Participant.id` or `AgencyAssignment.id` gives it.' })
  participantId!: string;
}

@InputType('RequestConsentInput', { description: 'The family is asked for its consent.' })
export class RequestConsentInput {
  @Field(() => ID, { description: REQUEST_ID })
  requestId!: string;

  @Field(() => ID, { description: 'The case.' })
  caseId!: string;
}
