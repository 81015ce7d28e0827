import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { InformationCategory } from '../../core/information-category.js';
import { PageInfoType } from '../../graphql/connection.js';
import { InformationCategoryEnum, PlanPartEnum } from '../../graphql/enums.js';
import { Open, Piece } from '../../graphql/field-policy.js';
import { NodeType } from '../../graphql/node.type.js';
import { CursorScalar, DateScalar, DateTimeScalar } from '../../graphql/scalars.js';
import { AgencyType, ProfessionalType } from '../agency/agency.type.js';

@Piece()
@ObjectType('Evaluation', {
  implements: NodeType,
  description: 'How an action went (utvärdering), by one agency or by the young person.',
  simpleResolvers: true,
})
export class EvaluationType {
  id!: string;

  @Field(() => AgencyType, { description: 'The agency that holds it.' })
  holder!: AgencyType;

  @Field(() => InformationCategoryEnum, { description: 'What it is about.' })
  category!: InformationCategory;

  @Field(() => String, { nullable: true, description: 'Its text.' })
  text!: string | null;

  @Field(() => DateScalar, { description: 'When it was made.' })
  evaluatedOn!: string;

  @Field(() => ProfessionalType, { nullable: true, description: 'Who wrote it; none where the young person did.' })
  author!: ProfessionalType | null;
}

@Piece()
@ObjectType('ClosingEvaluation', {
  description: 'How the whole went (utvärdering), as the coordinator wrote it when the case was closed.',
  simpleResolvers: true,
})
export class ClosingEvaluationType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Its text.' })
  text!: string | null;

  @Field(() => DateScalar, { description: 'When it was made.' })
  evaluatedOn!: string;

  @Field(() => ProfessionalType, { nullable: true, description: 'Who wrote it.' })
  author!: ProfessionalType | null;
}

@Open()
@ObjectType('FieldChange', { description: 'One difference between two versions.', simpleResolvers: true })
export class FieldChangeType {
  @Field({ description: 'Which field, by its name in this schema.' })
  field!: string;

  @Field(() => String, { nullable: true, description: 'Before; none in a first version.' })
  from!: string | null;

  @Field(() => String, { nullable: true, description: 'After.' })
  to!: string | null;
}

@Piece()
@ObjectType('PlanVersion', {
  description: 'One change of one goal or action that the viewer may see. There is no number over the whole plan.',
  simpleResolvers: true,
})
export class PlanVersionType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => PlanPartEnum, { description: 'A goal or an action.' })
  part!: string;

  @Field(() => ID, { description: 'The goal or action.' })
  partId!: string;

  @Field(() => Int, { description: 'The version of the goal or action that the change made.' })
  version!: number;

  @Field(() => ProfessionalType, { nullable: true, description: 'Who changed it; none where the young person did.' })
  author!: ProfessionalType | null;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: number;

  @Field(() => [FieldChangeType], { description: 'What became different.' })
  changes!: FieldChangeType[];
}

@Open()
@ObjectType('PlanVersionEdge', { description: 'One version in a list.', simpleResolvers: true })
export class PlanVersionEdgeType {
  @Field(() => CursorScalar, { description: 'Its place.' })
  cursor!: string;

  @Field(() => PlanVersionType, { description: 'The version.' })
  node!: PlanVersionType;
}

@Open()
@ObjectType('PlanVersionConnection', {
  description: 'Versions of the goals and actions that the viewer may see, newest first.',
  simpleResolvers: true,
})
export class PlanVersionConnectionType {
  @Field(() => [PlanVersionEdgeType], { description: 'This page.' })
  edges!: PlanVersionEdgeType[];

  @Field(() => PageInfoType, { description: 'Where it ends.' })
  pageInfo!: PageInfoType;

  @Field(() => Int, { description: 'How many there are that the viewer may see.' })
  totalCount!: number;
}
