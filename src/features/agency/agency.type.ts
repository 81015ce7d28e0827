import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { AgencyKind } from '../../core/case-facts.js';
import type { InformationCategory } from '../../core/information-category.js';
import { AgencyKindEnum, InformationCategoryEnum, ProfessionEnum } from '../../graphql/enums.js';
import { Open } from '../../graphql/field-policy.js';
import { NodeType } from '../../graphql/node.type.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { MeetingPartiesType } from './meeting-parties.type.js';

@Open()
@ObjectType('Agency', {
  implements: NodeType,
  description:
    'An agency (verksamhet) or an independent branch of one (verksamhetsgren): the boundary of secrecy, OSL 8:1–2.',
  simpleResolvers: true,
})
export class AgencyType {
  id!: string;

  @Field({ description: 'Its name.' })
  name!: string;

  @Field(() => AgencyKindEnum, { description: 'Its kind.' })
  kind!: AgencyKind;

  @Field(() => AgencyType, {
    nullable: true,
    description: 'The agency that it is a branch of; secrecy holds between them too.',
  })
  parent!: AgencyType | null;
}

@Open()
@ObjectType('RulePack', {
  description: "One version of a municipality's local rules (lokala regler).",
  simpleResolvers: true,
})
export class RulePackType {
  @Field(() => Int, { description: 'Counts up with every change.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'From when it applies, until the next version does.' })
  validFrom!: number;

  @Field(() => DateTimeScalar, { description: 'When it was published.' })
  publishedAt!: number;

  @Field(() => Int, { description: 'The youngest age in years that the municipality turns to.' })
  targetAgeFrom!: number;

  @Field(() => Int, { description: 'The oldest age in years, until the day before the next birthday.' })
  targetAgeThrough!: number;

  @Field(() => Int, { description: 'From this age in years the young person signs.' })
  youngPersonSignsFromAge!: number;

  @Field(() => Int, { description: 'Below this age in years every guardian signs.' })
  guardiansSignUntilAge!: number;

  @Field(() => Int, { description: 'From this age in years the young person says yes or no to taking part.' })
  agreesToTakePartFromAge!: number;

  @Field({ description: 'Whether a birthday or the end of custody may open what was closed.' })
  timeMayOpen!: boolean;

  @Field(() => Int, { description: 'Follow-up meetings come at the earliest after so many days.' })
  followUpEveryDaysFrom!: number;

  @Field(() => Int, { description: 'Follow-up meetings come at the latest after so many days.' })
  followUpEveryDaysThrough!: number;

  @Field(() => [MeetingPartiesType], { description: 'Whom a kind of meeting needs, where the rules say so.' })
  meetingParties!: MeetingPartiesType[];

  @Field(() => Int, {
    nullable: true,
    description: 'The planned length in months; none where the municipality sets none.',
  })
  interventionMonths!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How often the steering group (styrgruppen) meets in a term; none where the rules say nothing.',
  })
  steeringMeetingsPerTerm!: number | null;

  @Field({ description: 'Whether a report of concern (orosanmälan) comes before a proposal.' })
  concernReportGate!: boolean;

  @Field({ description: 'Whether a second person confirms a consent before it opens anything.' })
  consentNeedsSecondPerson!: boolean;

  @Field(() => Int, { description: 'A consent lasts so many months at most, and unless its form ends sooner.' })
  consentMonthsAtMost!: number;

  @Field(() => Int, { description: 'A declined proposal is destroyed after so many days.' })
  declinedProposalKeptDays!: number;

  @Field(() => [InformationCategoryEnum], { description: 'Categories that their holder keeps back until released.' })
  heldBackCategories!: InformationCategory[];
}

@Open()
@ObjectType('Municipality', {
  implements: NodeType,
  description: 'A municipality with its own rules and agencies.',
  simpleResolvers: true,
})
export class MunicipalityType {
  id!: string;

  @Field({ description: 'Its name.' })
  name!: string;

  @Field({ description: 'Its code (kommunkod) by Statistics Sweden.' })
  code!: string;

  @Field(() => RulePackType, { description: 'The local rules in force.' })
  rulePack!: RulePackType;

  @Field(() => [AgencyType], { description: 'Its agencies, parents and branches alike.' })
  agencies!: AgencyType[];
}

@Open()
@ObjectType('Professional', { description: 'A professional in one role at one agency.', simpleResolvers: true })
export class ProfessionalType {
  @Field(() => ID, { description: 'The role; the same as `viewer.id` when it is you.' })
  id!: string;

  @Field({ description: 'Name; public officials are named.' })
  name!: string;

  @Field(() => ProfessionEnum, { description: 'Profession in this role.' })
  profession!: string;

  @Field(() => AgencyType, { nullable: true, description: 'The agency, or branch, that the role belongs to.' })
  agency!: AgencyType | null;
}
