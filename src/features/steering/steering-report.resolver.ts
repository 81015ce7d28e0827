import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import { scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open, Rule } from '../../graphql/field-policy.js';
import { MunicipalityType } from '../agency/agency.type.js';
import { publicReports, steeringReports } from './steering-report.queries.js';
import { SteeringReportType } from './steering-report.type.js';

@Resolver(() => MunicipalityType)
export class SteeringReportResolver {
  @Rule('steeringReports')
  @FieldResolver(() => [SteeringReportType], {
    nullable: true,
    description:
      'What was told of each term in numbers, the latest first; for members of the steering group, coordinators and administrators, null for others.',
  })
  steeringReports(@Ctx() context: RequestContext): Promise<SteeringReportType[]> | null {
    return steeringReports(scopeOf(context));
  }

  @Open()
  @FieldResolver(() => [SteeringReportType], {
    description: 'The part of them that the citizens may read, of the terms for which it was published.',
  })
  publicReports(@Ctx() context: RequestContext): Promise<SteeringReportType[]> {
    return publicReports(scopeOf(context));
  }
}
