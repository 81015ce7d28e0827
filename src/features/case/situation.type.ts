import { Field, Int, ObjectType } from 'type-graphql';
import { Consent, Loads, Open } from '../../graphql/field-policy.js';
import { DateScalar } from '../../graphql/scalars.js';
import { AgencyType } from '../agency/agency.type.js';
import { SITUATION } from './situation.piece.js';

@ObjectType('SchoolSituation', { description: 'What one school, or student health, knows.', simpleResolvers: true })
export class SchoolSituationType {
  @Open()
  @Field(() => AgencyType, { description: 'The school, or branch of it, that these fields are held by.' })
  agency!: AgencyType;

  @Consent('SCHOOL_ATTENDANCE')
  @Field(() => Int, { nullable: true, description: 'Attendance in percent of the scheduled time.' })
  attendancePercent!: number | null;

  @Consent('SCHOOL_RESULTS')
  @Field(() => Boolean, { nullable: true, description: 'Whether grades are passing.' })
  passingGrades!: boolean | null;

  @Consent('STUDENT_HEALTH')
  @Field(() => String, { nullable: true, description: 'Contact with student health (elevhälsa).' })
  studentHealthContact!: string | null;
}

@ObjectType('PoliceSituation', { description: 'What the police choose to share in the group.', simpleResolvers: true })
export class PoliceSituationType {
  @Consent('OFFENDING')
  @Field(() => String, { nullable: true, description: 'What worries the police.' })
  concern!: string | null;

  @Consent('OFFENDING')
  @Field(() => DateScalar, { nullable: true, description: 'The last incident that was shared in the group.' })
  lastSharedIncidentOn!: string | null;
}

@ObjectType('SocialServicesSituation', { description: 'What social services know.', simpleResolvers: true })
export class SocialServicesSituationType {
  @Consent('SOCIAL_SUPPORT')
  @Field(() => Boolean, { nullable: true, description: 'Whether an inquiry (utredning) is open.' })
  openInquiry!: boolean | null;

  @Consent('SOCIAL_SUPPORT')
  @Field(() => [String], { nullable: true, description: 'Running measures (insatser).' })
  measures!: string[] | null;

  @Consent('SUBSTANCE_USE')
  @Field(() => String, { nullable: true, description: 'What is known of substance use.' })
  substanceUse!: string | null;
}

@ObjectType('LeisureSituation', { description: 'What the leisure services know.', simpleResolvers: true })
export class LeisureSituationType {
  @Consent('LEISURE')
  @Field(() => [String], { nullable: true, description: 'Activities that the young person takes part in.' })
  activities!: string[] | null;
}

@ObjectType('EmploymentSituation', {
  description: 'Placement and work, held by social services.',
  simpleResolvers: true,
})
export class EmploymentSituationType {
  @Consent('EMPLOYMENT')
  @Field(() => String, { nullable: true, description: 'Placement (praktik).' })
  placement!: string | null;

  @Consent('EMPLOYMENT')
  @Field(() => Boolean, { nullable: true, description: 'Whether the young person works.' })
  works!: boolean | null;
}

@Open()
@ObjectType('Situation', {
  description: 'What each agency knows, by area of life; every field is one (holder, category).',
  simpleResolvers: true,
})
export class SituationType {
  @Loads(SITUATION)
  @Field(() => Int, {
    description:
      "Counts up with every change of what the viewer's own agency has recorded; give it as `expectedVersion`. 0 for the family.",
  })
  version!: number;

  @Field(() => [SchoolSituationType], { description: 'One for each school and branch of the municipality.' })
  schools!: SchoolSituationType[];

  @Field(() => PoliceSituationType, { description: 'Police.' })
  police!: PoliceSituationType;

  @Field(() => SocialServicesSituationType, { description: 'Social services.' })
  socialServices!: SocialServicesSituationType;

  @Field(() => LeisureSituationType, { description: 'Leisure.' })
  leisure!: LeisureSituationType;

  @Field(() => EmploymentSituationType, { description: 'Employment.' })
  employment!: EmploymentSituationType;
}
