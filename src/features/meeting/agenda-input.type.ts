import { Field, ID, InputType, Int } from 'type-graphql';
import type { InformationCategory } from '../../core/information-category.js';
import { InformationCategoryEnum } from '../../graphql/enums.js';
import { Name } from '../../graphql/name.js';

@InputType('AgendaItemInput', { description: 'One item of an agenda.' })
export class AgendaItemInput {
  @Field(() => InformationCategoryEnum, { description: 'What it is about.' })
  category!: InformationCategory;

  @Name(500)
  @Field({ description: 'What is to be talked about.' })
  title!: string;

  @Field(() => ID, {
    nullable: true,
    description: "The agency whose information is talked about; the coordinator's own if left out.",
  })
  sourceId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Whom it is about; the young person if left out.' })
  subjectIds?: string[] | null;
}

@InputType('SetAgendaInput', { description: 'The whole agenda of a planned meeting, in its order.' })
export class SetAgendaInput {
  @Field(() => ID, {
    description: 'Chosen by the client; sent again, it gives the same answer and changes nothing more.',
  })
  requestId!: string;

  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;

  @Field(() => Int, {
    description: 'The version that was read; if somebody else has changed it since, the answer is CONFLICT.',
  })
  expectedVersion!: number;

  @Field(() => [AgendaItemInput], { description: 'The items; none for no agenda, at most 50.' })
  items!: AgendaItemInput[];
}
