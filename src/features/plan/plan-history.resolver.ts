import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Shown } from '../../access/shown.js';
import { page, PageArgs } from '../../graphql/connection.js';
import { scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Loads, Open } from '../../graphql/field-policy.js';
import { caseOf } from '../../access/loaded-case.js';
import { GUARDIAN } from '../person/identity.piece.js';
import { IMPORTANT_PERSON } from '../person/important-person.piece.js';
import { EvaluationType, PlanVersionConnectionType } from './plan-history.type.js';
import { evaluationsOf, history, planVersion } from './plan-history.queries.js';
import { ACTION, GOAL } from './plan.piece.js';
import { ActionType, PlanType } from './plan.type.js';

@Resolver(() => ActionType)
export class EvaluationResolver {
  @Open()
  @Loads(ACTION)
  @FieldResolver(() => [EvaluationType], { description: 'How it went, by date.' })
  evaluations(@Root() action: Shown): readonly Shown[] {
    return evaluationsOf(caseOf(action), action.value('id') as string);
  }
}

@Resolver(() => PlanType)
export class PlanHistoryResolver {
  @Open()
  @Loads(GOAL, ACTION, { versionsOf: GOAL }, { versionsOf: ACTION }, GUARDIAN, IMPORTANT_PERSON)
  @FieldResolver(() => PlanVersionConnectionType, {
    description: 'Every change of the goals and actions that the viewer may see, newest first.',
  })
  history(@Root() plan: Shown, @Args() args: PageArgs, @Ctx() context: RequestContext): Shown {
    const loaded = caseOf(plan);
    const all = history(loaded);
    const { connection } = page(
      {
        typename: 'PlanVersionConnection',
        items: all,
        key: (version) => `${String(version.recordedAt).padStart(15, '0')} ${version.id}`,
        descending: true,
        show: (version) => planVersion(loaded, version, all),
      },
      args,
      { codec: context.cursors, context: `${scopeOf(context).viewer.id} history ${loaded.id}` },
    );
    return connection;
  }
}
