import { Field, ObjectType } from 'type-graphql';
import type { MeetingParty } from '../../core/case-facts.js';
import type { MeetingKind } from '../../core/meeting-kind.js';
import { MeetingKindEnum, MeetingPartyEnum } from '../../graphql/enums.js';
import { Open } from '../../graphql/field-policy.js';

@Open()
@ObjectType('MeetingParties', {
  description: 'Whom a kind of meeting needs, and whom it may have besides.',
  simpleResolvers: true,
})
export class MeetingPartiesType {
  @Field(() => MeetingKindEnum, { description: 'The kind of meeting.' })
  kind!: MeetingKind;

  @Field(() => [MeetingPartyEnum], { description: 'Parties that it needs.' })
  required!: MeetingParty[];

  @Field(() => [MeetingPartyEnum], { description: 'Parties that it may have.' })
  optional!: MeetingParty[];
}
