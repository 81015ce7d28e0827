import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { CaseStatus } from '../../core/case-status.js';
import type { UpcomingCause } from '../../core/upcoming.js';
import type { ClosureReason } from '../../core/closure-reasons.js';
import type { InformationCategory } from '../../core/information-category.js';
import {
  CaseStatusEnum,
  InformationCategoryEnum,
  ObstacleEnum,
  SignerAnswerEnum,
  UpcomingCauseEnum,
} from '../../graphql/enums.js';
import { Open } from '../../graphql/field-policy.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { ConsentGrantInput, SignerDecisionInput } from './consent-input.type.js';
import { ConsentGrantType, SignerType } from './consent.type.js';

@Open()
@ObjectType('SignerAnswer', { description: 'What one of those who must sign now has said.', simpleResolvers: true })
export class SignerAnswerType {
  @Field(() => SignerType, { description: 'Who.' })
  signer!: SignerType;

  @Field(() => SignerAnswerEnum, { description: 'What their last statement comes to now.' })
  answer!: string;
}

@Open()
@ObjectType('AccessDetail', {
  description: 'Why a cell is open or closed, and whose word would open it; for signers and coordinator.',
  simpleResolvers: true,
})
export class AccessDetailType {
  @Field(() => [SignerAnswerType], { description: 'Everybody who must say yes now.' })
  signers!: SignerAnswerType[];

  @Field(() => [ObstacleEnum], { description: 'Everything that stands in the way; empty when it is open.' })
  obstacles!: ClosureReason[];

  @Field(() => [String], { description: 'The same, said in the language of the request, with what to do.' })
  explanations!: string[];

  @Field(() => [ID], { description: 'Blocks in force.' })
  blockIds!: string[];

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The birthday, end of custody or new rules since which it waits.',
  })
  waitsSince!: number | null;
}

@Open()
@ObjectType('UpcomingChange', {
  description: 'An instant at which something changes by itself, as far as is known now.',
  simpleResolvers: true,
})
export class UpcomingChangeType {
  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: number;

  @Field(() => [UpcomingCauseEnum], { description: 'Why.' })
  causes!: UpcomingCause[];

  @Field(() => [ConsentGrantType], { description: 'What closes then.' })
  closes!: ConsentGrantType[];

  @Field(() => [ConsentGrantType], { description: 'What opens then; never by a birthday or the end of custody.' })
  opens!: ConsentGrantType[];
}

@InputType('WhatIfInput', {
  description: 'What is imagined, all of it together, about the young person. Nothing is written.',
})
export class WhatIfInput {
  @Field(() => [SignerDecisionInput], {
    nullable: true,
    description: 'What signers would say: to the cells below, or with a no to everything.',
  })
  signers?: SignerDecisionInput[] | null;

  @Field(() => [ID], { nullable: true, description: 'These would talk openly with one another.' })
  talkOpenly?: string[] | null;

  @Field(() => [InformationCategoryEnum], { nullable: true, description: 'About what; everything if left out.' })
  categories?: InformationCategory[] | null;

  @Field(() => [ConsentGrantInput], { nullable: true, description: 'Single cells that the signers speak about.' })
  grants?: ConsentGrantInput[] | null;

  @Field(() => [ConsentGrantInput], {
    nullable: true,
    description: 'Cells that a block would close; an empty list for all.',
  })
  block?: ConsentGrantInput[] | null;

  @Field(() => ID, { nullable: true, description: 'A block that would be lifted.' })
  unblockId?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Seen at this instant instead of now, with what time alone changes until then.',
  })
  at?: number | null;
}

@Open()
@ObjectType('WhatIf', {
  description: 'What would open and close, by the same decision that every read rests on.',
  simpleResolvers: true,
})
export class WhatIfType {
  @Field(() => [ConsentGrantType], { description: 'What would open.' })
  opens!: ConsentGrantType[];

  @Field(() => [ConsentGrantType], { description: 'What would close.' })
  closes!: ConsentGrantType[];

  @Field(() => CaseStatusEnum, { description: 'The status now.' })
  statusNow!: CaseStatus;

  @Field(() => CaseStatusEnum, { description: 'The status then.' })
  statusThen!: CaseStatus;
}
