import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import { change, scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { findCase } from '../case/case.view.js';
import { RecordOutcomeInput } from './outcome-input.type.js';
import { recordOutcome } from './outcome.commands.js';
import { OutcomeType } from './outcome.type.js';
import { outcomes } from './outcome.view.js';

@Resolver(() => CaseType)
export class OutcomeResolver {
  @Open()
  @FieldResolver(() => [OutcomeType], {
    description:
      'The wanted effects before and after; for the family, the agency that says so, and by consent in each category.',
  })
  outcomes(@Root() { id }: CaseType, @Ctx() context: RequestContext): Promise<OutcomeType[]> {
    return outcomes(scopeOf(context), id);
  }

  @Mutation(() => OutcomeType, {
    nullable: true,
    description: 'Records how a wanted effect stands, as the own agency knows it; by its professionals.',
  })
  async recordOutcome(
    @Arg('input', () => RecordOutcomeInput) input: RecordOutcomeInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OutcomeType | null> {
    const { result, scope } = await change(context, (run) => recordOutcome(run, input));
    const view = await findCase(scope, result.caseId);
    context.answered.add(info, 'Outcome', [view]);
    return (await outcomes(scope, view.id)).find(({ id }) => id === result.outcomeId) ?? null;
  }
}
