import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { DisclosureGround } from '../../core/disclosure.js';
import type { InformationCategory } from '../../core/information-category.js';
import type { PieceKind } from '../../core/piece.js';
import { PageInfoType } from '../../graphql/connection.js';
import { DisclosureGroundEnum, InformationCategoryEnum } from '../../graphql/enums.js';
import { Open } from '../../graphql/field-policy.js';
import { CursorScalar, DateTimeScalar } from '../../graphql/scalars.js';
import { AgencyType } from '../agency/agency.type.js';

@Open()
@ObjectType('DisclosedField', { description: 'One field of a copied piece.', simpleResolvers: true })
export class DisclosedFieldType {
  @Field({ description: 'Its name in the piece; `objection` is what the family says against it.' })
  name!: string;

  @Field({ description: 'What it said when it was disclosed.' })
  text!: string;
}

@Open()
@ObjectType('DisclosedPiece', { description: 'A piece as it was when it was disclosed.', simpleResolvers: true })
export class DisclosedPieceType {
  @Field(() => ID, { description: 'Identifier of the copy.' })
  id!: string;

  @Field(() => String, { description: 'What it is a copy of, such as NOTE or SITUATION.' })
  kind!: PieceKind;

  @Field(() => InformationCategoryEnum, { description: 'What it is about.' })
  category!: InformationCategory;

  @Field(() => DateTimeScalar, { description: 'When the piece was recorded.' })
  recordedAt!: number;

  @Field(() => [DisclosedFieldType], { description: 'What it said.' })
  content!: DisclosedFieldType[];
}

@Open()
@ObjectType('ReceivedDisclosure', {
  description:
    'A copy that another agency gave the viewer without consent; there until its end, and no way to the case.',
  simpleResolvers: true,
})
export class ReceivedDisclosureType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => DisclosureGroundEnum, { description: 'The ground.' })
  ground!: DisclosureGround;

  @Field({ description: 'The paragraph of the ground on the day of the decision, as it is quoted.' })
  paragraph!: string;

  @Field({
    description: 'The act that gave the paragraph its words on that day: its number in Svensk författningssamling.',
  })
  sfs!: string;

  @Field(() => AgencyType, { nullable: true, description: 'Who disclosed.' })
  holder!: AgencyType | null;

  @Field({ description: 'Whom it is about, in the words of whoever decided.' })
  about!: string;

  @Field(() => DateTimeScalar, { description: 'When it was decided.' })
  decidedAt!: number;

  @Field(() => DateTimeScalar, { description: 'Until when it can be read here.' })
  until!: number;

  @Field(() => [DisclosedPieceType], { description: 'What was disclosed.' })
  pieces!: DisclosedPieceType[];
}

@Open()
@ObjectType('ReceivedDisclosureEdge', { description: 'One copy in a list.', simpleResolvers: true })
export class ReceivedDisclosureEdgeType {
  @Field(() => CursorScalar, { description: 'Its place.' })
  cursor!: string;

  @Field(() => ReceivedDisclosureType, { description: 'The copy.' })
  node!: ReceivedDisclosureType;
}

@Open()
@ObjectType('ReceivedDisclosureConnection', { description: 'Copies given to the viewer.', simpleResolvers: true })
export class ReceivedDisclosureConnectionType {
  @Field(() => [ReceivedDisclosureEdgeType], { description: 'This page.' })
  edges!: ReceivedDisclosureEdgeType[];

  @Field(() => PageInfoType, { description: 'Where it ends.' })
  pageInfo!: PageInfoType;

  @Field(() => Int, { description: 'How many can be read now.' })
  totalCount!: number;
}
