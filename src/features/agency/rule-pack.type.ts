import { Field, Int, ObjectType } from 'type-graphql';
import type { InformationCategory } from '../../core/information-category.js';
import { InformationCategoryEnum } from '../../graphql/enums.js';
import { Open } from '../../graphql/field-policy.js';
import { AgencyType } from './agency.type.js';

@Open()
@ObjectType('CellCount', {
  description:
    'In how many running cases one category would open or close from one agency to another; told of ten or more.',
  simpleResolvers: true,
})
export class CellCountType {
  @Field(() => AgencyType, { description: 'Who tells.' })
  from!: AgencyType;

  @Field(() => AgencyType, { description: 'Who is told.' })
  to!: AgencyType;

  @Field(() => InformationCategoryEnum, { description: 'About what.' })
  category!: InformationCategory;

  @Field(() => Int, { description: 'In so many cases, in whole tens.' })
  cases!: number;
}

@Open()
@ObjectType('RulePackPreview', {
  description:
    'What other rules would change, in whole tens: whoever makes the rules sees no case. Null is fewer than ten, none among them.',
  simpleResolvers: true,
})
export class RulePackPreviewType {
  @Field(() => Int, { nullable: true, description: 'Cases that are running.' })
  runningCases!: number | null;

  @Field(() => Int, { nullable: true, description: 'Cases in which anything would open or close.' })
  casesThatChange!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Cases that would be paused, since the consent that carries them would be missing.',
  })
  casesThatPause!: number | null;

  @Field(() => [CellCountType], { description: 'What would open at once: nothing, as new rules ask for a new yes.' })
  opens!: CellCountType[];

  @Field(() => [CellCountType], { description: 'What would close.' })
  closes!: CellCountType[];
}
