import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import { caseOf } from '../../access/loaded-case.js';
import type { Shown } from '../../access/shown.js';
import { change, needsOf, scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Loads, Rule } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { getCase, presentCase } from '../case/case.view.js';
import { AnswerConsentFormInput } from './consent-input.type.js';
import { ConsentType } from './consent.type.js';
import { consentsById, CONSENTS_NEED } from './consent.view.js';
import type { ShownConsent } from './consent.view.js';
import { confirmConsent, rejectConsent } from './pending-consent.commands.js';
import { PendingConsentType } from './pending-consent.type.js';
import { FORMS_NEED, pendingConsents } from './pending-consent.view.js';
import type { ShownForm } from './pending-consent.view.js';

@Resolver(() => CaseType)
export class PendingConsentResolver {
  @Rule('pendingConsents')
  @Loads(...FORMS_NEED)
  @FieldResolver(() => [PendingConsentType], {
    nullable: true,
    description:
      "Forms that wait for a second person; for the coordinator's agency, which confirms them, and about each subject for who speaks for it.",
  })
  pendingConsents(@Root() shown: Shown, @Ctx() context: RequestContext): readonly ShownForm[] | null {
    return pendingConsents(caseOf(shown), scopeOf(context));
  }

  @Loads(...CONSENTS_NEED)
  @Mutation(() => [ConsentType], {
    nullable: true,
    description:
      "Confirms a waiting form, by somebody else than who entered it: from now on it is a consent. None where the details are not the viewer's to see.",
  })
  async confirmConsent(
    @Arg('input', () => AnswerConsentFormInput) input: AnswerConsentFormInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<readonly ShownConsent[] | null> {
    const { result, scope } = await change(context, (run) => confirmConsent(run, input));
    const loaded = await getCase(scope, result.caseId, needsOf(context));
    context.answered.add(info, 'Consent', [loaded], 'consentDetails');
    return consentsById(loaded, scope, result.consentIds);
  }

  @Mutation(() => CaseType, {
    nullable: true,
    description: 'Rejects a waiting form, by somebody else than who entered it: it is gone and has opened nothing.',
  })
  async rejectConsent(
    @Arg('input', () => AnswerConsentFormInput) input: AnswerConsentFormInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Shown> {
    const { result, scope } = await change(context, (run) => rejectConsent(run, input));
    const loaded = await getCase(scope, result.caseId, needsOf(context));
    context.answered.add(info, 'Case', [loaded]);
    return presentCase(loaded);
  }
}
