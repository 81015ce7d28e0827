import { Arg, Ctx, FieldResolver, Query, Resolver } from 'type-graphql';
import { scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open } from '../../graphql/field-policy.js';
import { MunicipalityType, RulePackType } from './agency.type.js';
import { CoordinatorContactType, FocusAreaType, GroupType } from './register.type.js';
import { coordinatorContact, focusAreas, groups } from './register.queries.js';
import { PreviewRulePackInput } from './rule-pack-input.type.js';
import { RulePackDraftType } from './rule-pack-draft.type.js';
import { RulePackPreviewType } from './rule-pack.type.js';
import { preview, rulePackDrafts, rulePacks } from './rule-pack.queries.js';

@Resolver(() => MunicipalityType)
export class MunicipalityResolver {
  @Open()
  @FieldResolver(() => CoordinatorContactType, { nullable: true, description: 'How to reach the coordinator.' })
  coordinatorContact(@Ctx() context: RequestContext): Promise<CoordinatorContactType | null> {
    return coordinatorContact(scopeOf(context));
  }

  @Open()
  @FieldResolver(() => [FocusAreaType], { description: 'Where the work turns to first; none where nothing is said.' })
  focusAreas(@Ctx() context: RequestContext): Promise<FocusAreaType[]> {
    return focusAreas(scopeOf(context));
  }

  @Open()
  @FieldResolver(() => [GroupType], { description: 'The operative and the steering group, with their members.' })
  groups(@Ctx() context: RequestContext): Promise<GroupType[]> {
    return groups(scopeOf(context));
  }

  @Open()
  @FieldResolver(() => [RulePackType], {
    description: 'Every version of the local rules that was ever published, newest first; those ahead too.',
  })
  rulePacks(@Ctx() context: RequestContext): RulePackType[] {
    return rulePacks(scopeOf(context));
  }

  @Open()
  @FieldResolver(() => [RulePackDraftType], {
    description: 'Rules that ask for less than those before and wait for a second administrator, newest first.',
  })
  rulePackDrafts(@Ctx() context: RequestContext): Promise<RulePackDraftType[]> {
    return rulePackDrafts(scopeOf(context));
  }

  @Query(() => RulePackPreviewType, {
    nullable: true,
    description: 'What other rules would open and close, in numbers; for administrators. Nothing is written.',
  })
  previewRulePack(
    @Arg('input', () => PreviewRulePackInput) input: PreviewRulePackInput,
    @Ctx() context: RequestContext,
  ): Promise<RulePackPreviewType> {
    return preview(scopeOf(context), input);
  }
}
