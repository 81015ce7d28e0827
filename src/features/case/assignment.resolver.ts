import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import type { RunCommand } from '../../access/case-target.js';
import type { Shown } from '../../access/shown.js';
import { change, needsOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Loads, Rule } from '../../graphql/field-policy.js';
import { AnswerAssignmentInput, AssignInput } from './assignment-input.type.js';
import { AssignmentRequestType } from './assignment-request.type.js';
import { askedAssignments, ASSIGNMENT_REQUESTS, requestsOf } from './assignment-request.view.js';
import { assign, confirmAssignment, declineAssignment } from './assignment.commands.js';
import type { AssignmentRequestResult } from './assignment.commands.js';
import { CaseType } from './case.type.js';
import { caseOf } from '../../access/loaded-case.js';
import { getCase } from './case.view.js';

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

  @Loads(ASSIGNMENT_REQUESTS)
  @Mutation(() => AssignmentRequestType, {
    nullable: true,
    description:
      'Asks somebody to take part; it takes effect with their yes, or that of their unit manager. By the coordinator.',
  })
  async assign(
    @Arg('input', () => AssignInput) input: AssignInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AssignmentRequestType | null> {
    const { result, scope } = await change(context, (run) => assign(run, input));
    const loaded = await getCase(scope, result.caseId, needsOf(context));
    context.answered.add(info, 'AssignmentRequest', [loaded], 'assignmentRequests');
    return requestsOf(loaded)?.find(({ id }) => id === result.requestedId) ?? null;
  }

  @Mutation(() => AssignmentRequestType, {
    nullable: true,
    description: 'Says yes to taking part; by who is asked, or the unit manager of that agency.',
  })
  confirmAssignment(
    @Arg('input', () => AnswerAssignmentInput) input: AnswerAssignmentInput,
    @Ctx() context: RequestContext,
  ): Promise<AssignmentRequestType | null> {
    return answered(context, (run) => confirmAssignment(run, input));
  }

  @Mutation(() => AssignmentRequestType, {
    nullable: true,
    description: 'Says no to taking part; by who is asked, or the unit manager of that agency.',
  })
  declineAssignment(
    @Arg('input', () => AnswerAssignmentInput) input: AnswerAssignmentInput,
    @Ctx() context: RequestContext,
  ): Promise<AssignmentRequestType | null> {
    return answered(context, (run) => declineAssignment(run, input));
  }
}

async function answered(
  context: RequestContext,
  command: (run: RunCommand) => Promise<AssignmentRequestResult>,
): Promise<AssignmentRequestType | null> {
  const { result, scope } = await change(context, command);
  return (await askedAssignments(scope)).find(({ id }) => id === result.requestedId) ?? null;
}
