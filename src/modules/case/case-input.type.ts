import { Field, ID, InputType } from 'type-graphql';
import type { ClosingReason } from '../../core/closing.js';
import { ClosingReasonEnum } from '../../graphql/enums.js';
import { DateTimeScalar } from '../../graphql/scalars.js';

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

@InputType('CloseCaseInput', { description: 'The end of the work together, with the time for following it up.' })
export class CloseCaseInput {
  @Field(() => ID, { description: REQUEST_ID })
  requestId!: string;

  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => ClosingReasonEnum, { description: 'Why it is closed.' })
  reason!: ClosingReason;

  @Field(() => DateTimeScalar, {
    description: 'When the follow-up is over, within a year: every assignment ends then at the latest.',
  })
  followUpUntil!: number;
}
