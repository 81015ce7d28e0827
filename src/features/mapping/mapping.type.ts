import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import type { InformationCategory } from '../../core/information-category.js';
import { PageArgs, PageInfoType } from '../../graphql/connection.js';
import { InformationCategoryEnum } from '../../graphql/enums.js';
import { Open, Piece } from '../../graphql/field-policy.js';
import { NodeType } from '../../graphql/node.type.js';
import { CursorScalar, DateScalar } from '../../graphql/scalars.js';
import { AgencyType, ProfessionalType } from '../agency/agency.type.js';

@Piece()
@ObjectType('NeedsMapping', {
  implements: NodeType,
  description: 'A mapping of needs (kartläggning) by one agency in one area of life.',
  simpleResolvers: true,
})
export class NeedsMappingType {
  id!: string;

  @Field(() => AgencyType, { description: 'The agency that holds it.' })
  holder!: AgencyType;

  @Field(() => InformationCategoryEnum, { description: 'The area of life.' })
  category!: InformationCategory;

  @Field(() => String, { nullable: true, description: 'What works.' })
  strengths!: string | null;

  @Field(() => String, { nullable: true, description: 'What is needed.' })
  needs!: string | null;

  @Field(() => ProfessionalType, { nullable: true, description: 'Who mapped.' })
  author!: ProfessionalType | null;

  @Field(() => DateScalar, { description: 'When.' })
  mappedOn!: string;
}

@Open()
@ObjectType('NeedsMappingEdge', { description: 'One mapping in a list.', simpleResolvers: true })
export class NeedsMappingEdgeType {
  @Field(() => CursorScalar, { description: 'Its place.' })
  cursor!: string;

  @Field(() => NeedsMappingType, { description: 'The mapping.' })
  node!: NeedsMappingType;
}

@Open()
@ObjectType('NeedsMappingConnection', {
  description: 'Mappings that the viewer may see, newest first.',
  simpleResolvers: true,
})
export class NeedsMappingConnectionType {
  @Field(() => [NeedsMappingEdgeType], { description: 'This page.' })
  edges!: NeedsMappingEdgeType[];

  @Field(() => PageInfoType, { description: 'Where it ends.' })
  pageInfo!: PageInfoType;

  @Field(() => Int, { description: 'How many there are that the viewer may see.' })
  totalCount!: number;
}

@ArgsType()
export class MappingsArgs extends PageArgs {
  @Field(() => InformationCategoryEnum, { nullable: true, description: 'Only mappings of this area of life.' })
  category?: InformationCategory | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Only the newest of each agency and area that the viewer may see; otherwise the whole history.',
  })
  newestOnly!: boolean;
}
