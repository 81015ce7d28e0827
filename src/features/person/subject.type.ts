import { Field, ID, ObjectType } from 'type-graphql';
import { Open, Piece } from '../../graphql/field-policy.js';
import { DateScalar } from '../../graphql/scalars.js';

@Open()
@ObjectType('SubjectCustody', {
  description: "A guardian's custody of somebody else than the young person, FB 6 ch.",
  simpleResolvers: true,
})
export class SubjectCustodyType {
  @Field(() => ID, { description: 'The guardian in this case.' })
  guardianId!: string;

  @Field(() => DateScalar, { description: 'First day.' })
  from!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day from which it no longer holds.' })
  until!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'From when the guardian is recorded as prevented (FB 6:13).',
  })
  preventedFrom!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day from which the guardian is prevented no longer.' })
  preventedUntil!: string | null;
}

@Piece()
@ObjectType('Subject', {
  description:
    'Somebody else whom information of the case is about, such as a sibling or a friend; a piece in category FAMILY about that person, so that only their own signers open it.',
  simpleResolvers: true,
})
export class SubjectType {
  @Field(() => ID, { description: 'The person in this case; `subjectId` of forms and notes.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Given name.' })
  givenName!: string | null;

  @Field(() => String, { nullable: true, description: 'Family name.' })
  familyName!: string | null;

  @Field(() => DateScalar, { description: 'Date of birth; who signs follows from the age.' })
  birthDate!: string;

  @Field(() => [SubjectCustodyType], { description: 'Who has custody, and when.' })
  custody!: SubjectCustodyType[];
}
