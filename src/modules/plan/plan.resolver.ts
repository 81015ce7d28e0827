import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import { change, scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { findCase } from '../case/case.view.js';
import { CreatePlanInput } from './plan-input.type.js';
import { createPlan } from './plan.commands.js';
import { PlanType } from './plan.type.js';
import { plan } from './plan.view.js';

@Resolver(() => CaseType)
export class PlanResolver {
  @Open()
  @FieldResolver(() => PlanType, { nullable: true, description: 'The plan (åtgärdsplan, arbetsplan).' })
  plan(@Root() { id }: CaseType, @Ctx() context: RequestContext): Promise<PlanType | null> {
    return plan(scopeOf(context), id);
  }

  @Mutation(() => PlanType, {
    nullable: true,
    description: "Makes the frame of the case's one plan; for the coordinator's agency.",
  })
  async createPlan(
    @Arg('input', () => CreatePlanInput) input: CreatePlanInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PlanType | null> {
    const { result, scope } = await change(context, (run) => createPlan(run, input));
    const view = await findCase(scope, result.caseId);
    context.answered.add(info, 'Plan', [view]);
    return plan(scope, view.id);
  }
}
