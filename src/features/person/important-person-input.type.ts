import { Field, ID, InputType } from 'type-graphql';
import { Name } from '../../graphql/name.js';
import { DateScalar } from '../../graphql/scalars.js';

@InputType('AddImportantPersonInput', {
  description: "Somebody else who matters to the young person (annan viktig person), held by the coordinator's agency.",
})
export class AddImportantPersonInput {
  @Field(() => ID, {
    description: 'Chosen by the client; sent again, it gives the same answer and changes nothing more.',
  })
  requestId!: string;

  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Name(200)
  @Field({ description: 'Name.' })
  name!: string;

  @Name(200)
  @Field({ description: 'Who it is to the young person.' })
  relation!: string;

  @Field(() => String, { nullable: true, description: 'How to reach them, in words.' })
  contact?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The first day; today if left out.' })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day from which it no longer holds, if that is known.' })
  until?: string | null;
}

@InputType('EndImportantPersonInput', {
  description: 'From a day on somebody is no longer one of those round the young person.',
})
export class EndImportantPersonInput {
  @Field(() => ID, {
    description: 'Chosen by the client; sent again, it gives the same answer and changes nothing more.',
  })
  requestId!: string;

  @Field(() => ID, { description: 'The person, by `OtherImportantPerson.id`.' })
  importantPersonId!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day from which; today if left out. The first day itself takes back what was entered by mistake.',
  })
  endsOn?: string | null;
}
