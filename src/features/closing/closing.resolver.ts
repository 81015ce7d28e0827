import { FieldResolver, Resolver, Root } from 'type-graphql';
import type { Shown } from '../../access/shown.js';
import { Open } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { caseOf } from '../../access/loaded-case.js';
import { ClosingEvaluationType } from '../plan/plan-history.type.js';
import { closingEvaluation } from '../plan/plan-history.queries.js';

@Resolver(() => CaseType)
export class ClosingResolver {
  @Open()
  @FieldResolver(() => ClosingEvaluationType, {
    nullable: true,
    description: 'How it went, all in all, as the coordinator wrote it at the closing.',
  })
  closingEvaluation(@Root() shown: Shown): Shown | null {
    return closingEvaluation(caseOf(shown));
  }
}
