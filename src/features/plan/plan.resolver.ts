import { FieldResolver, Resolver, Root } from 'type-graphql';
import type { Shown } from '../../access/shown.js';
import { Open } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { caseOf } from '../../access/loaded-case.js';
import { PlanType } from './plan.type.js';
import { plan } from './plan.view.js';

@Resolver(() => CaseType)
export class PlanResolver {
  @Open()
  @FieldResolver(() => PlanType, { nullable: true, description: 'The plan (åtgärdsplan, arbetsplan).' })
  plan(@Root() shown: Shown): Shown | null {
    return plan(caseOf(shown));
  }
}
