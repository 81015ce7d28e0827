import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { ConsentGrantInput } from './consent-input.type.js';

@InputType('BlockInput', { description: 'A block (spärr) by a signer or by the holder; it beats every consent.' })
export class BlockInput {
  @Field(() => ID, {
    description: 'Chosen by the client; sent again, it gives the same answer and changes nothing more.',
  })
  requestId!: string;

  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => ID, { nullable: true, description: 'Whom the information is about; the young person if left out.' })
  subjectId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "Whose word it is. Left out: the family's own, and for staff that of their agency as the holder.",
  })
  bySignerId?: string | null;

  @Field(() => [ConsentGrantInput], { description: 'What it closes; an empty list closes everything.' })
  cells!: ConsentGrantInput[];

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when; until it is lifted if left out.' })
  until?: number | null;

  @Field(() => String, { nullable: true, description: 'Why.' })
  reason?: string | null;
}

@ArgsType()
export class UnblockArgs {
  @Field(() => ID, { nullable: true, description: 'Chosen by the client; sent again, it changes nothing more.' })
  requestId?: string;

  @Field(() => ID, { description: 'The block.' })
  blockId!: string;
}

@ArgsType()
export class PieceArgs {
  @Field(() => ID, { nullable: true, description: 'Chosen by the client; sent again, it changes nothing more.' })
  requestId?: string;

  @Field(() => ID, { description: 'A note, goal, action, meeting or plan that your own agency holds.' })
  pieceId!: string;
}

@ArgsType()
export class PieceAndGuardianArgs extends PieceArgs {
  @Field(() => ID, { description: 'The guardian, by the id in this case.' })
  guardianId!: string;
}
