import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import { scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open } from '../../graphql/field-policy.js';
import { AgencyAssignmentType } from '../case/agency-assignment.type.js';
import { agencyAssignments } from '../case/agency-assignment.queries.js';
import { AssignmentRequestType } from '../case/assignment-request.type.js';
import { askedAssignments } from '../case/assignment-request.queries.js';
import { ViewerType } from './viewer.type.js';

@Resolver(() => ViewerType)
export class AskedAssignmentsResolver {
  @Open()
  @FieldResolver(() => [AssignmentRequestType], {
    description: 'What waits for the viewer’s yes or no, or as a unit manager for that of the own agency.',
  })
  async assignmentRequests(@Ctx() context: RequestContext): Promise<AssignmentRequestType[]> {
    const asked = await askedAssignments(scopeOf(context));
    return asked.filter(({ state }) => state === 'REQUESTED');
  }

  @Open()
  @FieldResolver(() => [AgencyAssignmentType], {
    description: 'What the own agency takes part in, now or ahead: for a unit manager; empty for everybody else.',
  })
  agencyAssignments(@Ctx() context: RequestContext): Promise<AgencyAssignmentType[]> {
    return agencyAssignments(scopeOf(context));
  }
}
