import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { OutcomeType } from './outcome.type.js';
import { outcomes } from './outcome.view.js';

@Resolver(() => CaseType)
export class OutcomeResolver {
  @Open()
  @FieldResolver(() => [OutcomeType], {
    description: 'The wanted effects before and after; for coordinator and family, and by consent in each category.',
  })
  outcomes(@Root() { id }: CaseType, @Ctx() context: RequestContext): Promise<OutcomeType[]> {
    return outcomes(scopeOf(context), id);
  }
}
