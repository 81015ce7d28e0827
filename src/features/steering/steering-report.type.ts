import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { AgencyKind } from '../../core/case-facts.js';
import type { ReportPart, ReportTableName } from '../../core/steering-report/names.js';
import type { ReportUnit } from '../../core/steering-report/report-table.js';
import { AgencyKindEnum, ReportPartEnum, ReportTableNameEnum, ReportUnitEnum } from '../../graphql/enums.js';
import { Open } from '../../graphql/field-policy.js';
import { DateScalar, DateTimeScalar } from '../../graphql/scalars.js';

@Open()
@ObjectType('SteeringReportCell', { description: 'One number of a report.', simpleResolvers: true })
export class SteeringReportCellType {
  @Field(() => ReportPartEnum, { description: 'Of what.' })
  of!: ReportPart;

  @Field(() => Int, {
    nullable: true,
    description: 'How many; null where it is not told: none, few, or what would tell something of others.',
  })
  count!: number | null;
}

@Open()
@ObjectType('SteeringReportRow', { description: 'One row of a table.', simpleResolvers: true })
export class SteeringReportRowType {
  @Field(() => AgencyKindEnum, { nullable: true, description: 'Whose row it is; none where the table has one row.' })
  party!: AgencyKind | null;

  @Field(() => String, {
    nullable: true,
    description: 'What was undertaken, or the name of the area; none in other tables.',
  })
  text!: string | null;

  @Field(() => [SteeringReportCellType], { description: 'Its numbers.' })
  cells!: SteeringReportCellType[];
}

@Open()
@ObjectType('SteeringReportTable', { description: 'One table of a report.', simpleResolvers: true })
export class SteeringReportTableType {
  @Field(() => ReportTableNameEnum, {
    description: 'Which one; its label explains why its numbers may be told where few young persons took part.',
  })
  name!: ReportTableName;

  @Field(() => ReportUnitEnum, { description: 'What is counted.' })
  unit!: ReportUnit;

  @Field(() => [SteeringReportRowType], { description: 'Its rows.' })
  rows!: SteeringReportRowType[];
}

@Open()
@ObjectType('SteeringReport', {
  description: 'What is told of a term (termin) in numbers, as it was published: nobody is found in it.',
  simpleResolvers: true,
})
export class SteeringReportType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => DateScalar, { description: 'The first day of the term.' })
  from!: string;

  @Field(() => DateScalar, { description: 'The last day, included.' })
  through!: string;

  @Field(() => DateTimeScalar, { description: 'When it was published; it was not changed since.' })
  publishedAt!: number;

  @Field(() => [SteeringReportTableType], { description: 'Its tables.' })
  tables!: SteeringReportTableType[];
}
