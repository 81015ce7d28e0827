import { Field, ID, InputType } from 'type-graphql';
import type { AgencyKind } from '../../core/case-facts.js';
import { AgencyKindEnum } from '../../graphql/enums.js';
import { DateScalar } from '../../graphql/scalars.js';

@InputType('UndertakingInput', {
  description: 'What a party undertook by the citizen promise (medborgarlöfte), and whether it was kept; about nobody.',
})
export class UndertakingInput {
  @Field(() => AgencyKindEnum, { description: 'Who undertook it.' })
  party!: AgencyKind;

  @Field({ description: 'What it was.' })
  text!: string;

  @Field({ description: 'Whether it was kept.' })
  kept!: boolean;
}

@InputType('PublishSteeringReportInput', { description: 'The report of a term, counted now and kept as it is.' })
export class PublishSteeringReportInput {
  @Field(() => ID, {
    description: 'Chosen by the client; sent again, it gives the same answer and changes nothing more.',
  })
  requestId!: string;

  @Field(() => DateScalar, { description: 'The first day of the term: 1 January or 1 July. It must be over.' })
  termFrom!: string;

  @Field({ description: 'Whether the citizens may read the public part.' })
  withPublicPart!: boolean;

  @Field(() => [UndertakingInput], { description: 'What the parties undertook in the term.' })
  undertakings!: UndertakingInput[];
}
