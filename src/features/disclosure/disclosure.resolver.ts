import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RunCommand } from '../../access/case-target.js';
import { PageArgs } from '../../graphql/connection.js';
import { caseOf } from '../../access/loaded-case.js';
import type { Shown } from '../../access/shown.js';
import { change, needsOf, scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Loads, Open } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { getCase } from '../case/case.view.js';
import { EndDisclosureInput, StatutoryDisclosureInput } from './disclosure-input.type.js';
import { discloseWithoutConsent, endDisclosure } from './disclosure.commands.js';
import type { DisclosureResult } from './disclosure.commands.js';
import { StatutoryDisclosureType } from './disclosure.type.js';
import { disclosureById, disclosures, DISCLOSURES_NEED } from './disclosure.view.js';
import { ReceivedDisclosureConnectionType } from './received-disclosure.type.js';
import { receivedDisclosures } from './received-disclosure.view.js';

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

  @Loads(...DISCLOSURES_NEED)
  @Mutation(() => StatutoryDisclosureType, {
    nullable: true,
    description:
      'Discloses named pieces of the own agency to one named professional, without consent and on a ground in law. It opens nothing; the recipient reads the copy in `receivedDisclosures` until its end.',
  })
  discloseWithoutConsent(
    @Arg('input', () => StatutoryDisclosureInput) input: StatutoryDisclosureInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Shown | null> {
    return decided(context, info, (run) => discloseWithoutConsent(run, input));
  }

  @Loads(...DISCLOSURES_NEED)
  @Mutation(() => StatutoryDisclosureType, {
    nullable: true,
    description: 'Ends a disclosure of the own agency before its time: its copy is read no longer.',
  })
  endDisclosure(
    @Arg('input', () => EndDisclosureInput) input: EndDisclosureInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Shown | null> {
    return decided(context, info, (run) => endDisclosure(run, input));
  }
}

async function decided(
  context: RequestContext,
  info: GraphQLResolveInfo,
  command: (run: RunCommand) => Promise<DisclosureResult>,
): Promise<Shown | null> {
  const { result, scope } = await change(context, command);
  const loaded = await getCase(scope, result.caseId, needsOf(context));
  context.answered.add(info, 'StatutoryDisclosure', [loaded]);
  return disclosureById(loaded, scope, result.disclosureId);
}
