import { Field, ID, InputType } from 'type-graphql';
import type { InformationCategory } from '../../core/information-category.js';
import { InformationCategoryEnum } from '../../graphql/enums.js';

@InputType('WriteNoteInput', { description: "A note, held by the writer's own agency." })
export class WriteNoteInput {
  @Field(() => ID, {
    description: 'Chosen by the client; sent again, it gives the same answer and changes nothing more.',
  })
  requestId!: string;

  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => InformationCategoryEnum, { description: 'What it is about.' })
  category!: InformationCategory;

  @Field({ description: 'Its text.' })
  text!: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'Whom it is about; the young person if left out. Others may read it when all of them consent.',
  })
  subjectIds?: string[] | null;
}
