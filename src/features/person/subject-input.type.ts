import { Field, ID, InputType } from 'type-graphql';
import { Name } from '../../graphql/name.js';
import { DateScalar } from '../../graphql/scalars.js';

@InputType('SubjectGuardianInput', {
  description: 'A guardian of a further person: one of the case already, by `personId`, or a new one by name.',
})
export class SubjectGuardianInput {
  @Field(() => ID, { nullable: true, description: 'A guardian of the case.' })
  personId?: string | null;

  @Name()
  @Field(() => String, { nullable: true, description: 'Given name of a new one.' })
  givenName?: string | null;

  @Name()
  @Field(() => String, { nullable: true, description: 'Family name of a new one.' })
  familyName?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day of the custody; the day of birth if left out.',
  })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day from which it no longer holds.' })
  until?: string | null;
}

@InputType('AddSubjectInput', {
  description: 'Somebody else whom information of the case is about, with who may consent for them.',
})
export class AddSubjectInput {
  @Field(() => ID, {
    description: 'Chosen by the client; sent again, it gives the same answer and changes nothing more.',
  })
  requestId!: string;

  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Name()
  @Field({ description: 'Given name.' })
  givenName!: string;

  @Name()
  @Field({ description: 'Family name.' })
  familyName!: string;

  @Field(() => DateScalar, { description: 'Date of birth: from it follows who must sign.' })
  birthDate!: string;

  @Field(() => [SubjectGuardianInput], {
    description: 'Who has custody; with nobody, nothing about a minor can be opened.',
  })
  guardians!: SubjectGuardianInput[];
}
