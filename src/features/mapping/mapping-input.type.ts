import { Field, ID, InputType } from 'type-graphql';
import type { InformationCategory } from '../../core/information-category.js';
import { InformationCategoryEnum } from '../../graphql/enums.js';

@InputType('RecordMappingInput', {
  description: "A mapping of needs, held by the writer's own agency; at least one of the two texts.",
})
export class RecordMappingInput {
  @Field(() => ID, {
    description: 'Chosen by the client; sent again, it gives the same answer and changes nothing more.',
  })
  requestId!: string;

  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => InformationCategoryEnum, { description: 'The area of life.' })
  area!: InformationCategory;

  @Field(() => String, { nullable: true, description: 'What works.' })
  strengths?: string | null;

  @Field(() => String, { nullable: true, description: 'What is needed.' })
  needs?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Whom it is about; the young person if left out. Others may read it when all of them consent.',
  })
  subjectIds?: string[] | null;
}
