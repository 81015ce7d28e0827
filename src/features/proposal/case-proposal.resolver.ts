import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RegisteredProfessional } from '../../access/registers.js';
import type { Shown } from '../../access/shown.js';
import { scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Loads, Open, Rule } from '../../graphql/field-policy.js';
import { ProfessionalType } from '../agency/agency.type.js';
import { CaseType } from '../case/case.type.js';
import { caseOf } from '../../access/loaded-case.js';
import { namesakes, NAMESAKES_NEED } from './namesake.queries.js';
import { NamesakeType, ProposalGroundsType } from './proposal.type.js';
import { grounds, GROUNDS_NEED } from './proposal.queries.js';

@Resolver(() => CaseType)
export class CaseProposalResolver {
  @Rule('proposal')
  @Loads(...GROUNDS_NEED)
  @FieldResolver(() => ProposalGroundsType, {
    nullable: true,
    description:
      'On which grounds the case was proposed; for the coordinator, and while it is blind only why and where the risk lies.',
  })
  proposal(@Root() shown: Shown): Shown | null {
    return grounds(caseOf(shown));
  }
}

@Resolver(() => CaseType)
export class NamesakeResolver {
  @Rule('proposal')
  @Loads(...NAMESAKES_NEED)
  @FieldResolver(() => [NamesakeType], {
    nullable: true,
    description:
      'Other cases that may be about the same person, for the coordinator: of a proposal, the running cases that the coordinator knows; of an own running case, the proposals whose coordinator does not know it. Never told of a blind proposal, nor to whoever proposed.',
  })
  namesakes(@Root() shown: Shown, @Ctx() context: RequestContext): Promise<readonly Shown[]> | null {
    return namesakes(scopeOf(context), caseOf(shown));
  }
}

@Resolver(() => ProposalGroundsType)
export class ProposalGroundsResolver {
  @Open()
  @FieldResolver(() => ProfessionalType, { nullable: true, description: 'Who proposed; none while it is blind.' })
  proposedBy(@Root() shown: Shown): RegisteredProfessional | null {
    return shown.value('proposedBy') as RegisteredProfessional | null;
  }
}
