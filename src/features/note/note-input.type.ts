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

@InputType('CorrectNoteInput', { description: 'A note that takes the place of an earlier one, which stays as it was.' })
export class CorrectNoteInput {
  @Field(() => ID, {
    description: 'Chosen by the client; sent again, it gives the same answer and changes nothing more.',
  })
  requestId!: string;

  @Field(() => ID, { description: 'The newest note; one that was corrected already is corrected no more.' })
  noteId!: string;

  @Field({ description: 'The text as it should be.' })
  text!: string;
}

@InputType('ObjectInput', { description: 'What the young person or a guardian says against a note.' })
export class ObjectInput {
  @Field(() => ID, {
    description: 'Chosen by the client; sent again, it gives the same answer and changes nothing more.',
  })
  requestId!: string;

  @Field(() => ID, { description: 'A note that you may see.' })
  noteId!: string;

  @Field({ description: 'What you say.' })
  text!: string;
}
