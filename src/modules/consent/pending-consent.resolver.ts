import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import { change, scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Rule } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { findCase, presentCase } from '../case/case.view.js';
import { AnswerConsentFormInput } from './consent-input.type.js';
import { ConsentType } from './consent.type.js';
import { consentsById } from './consent.view.js';
import { confirmConsent, rejectConsent } from './pending-consent.commands.js';
import { PendingConsentType } from './pending-consent.type.js';
import { pendingConsents } from './pending-consent.view.js';

@Resolver(() => CaseType)
export class PendingConsentResolver {
  @Rule('pendingConsents')
  @FieldResolver(() => [PendingConsentType], {
    nullable: true,
    description: 'Forms that wait for a second person; for the family and whoever may confirm them.',
  })
  pendingConsents(@Root() { id }: CaseType, @Ctx() context: RequestContext): Promise<PendingConsentType[] | null> {
    return pendingConsents(scopeOf(context), id);
  }

  @Mutation(() => [ConsentType], {
    nullable: true,
    description:
      "Confirms a waiting form, by somebody else than who entered it: from now on it is a consent. None where the details are not the viewer's to see.",
  })
  async confirmConsent(
    @Arg('input', () => AnswerConsentFormInput) input: AnswerConsentFormInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConsentType[] | null> {
    const { result, scope } = await change(context, (run) => confirmConsent(run, input));
    const view = await findCase(scope, result.caseId);
    context.answered.add(info, 'Consent', [view], 'consentDetails');
    return consentsById(scope, view, result.consentIds);
  }

  @Mutation(() => CaseType, {
    nullable: true,
    description: 'Rejects a waiting form, by somebody else than who entered it: it is gone and has opened nothing.',
  })
  async rejectConsent(
    @Arg('input', () => AnswerConsentFormInput) input: AnswerConsentFormInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseType> {
    const { result, scope } = await change(context, (run) => rejectConsent(run, input));
    const view = await findCase(scope, result.caseId);
    context.answered.add(info, 'Case', [view]);
    return presentCase(view);
  }
}
