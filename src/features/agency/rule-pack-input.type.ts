import { Field, ID, InputType, Int } from 'type-graphql';
import type { MeetingParty } from '../../core/case-facts.js';
import type { InformationCategory } from '../../core/information-category.js';
import type { MeetingKind } from '../../core/meeting-kind.js';
import { InformationCategoryEnum, MeetingKindEnum, MeetingPartyEnum } from '../../graphql/enums.js';
import { DateTimeScalar } from '../../graphql/scalars.js';

@InputType('MeetingPartiesInput', { description: 'Whom one kind of meeting needs, and whom it may have besides.' })
export class MeetingPartiesInput {
  @Field(() => MeetingKindEnum, { description: 'Which kind of meeting; each once.' })
  kind!: MeetingKind;

  @Field(() => [MeetingPartyEnum], { description: 'Who must be called.' })
  required!: MeetingParty[];

  @Field(() => [MeetingPartyEnum], { description: 'Who may be called besides; nobody who must.' })
  optional!: MeetingParty[];
}

@InputType('RulesInput', { description: "All of a municipality's local rules (lokala regler): a version is whole." })
export class RulesInput {
  @Field(() => Int, { description: 'The youngest age in years that the municipality turns to, 0 to 25.' })
  targetAgeFrom!: number;

  @Field(() => Int, { description: 'The oldest age in years, until the day before the next birthday.' })
  targetAgeThrough!: number;

  @Field(() => Int, {
    description: 'From this age in years the young person signs, 0 to 18.',
  })
  youngPersonSignsFromAge!: number;

  @Field(() => Int, { description: 'Below this age in years every guardian signs: 18, by law (FB 9:1).' })
  guardiansSignUntilAge!: number;

  @Field(() => Int, { description: 'From this age in years the young person says yes or no to taking part.' })
  agreesToTakePartFromAge!: number;

  @Field({ description: 'Whether a birthday or the end of custody may open what was closed.' })
  timeMayOpen!: boolean;

  @Field(() => Int, { description: 'Follow-up meetings come at the earliest after so many days.' })
  followUpEveryDaysFrom!: number;

  @Field(() => Int, { description: 'Follow-up meetings come at the latest after so many days.' })
  followUpEveryDaysThrough!: number;

  @Field(() => Int, { nullable: true, description: 'The planned length in months, 1 to 36; none if left out.' })
  interventionMonths?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How often the steering group (styrgruppen) meets in a term, 1 to 12; nothing is due if left out.',
  })
  steeringMeetingsPerTerm?: number | null;

  @Field({ description: 'Whether a report of concern (orosanmälan) comes before a proposal.' })
  concernReportGate!: boolean;

  @Field({ description: 'Whether a second person confirms a consent before it opens anything.' })
  consentNeedsSecondPerson!: boolean;

  @Field(() => [InformationCategoryEnum], { description: 'Categories that their holder keeps back until released.' })
  heldBackCategories!: InformationCategory[];

  @Field(() => [MeetingPartiesInput], { description: 'Of the kinds of meeting that the rules say something about.' })
  meetingParties!: MeetingPartiesInput[];

  @Field(() => Int, {
    description: 'How many months a consent lasts at most, and unless its form ends sooner, 1 to 24.',
  })
  consentMonthsAtMost!: number;

  @Field(() => Int, { description: 'How many days a declined proposal is kept before it is destroyed, 1 to 365.' })
  declinedProposalKeptDays!: number;
}

@InputType('PublishRulePackInput', { description: "A new version of the municipality's rules." })
export class PublishRulePackInput {
  @Field(() => ID, {
    description: 'Chosen by the client; sent again, it gives the same answer and changes nothing more.',
  })
  requestId!: string;

  @Field(() => Int, {
    description: 'The newest version that was read; if another has been published since, the answer is CONFLICT.',
  })
  expectedVersion!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'From when it applies, never in the past; at once if left out.',
  })
  validFrom?: number | null;

  @Field(() => RulesInput, { description: 'The rules.' })
  rules!: RulesInput;
}

@InputType('AnswerRulePackDraftInput', { description: 'An answer to rules that wait.' })
export class AnswerRulePackDraftInput {
  @Field(() => ID, {
    description: 'Chosen by the client; sent again, it gives the same answer and changes nothing more.',
  })
  requestId!: string;

  @Field(() => ID, { description: 'The draft, as `Municipality.rulePackDrafts` names it.' })
  draftId!: string;
}

@InputType('PreviewRulePackInput', { description: 'Rules that are not published, only imagined.' })
export class PreviewRulePackInput {
  @Field(() => DateTimeScalar, { nullable: true, description: 'From when they would apply; at once if left out.' })
  validFrom?: number | null;

  @Field(() => RulesInput, { description: 'The rules.' })
  rules!: RulesInput;
}
