import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import { caseOf } from '../../access/loaded-case.js';
import type { Shown } from '../../access/shown.js';
import { change, needsOf, scopeOf } from '../../graphql/context.js';
import type { RequestContext } from '../../graphql/context.js';
import { Loads, Rule } from '../../graphql/field-policy.js';
import { CaseType } from '../case/case.type.js';
import { getCase } from '../case/case.view.js';
import { RecordConsentInput, WithdrawConsentArgs } from './consent-input.type.js';
import { recordConsent } from './consent.commands.js';
import { BlockType, ConsentType, SharingCellType } from './consent.type.js';
import { blocks, consents, consentsById, CONSENTS_NEED, sharing, SIGNERS_NEED } from './consent.view.js';
import type { ShownBlock, ShownConsent } from './consent.view.js';
import { withdrawConsent } from './withdraw.commands.js';

@Resolver(() => CaseType)
export class ConsentResolver {
  @Rule('consentDetails')
  @Loads(...CONSENTS_NEED)
  @FieldResolver(() => [ConsentType], {
    nullable: true,
    description: 'The ledger of consents, in order; for the coordinator, and about each subject for who speaks for it.',
  })
  consents(@Root() shown: Shown, @Ctx() context: RequestContext): readonly ShownConsent[] | null {
    return consents(caseOf(shown), scopeOf(context));
  }

  @Rule('consentDetails')
  @Loads(...SIGNERS_NEED)
  @FieldResolver(() => [BlockType], { nullable: true, description: 'Blocks; told as `consents` are.' })
  blocks(@Root() shown: Shown): readonly ShownBlock[] | null {
    return blocks(caseOf(shown));
  }

  @Rule('consentDetails')
  @FieldResolver(() => [SharingCellType], {
    nullable: true,
    description: 'Who may share with whom about what, now; for signers and coordinator.',
  })
  sharing(@Root() shown: Shown): readonly SharingCellType[] | null {
    return sharing(caseOf(shown));
  }

  @Loads(...CONSENTS_NEED)
  @Mutation(() => [ConsentType], {
    nullable: true,
    description:
      "Records one form: all its signers and cells, together or not at all. Where the local rules ask for a second person, only a no is recorded at once; the form waits in `Case.pendingConsents`. None where the details are not the viewer's to see.",
  })
  async recordConsent(
    @Arg('input', () => RecordConsentInput) input: RecordConsentInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<readonly ShownConsent[] | null> {
    const { result, scope } = await change(context, (run) => recordConsent(run, input));
    const loaded = await getCase(scope, result.caseId, needsOf(context));
    context.answered.add(info, 'Consent', [loaded], 'consentDetails');
    return consentsById(loaded, scope, result.consentIds);
  }

  @Loads(...CONSENTS_NEED)
  @Mutation(() => ConsentType, {
    nullable: true,
    description:
      "Takes a consent back, wholly or in part, at once: by the signer, or by the coordinator or an assigned professional on the signer's word. None where the details are not the viewer's to see.",
  })
  async withdrawConsent(
    @Args(() => WithdrawConsentArgs) args: WithdrawConsentArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ShownConsent | null> {
    const { result, scope } = await change(context, (run) => withdrawConsent(run, args));
    const loaded = await getCase(scope, result.caseId, needsOf(context));
    context.answered.add(info, 'Consent', [loaded], 'consentDetails');
    return consentsById(loaded, scope, result.consentIds)?.[0] ?? null;
  }
}
