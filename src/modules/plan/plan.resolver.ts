import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { PlanType } from './plan.type.js';
import { plan } from './plan.view.js';

@Resolver(() => CaseType)
export class PlanResolver {
  @Open()
  @FieldResolver(() => PlanType, { nullable: true, description: 'The plan (åtgärdsplan, arbetsplan).' })
  plan(@Root() { id }: CaseType, @Ctx() context: RequestContext): Promise<PlanType | null> {
    return plan(scopeOf(context), id);
  }
}
