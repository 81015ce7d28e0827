import { Field, Int, ObjectType } from 'type-graphql';
import type { InformationCategory } from '../../core/information-category.js';
import { InformationCategoryEnum } from '../../graphql/enums.js';
import { Open } from '../../graphql/field-policy.js';
import { AgencyType } from './agency.type.js';

@Open()
@ObjectType('CellCount', {
  description: 'In how many running cases one category would open or close from one agency to another.',
  simpleResolvers: true,
})
export class CellCountType {
  @Field(() => AgencyType, { description: 'Who tells.' })
  from!: AgencyType;

  @Field(() => AgencyType, { description: 'Who is told.' })
  to!: AgencyType;

  @Field(() => InformationCategoryEnum, { description: 'About what.' })
  category!: InformationCategory;

  @Field(() => Int, { description: 'In so many cases.' })
  cases!: number;
}

@Open()
@ObjectType('RulePackPreview', {
  description: 'What other rules would change, in numbers alone: whoever makes the rules sees no case.',
  simpleResolvers: true,
})
export class RulePackPreviewType {
  @Field(() => Int, { description: 'Cases that are running.' })
  runningCases!: number;

  @Field(() => Int, { description: 'Cases in which anything would open or close.' })
  casesThatChange!: number;

  @Field(() => Int, {
    description: 'Cases that would be paused, since the consent that carries them would be missing.',
  })
  casesThatPause!: number;

  @Field(() => [CellCountType], { description: 'What would open at once: nothing, as new rules ask for a new yes.' })
  opens!: CellCountType[];

  @Field(() => [CellCountType], { description: 'What would close.' })
  closes!: CellCountType[];
}
