import { Field, ID, ObjectType } from 'type-graphql';
import { Open } from '../../graphql/field-policy.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { ProfessionalType, RulePackType } from './agency.type.js';

@Open()
@ObjectType('RulePackDraft', {
  description: 'Rules that ask for less than those before, while they wait for a second administrator.',
  simpleResolvers: true,
})
export class RulePackDraftType {
  @Field(() => ID, { description: 'Identifier; `confirmRulePack` and `rejectRulePack` take it.' })
  id!: string;

  @Field(() => RulePackType, { description: 'The rules as they would apply; published never, as long as they wait.' })
  rules!: RulePackType;

  @Field(() => [String], { description: 'The rules that ask for less, by their names in `RulePack`.' })
  loosens!: string[];

  @Field(() => ProfessionalType, { nullable: true, description: 'Who entered them: another one confirms.' })
  enteredBy!: ProfessionalType | null;

  @Field(() => DateTimeScalar, { description: 'When they were entered.' })
  enteredAt!: number;
}
