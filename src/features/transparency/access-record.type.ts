import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { InformationCategory } from '../../core/information-category.js';
import type { Capacity } from '../../core/viewer.js';
import { PageInfoType } from '../../graphql/connection.js';
import { CapacityEnum, DisclosureBasisEnum, InformationCategoryEnum, ProfessionEnum } from '../../graphql/enums.js';
import { Open } from '../../graphql/field-policy.js';
import { CursorScalar, DateTimeScalar } from '../../graphql/scalars.js';
import { AgencyType } from '../agency/agency.type.js';

@Open()
@ObjectType('AccessRecordEntry', {
  description: 'What was shown: whose information, about what, and why it was open.',
  simpleResolvers: true,
})
export class AccessRecordEntryType {
  @Field(() => AgencyType, { nullable: true, description: 'Whose information it was.' })
  holder!: AgencyType | null;

  @Field(() => InformationCategoryEnum, { description: 'What it was about.' })
  category!: InformationCategory;

  @Field(() => DisclosureBasisEnum, { description: 'Why it was open to the reader.' })
  basis!: keyof typeof DisclosureBasisEnum;

  @Field(() => [Int], { description: 'By consent: the places of the statements among those about the young person.' })
  statements!: readonly number[];
}

@Open()
@ObjectType('AccessRecord', {
  description:
    'One time that a professional read what another agency holds (åtkomstlogg). Professionals are not named.',
  simpleResolvers: true,
})
export class AccessRecordType {
  @Field(() => ID, { description: 'Identifier of the entry.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: number;

  @Field(() => AgencyType, { nullable: true, description: 'The agency of the reader.' })
  agency!: AgencyType | null;

  @Field(() => ProfessionEnum, { nullable: true, description: 'The profession of the reader.' })
  profession!: keyof typeof ProfessionEnum | null;

  @Field(() => CapacityEnum, { description: 'The capacity that the reader acted in.' })
  capacity!: Capacity;

  @Field({
    description: 'Whether a calendar program fetched it through a feed: told once a day as long as it shows the same.',
  })
  byFeed!: boolean;

  @Field(() => [AccessRecordEntryType], { description: 'What was shown.' })
  entries!: AccessRecordEntryType[];
}

@Open()
@ObjectType('AccessRecordEdge', { description: 'One entry in a list.', simpleResolvers: true })
export class AccessRecordEdgeType {
  @Field(() => CursorScalar, { description: 'Its place.' })
  cursor!: string;

  @Field(() => AccessRecordType, { description: 'The entry.' })
  node!: AccessRecordType;
}

@Open()
@ObjectType('AccessRecordConnection', {
  description: 'Entries of the access record, without a count: it grows with every read.',
  simpleResolvers: true,
})
export class AccessRecordConnectionType {
  @Field(() => [AccessRecordEdgeType], { description: 'This page.' })
  edges!: AccessRecordEdgeType[];

  @Field(() => PageInfoType, { description: 'Where it ends.' })
  pageInfo!: PageInfoType;
}
