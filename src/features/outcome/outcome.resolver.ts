import { FieldResolver, Resolver, Root } from 'type-graphql';
import type { Shown } from '../../access/shown.js';
import { Open } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { caseOf } from '../../access/loaded-case.js';
import { OutcomeType } from './outcome.type.js';
import { outcomes } from './outcome.queries.js';

@Resolver(() => CaseType)
export class OutcomeResolver {
  @Open()
  @FieldResolver(() => [OutcomeType], {
    description: 'The wanted effects before and after; for the agency that says so, and by consent in each category.',
  })
  outcomes(@Root() shown: Shown): readonly Shown[] {
    return outcomes(caseOf(shown));
  }
}
