import { FieldResolver, Resolver, Root } from 'type-graphql';
import type { Shown } from '../../access/shown.js';
import { Loads, Open } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { caseOf } from '../../access/loaded-case.js';
import { ACTION, GOAL } from './plan.piece.js';
import { PlanType } from './plan.type.js';
import { plan } from './plan.queries.js';

@Resolver(() => CaseType)
export class PlanResolver {
  @Open()
  @Loads(GOAL, ACTION)
  @FieldResolver(() => PlanType, {
    nullable: true,
    description: 'The plan (åtgärdsplan, arbetsplan); none where there is nothing in it that the viewer may see.',
  })
  plan(@Root() shown: Shown): Shown | null {
    return plan(caseOf(shown));
  }
}
