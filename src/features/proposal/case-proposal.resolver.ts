import { FieldResolver, Resolver, Root } from 'type-graphql';
import type { RegisteredProfessional } from '../../access/registers.js';
import type { Shown } from '../../access/shown.js';
import { Loads, Open, Rule } from '../../graphql/field-policy.js';
import { ProfessionalType } from '../agency/agency.type.js';
import { CaseType } from '../case/case.type.js';
import { caseOf } from '../../access/loaded-case.js';
import { ProposalGroundsType } from './proposal.type.js';
import { grounds, GROUNDS_NEED } from './proposal.view.js';

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

@Resolver(() => ProposalGroundsType)
export class ProposalGroundsResolver {
  @Open()
  @FieldResolver(() => ProfessionalType, { nullable: true, description: 'Who proposed; none while it is blind.' })
  proposedBy(@Root() shown: Shown): RegisteredProfessional | null {
    return shown.value('proposedBy') as RegisteredProfessional | null;
  }
}
