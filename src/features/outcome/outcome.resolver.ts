import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import type { Shown } from '../../access/shown.js';
import { change, needsOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { caseOf } from '../../access/loaded-case.js';
import { getCase } from '../case/case.view.js';
import { RecordOutcomeInput } from './outcome-input.type.js';
import { recordOutcome } from './outcome.commands.js';
import { OutcomeType } from './outcome.type.js';
import { outcomeById, outcomes } from './outcome.view.js';

@Resolver(() => CaseType)
export class OutcomeResolver {
  @Open()
  @FieldResolver(() => [OutcomeType], {
    description: 'The wanted effects before and after; for the agency that says so, and by consent in each category.',
  })
  outcomes(@Root() shown: Shown): readonly Shown[] {
    return outcomes(caseOf(shown));
  }

  @Mutation(() => OutcomeType, {
    nullable: true,
    description: 'Records how a wanted effect stands, as the own agency knows it; by its professionals.',
  })
  async recordOutcome(
    @Arg('input', () => RecordOutcomeInput) input: RecordOutcomeInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Shown | null> {
    const { result, scope } = await change(context, (run) => recordOutcome(run, input));
    const loaded = await getCase(scope, result.caseId, needsOf(context));
    context.answered.add(info, 'Outcome', [loaded]);
    return outcomeById(loaded, result.outcomeId);
  }
}
