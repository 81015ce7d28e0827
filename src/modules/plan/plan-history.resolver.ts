import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { page, PageArgs } from '../../graphql/connection.js';
import { scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open } from '../../graphql/field-policy.js';
import { EvaluationType, PlanVersionConnectionType } from './plan-history.type.js';
import { evaluationsOf, history } from './plan-history.view.js';
import { ActionType, PlanType } from './plan.type.js';

@Resolver(() => ActionType)
export class EvaluationResolver {
  @Open()
  @FieldResolver(() => [EvaluationType], { description: 'How it went, by date.' })
  evaluations(@Root() action: ActionType, @Ctx() context: RequestContext): Promise<EvaluationType[]> {
    return evaluationsOf(scopeOf(context), action);
  }
}

@Resolver(() => PlanType)
export class PlanHistoryResolver {
  @Open()
  @FieldResolver(() => PlanVersionConnectionType, {
    description: 'Every change of the goals and actions that the viewer may see, newest first.',
  })
  async history(
    @Root() plan: PlanType,
    @Args() args: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<PlanVersionConnectionType> {
    const scope = scopeOf(context);
    const cursors = { codec: context.cursors, context: `${scope.viewer.id} history ${plan.id}` };
    return page(
      await history(scope, plan),
      args,
      { key: ({ at, id }) => `${String(at).padStart(15, '0')} ${id}`, descending: true },
      cursors,
    );
  }
}
