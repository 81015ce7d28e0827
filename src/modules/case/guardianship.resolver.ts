import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { RunCommand } from '../../access/command-runner.js';
import { change } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { CustodyInput, EndCustodyInput, ProtectionInput } from '../person/guardianship-input.type.js';
import { endCustody, protectPerson, recordCustody, recordPrevention } from '../person/guardianship.commands.js';
import type { CaseResult } from '../person/guardianship.commands.js';
import { CaseType } from './case.type.js';
import { findCase, presentCase } from './case.view.js';

@Resolver()
export class GuardianshipResolver {
  @Mutation(() => CaseType, { nullable: true, description: 'Records a custody; by the coordinator.' })
  recordCustody(
    @Arg('input', () => CustodyInput) input: CustodyInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseType> {
    return caseAfter(context, info, (run) => recordCustody(run, input));
  }

  @Mutation(() => CaseType, { nullable: true, description: 'Records when a custody ends; by the coordinator.' })
  endCustody(
    @Arg('input', () => EndCustodyInput) input: EndCustodyInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseType> {
    return caseAfter(context, info, (run) => endCustody(run, input));
  }

  @Mutation(() => CaseType, {
    nullable: true,
    description: 'Records that a custodian is prevented from signing between two days (FB 6:13); by the coordinator.',
  })
  recordPrevention(
    @Arg('input', () => CustodyInput) input: CustodyInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseType> {
    return caseAfter(context, info, (run) => recordPrevention(run, input));
  }

  @Mutation(() => CaseType, {
    nullable: true,
    description: 'Protects the whereabouts of a person from now on, or ends the protection; by the coordinator.',
  })
  protectPerson(
    @Arg('input', () => ProtectionInput) input: ProtectionInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseType> {
    return caseAfter(context, info, (run) => protectPerson(run, input));
  }
}

async function caseAfter(
  context: RequestContext,
  info: GraphQLResolveInfo,
  command: (run: RunCommand) => Promise<CaseResult>,
): Promise<CaseType> {
  const { result, scope } = await change(context, command);
  const view = await findCase(scope, result.caseId);
  context.answered.add(info, 'Case', [view]);
  return presentCase(view);
}
