import { FieldResolver, Resolver, Root } from 'type-graphql';
import { caseOf } from '../../access/loaded-case.js';
import type { Shown } from '../../access/shown.js';
import { Loads, Rule } from '../../graphql/field-policy.js';
import { AssignmentRequestType } from './assignment-request.type.js';
import { ASSIGNMENT_REQUESTS, requestsOf } from './assignment-request.queries.js';
import { CaseType } from './case.type.js';

@Resolver(() => CaseType)
export class AssignmentResolver {
  @Rule('assignmentRequests')
  @Loads(ASSIGNMENT_REQUESTS)
  @FieldResolver(() => [AssignmentRequestType], {
    nullable: true,
    description: 'Who was asked to take part, and what they answered; for the coordinator.',
  })
  assignmentRequests(@Root() shown: Shown): AssignmentRequestType[] | null {
    return requestsOf(caseOf(shown));
  }
}
