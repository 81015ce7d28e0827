import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { change, changeOrCurrent } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { findCase } from '../case/case.view.js';
import { addAction, updateAction } from './action.commands.js';
import { EvaluateActionInput } from './evaluation-input.type.js';
import { evaluateAction } from './evaluation.commands.js';
import { addGoal, updateGoal } from './goal.commands.js';
import { AddActionInput, AddGoalInput, UpdateActionInput, UpdateGoalInput } from './plan-input.type.js';
import { ActionType, GoalType } from './plan.type.js';
import { actionAsItStands, actionById, goalById } from './plan.view.js';

@Resolver()
export class PlanPartResolver {
  @Mutation(() => GoalType, { nullable: true, description: "Adds a goal, held by the viewer's own agency." })
  async addGoal(
    @Arg('input', () => AddGoalInput) input: AddGoalInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<GoalType | null> {
    const { result, scope } = await change(context, (run) => addGoal(run, input));
    context.answered.add(info, 'Goal', [await findCase(scope, result.caseId)]);
    return goalById(scope, result.goalId);
  }

  @Mutation(() => GoalType, {
    nullable: true,
    description:
      'Changes the words of a goal. If somebody else was faster: CONFLICT, with the goal as it is in `extensions.current`.',
  })
  async updateGoal(
    @Arg('input', () => UpdateGoalInput) input: UpdateGoalInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<GoalType | null> {
    const { result, scope } = await changeOrCurrent(
      context,
      (run) => updateGoal(run, input),
      (reading) => goalById(reading, input.goalId),
      ['id', 'version', 'inOwnWords', 'inProfessionalWords'],
    );
    context.answered.add(info, 'Goal', [await findCase(scope, result.caseId)]);
    return goalById(scope, result.goalId);
  }

  @Mutation(() => ActionType, { nullable: true, description: "Adds an action, held by the viewer's own agency." })
  async addAction(
    @Arg('input', () => AddActionInput) input: AddActionInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ActionType | null> {
    const { result, scope } = await change(context, (run) => addAction(run, input));
    context.answered.add(info, 'Action', [await findCase(scope, result.caseId)]);
    return actionById(scope, result.actionId);
  }

  @Mutation(() => ActionType, {
    nullable: true,
    description:
      'Changes an action. If somebody else was faster: CONFLICT, with the action as it is in `extensions.current`.',
  })
  async updateAction(
    @Arg('input', () => UpdateActionInput) input: UpdateActionInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ActionType | null> {
    const { result, scope } = await changeOrCurrent(
      context,
      (run) => updateAction(run, input),
      (reading) => actionAsItStands(reading, input.actionId),
      ['id', 'version', 'what', 'dueOn', 'status', 'responsible'],
    );
    context.answered.add(info, 'Action', [await findCase(scope, result.caseId)]);
    return actionById(scope, result.actionId);
  }

  @Mutation(() => ActionType, {
    nullable: true,
    description:
      'Adds how an action went; by the agency of whoever is responsible, the coordinator, or the young person about own actions.',
  })
  async evaluateAction(
    @Arg('input', () => EvaluateActionInput) input: EvaluateActionInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ActionType | null> {
    const { result, scope } = await change(context, (run) => evaluateAction(run, input));
    context.answered.add(info, 'Action', [await findCase(scope, result.caseId)]);
    return actionById(scope, result.actionId);
  }
}
