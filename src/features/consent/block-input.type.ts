import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { InformationCategory } from '../../core/information-category.js';
import { InformationCategoryEnum } from '../../graphql/enums.js';
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

  @Field(() => ID, {
    nullable: true,
    description:
      'Anything with an id that your own agency holds: a note, mapping, goal, action, evaluation, plan, meeting, decision, outcome, guardian, important person. Leave it out for what has none, and give `caseId` and `category`.',
  })
  pieceId?: string;

  @Field(() => ID, { nullable: true, description: 'The case, together with `category`.' })
  caseId?: string;

  @Field(() => InformationCategoryEnum, {
    nullable: true,
    description:
      "What your own agency holds in this category without an id: its part of the situation, and for the coordinator's agency IDENTITY and CONTACT.",
  })
  category?: InformationCategory;
}

@ArgsType()
export class PieceAndGuardianArgs extends PieceArgs {
  @Field(() => ID, { description: 'The guardian, by the id in this case.' })
  guardianId!: string;
}
