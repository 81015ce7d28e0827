import { Field, ID, InputType } from 'type-graphql';

@InputType('EvaluateActionInput', { description: "How an action went, held by the evaluator's own agency." })
export class EvaluateActionInput {
  @Field(() => ID, {
    description: 'Chosen by the client; sent again, it gives the same answer and changes nothing more.',
  })
  requestId!: string;

  @Field(() => ID, { description: 'The action.' })
  actionId!: string;

  @Field({ description: 'How it went.' })
  text!: string;
}
