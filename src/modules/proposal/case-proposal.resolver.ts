import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Open, Rule } from '../../graphql/field-policy.js';
import { ProfessionalType } from '../agency/agency.type.js';
import { professional } from '../agency/agency.view.js';
import { CaseType } from '../case/case.type.js';
import { ProposalGroundsType } from './proposal.type.js';
import { grounds } from './proposal.view.js';

@Resolver(() => CaseType)
export class CaseProposalResolver {
  @Rule('proposal')
  @FieldResolver(() => ProposalGroundsType, {
    nullable: true,
    description: 'On which grounds the case was proposed; for the coordinator, and without words while it is blind.',
  })
  proposal(@Root() { id }: CaseType, @Ctx() context: RequestContext): Promise<ProposalGroundsType | null> {
    return grounds(scopeOf(context), id);
  }
}

@Resolver(() => ProposalGroundsType)
export class ProposalGroundsResolver {
  @Open()
  @FieldResolver(() => ProfessionalType, { nullable: true, description: 'Who proposed.' })
  proposedBy(
    @Root() { proposerId }: ProposalGroundsType,
    @Ctx() context: RequestContext,
  ): Promise<ProfessionalType | null> {
    return professional(scopeOf(context), proposerId);
  }
}
