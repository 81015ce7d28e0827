import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { caseOf } from '../../access/loaded-case.js';
import type { Shown } from '../../access/shown.js';
import { PageArgs } from '../../graphql/connection.js';
import { scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Loads, Open } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { StatutoryDisclosureType } from './disclosure.type.js';
import { disclosures, DISCLOSURES_NEED } from './disclosure.queries.js';
import { ReceivedDisclosureConnectionType } from './received-disclosure.type.js';
import { receivedDisclosures } from './received-disclosure.queries.js';

@Resolver(() => CaseType)
export class DisclosureResolver {
  @Query(() => ReceivedDisclosureConnectionType, {
    description:
      "Copies given to the viewer by another agency's decision without consent, newest first, until they end.",
  })
  receivedDisclosures(@Args() args: PageArgs, @Ctx() context: RequestContext): Promise<Shown> {
    return receivedDisclosures(scopeOf(context), context.cursors, args);
  }

  @Open()
  @Loads(...DISCLOSURES_NEED)
  @FieldResolver(() => [StatutoryDisclosureType], {
    description: 'Disclosures without consent: those of the own agency; for the family all that they may be told of.',
  })
  disclosures(@Root() shown: Shown, @Ctx() context: RequestContext): readonly Shown[] {
    return disclosures(caseOf(shown), scopeOf(context));
  }
}
