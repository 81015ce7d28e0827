import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import type { Shown } from '../../access/shown.js';
import { change, needsOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { caseOf } from '../../access/loaded-case.js';
import { getCase, presentCase } from '../case/case.view.js';
import { ClosingEvaluationType } from '../plan/plan-history.type.js';
import { closingEvaluation } from '../plan/plan-history.view.js';
import { CloseCaseInput } from './closing-input.type.js';
import { closeCase } from './closing.commands.js';

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

  @Mutation(() => CaseType, {
    nullable: true,
    description:
      'Closes a case; for the coordinator. Meetings that are planned behind the follow-up are cancelled; within it, follow-up meetings go on while the consent stands.',
  })
  async closeCase(
    @Arg('input', () => CloseCaseInput) input: CloseCaseInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Shown | null> {
    const { result, scope } = await change(context, (run) => closeCase(run, input));
    const loaded = await getCase(scope, result.caseId, needsOf(context));
    context.answered.add(info, 'Case', [loaded]);
    return presentCase(loaded);
  }
}
