import { ArgsType, Field, ID, Int, ObjectType } from 'type-graphql';
import type { InformationCategory } from '../../core/information-category.js';
import { PageArgs, PageInfoType } from '../../graphql/connection.js';
import { InformationCategoryEnum } from '../../graphql/enums.js';
import { Open, Piece } from '../../graphql/field-policy.js';
import { NodeType } from '../../graphql/node.type.js';
import { CursorScalar, DateTimeScalar } from '../../graphql/scalars.js';
import { AgencyType, ProfessionalType } from '../agency/agency.type.js';

@Piece()
@ObjectType('Note', {
  implements: NodeType,
  description: 'A note (anteckning) by one agency in one category.',
  simpleResolvers: true,
})
export class NoteType {
  id!: string;

  @Field(() => AgencyType, { description: 'The agency that holds it.' })
  holder!: AgencyType;

  @Field(() => InformationCategoryEnum, { description: 'What it is about.' })
  category!: InformationCategory;

  @Field(() => String, { nullable: true, description: 'Its text.' })
  text!: string | null;

  @Field(() => ProfessionalType, { nullable: true, description: 'Who wrote it.' })
  author!: ProfessionalType | null;

  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  writtenAt!: number;

  @Field(() => ID, {
    nullable: true,
    description:
      'The earlier note that it corrects, which stays as it was; none where the viewer may not see that one.',
  })
  correctsId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The note that corrects this one; none where the viewer may not see it.',
  })
  correctedById!: string | null;
}

@Open()
@ObjectType('NoteEdge', { description: 'One note in a list.', simpleResolvers: true })
export class NoteEdgeType {
  @Field(() => CursorScalar, { description: 'Its place.' })
  cursor!: string;

  @Field(() => NoteType, { description: 'The note.' })
  node!: NoteType;
}

@Open()
@ObjectType('NoteConnection', { description: 'Notes that the viewer may see, newest first.', simpleResolvers: true })
export class NoteConnectionType {
  @Field(() => [NoteEdgeType], { description: 'This page.' })
  edges!: NoteEdgeType[];

  @Field(() => PageInfoType, { description: 'Where it ends.' })
  pageInfo!: PageInfoType;

  @Field(() => Int, { description: 'How many there are that the viewer may see.' })
  totalCount!: number;
}

@ArgsType()
export class NotesArgs extends PageArgs {
  @Field(() => InformationCategoryEnum, { nullable: true, description: 'Only notes in this category.' })
  category?: InformationCategory | null;
}
