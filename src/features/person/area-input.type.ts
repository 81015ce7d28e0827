import { Field, ID, InputType } from 'type-graphql';

@InputType('RecordAreaInput', { description: 'In which of the focus areas the young person is at home.' })
export class RecordAreaInput {
  @Field(() => ID, {
    description: 'Chosen by the client; sent again, it gives the same answer and changes nothing more.',
  })
  requestId!: string;

  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => ID, { nullable: true, description: 'One of `Municipality.focusAreas`; null for none of them.' })
  areaId!: string | null;
}
